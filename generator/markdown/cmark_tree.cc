// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/markdown/cmark_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmark-gfm/syntax_extension.h>

#include <cstring>
#include <mutex>

#include "generator/markdown/arena.h"

namespace congbo::markdown {
namespace {

// Texts up to this size use the arena; larger ones would make a thread keep too much.
constexpr std::size_t arena_text_bytes = 100'000;

// cmark_mem has no place for a pointer of ours, so each thread has one arena.
Arena& thread_arena() {
  static thread_local Arena arena;
  return arena;
}

void* arena_calloc(std::size_t count, std::size_t size) {
  void* const piece = thread_arena().allocate(count * size);
  std::memset(piece, 0, count * size);
  return piece;
}
void* arena_realloc(void* old, std::size_t size) {
  return thread_arena().reallocate(old, size);
}
void arena_free(void*) {}

cmark_mem* memory_for(bool in_arena) {
  static cmark_mem arena_memory = {arena_calloc, arena_realloc, arena_free};
  return in_arena ? &arena_memory : cmark_get_default_mem_allocator();
}

struct Extensions {
  cmark_syntax_extension* table;
  cmark_syntax_extension* strikethrough;
  cmark_syntax_extension* autolink;
  cmark_syntax_extension* tasklist;
};

// Registration is check-then-set in cmark, so it happens once. Each parse also enters its extensions' special
// characters in a table of the whole process and removes them at its end, while other threads read it. For autolinks,
// ":" and "w" are entered here for good, and the extension is made to forget them.
const Extensions& extensions() {
  static std::once_flag once;
  static Extensions found;
  std::call_once(once, [] {
    cmark_gfm_core_extensions_ensure_registered();
    found = {cmark_find_syntax_extension("table"), cmark_find_syntax_extension("strikethrough"),
             cmark_find_syntax_extension("autolink"), cmark_find_syntax_extension("tasklist")};
    cmark_parser* const parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    cmark_parser_attach_syntax_extension(parser, found.autolink);
    cmark_manage_extensions_special_characters(parser, 1);
    cmark_parser_free(parser);
    cmark_llist* const characters = found.autolink->special_inline_chars;
    cmark_syntax_extension_set_special_inline_chars(found.autolink, nullptr);
    cmark_llist_free(cmark_get_default_mem_allocator(), characters);
  });
  return found;
}

// Strikethrough needs its "~" looked up during the parse, so texts with "~", and only those, are parsed one at a time.
std::mutex& strikethrough_turn() {
  static std::mutex turn;
  return turn;
}

void attach(cmark_parser* parser, const Survey& features) {
  const Extensions& known = extensions();
  if (features.tables) cmark_parser_attach_syntax_extension(parser, known.table);
  if (features.strikethrough) cmark_parser_attach_syntax_extension(parser, known.strikethrough);
  if (features.autolinks) cmark_parser_attach_syntax_extension(parser, known.autolink);
  if (features.tasks) cmark_parser_attach_syntax_extension(parser, known.tasklist);
}

}  // namespace

Tree::Tree(std::string_view text, const Survey& features) : in_arena_(text.size() <= arena_text_bytes) {
  extensions();
  int options = CMARK_OPT_DEFAULT | CMARK_OPT_SOURCEPOS;  // SOURCEPOS: lines are counted through multi-line inlines too
  if (features.footnotes) options |= CMARK_OPT_FOOTNOTES;
  parser_ = cmark_parser_new_with_mem(options, memory_for(in_arena_));
  attach(parser_, features);
  std::unique_lock<std::mutex> turn(strikethrough_turn(), std::defer_lock);
  if (features.strikethrough) turn.lock();
  cmark_parser_feed(parser_, text.data(), text.size());
  root_ = cmark_parser_finish(parser_);
}

Tree::~Tree() {
  if (in_arena_) {
    thread_arena().reset();
    return;
  }
  cmark_node_free(root_);
  cmark_parser_free(parser_);
}

}  // namespace congbo::markdown
