// SPDX-License-Identifier: GPL-3.0-or-later
// The layout writes the page's title as <h1>, so a body starts at <h2>; a body that was written with "#" for its
// highest level is moved down by one as a whole.
#include <algorithm>

#include "generator/base/slug.h"
#include "generator/markdown/html_writer.h"
#include "generator/markdown/node_access.h"

namespace congbo::markdown {
namespace {

constexpr std::size_t first_words = 64;  // bytes that are enough to recognise a unit

bool is_bold(const cmark_node& paragraph) {
  const cmark_node* const only = paragraph.first_child;
  return only != nullptr && only->type == CMARK_NODE_STRONG && only->next == nullptr;
}

Position position_of(const cmark_node& block) {
  return {block.start_line, block.start_column, 0};
}

// Units of a list or of running text begin with a digit, a letter or bold text; anything else is not worth a look.
bool may_begin_unit(const cmark_node& first) {
  return first.type == CMARK_NODE_TEXT || first.type == CMARK_NODE_STRONG || first.type == CMARK_NODE_EMPH;
}

std::string first_line_of(std::string words) {
  words.resize(std::min(words.find('\n'), words.size()));
  return words;
}

}  // namespace

void HtmlWriter::choose_heading_shift(const cmark_node& document) {
  for (const cmark_node* block = document.first_child; block != nullptr; block = block->next) {
    if (block->type != CMARK_NODE_HEADING || block->as.heading.level != 1) continue;
    heading_shift_ = 1;
    found_.warning("markdown-heading-one", position_of(*block));
    return;
  }
}

void HtmlWriter::enter_heading(cmark_node& heading) {
  const int level = std::clamp(heading.as.heading.level + heading_shift_, 2, 6);
  heading.as.heading.level = level;  // for the end tag
  const std::string text = collect_text(heading, ' ');
  start_block();
  html_ += "<h";
  html_ += static_cast<char>('0' + level);
  const bool is_structure = heading.parent->type == CMARK_NODE_DOCUMENT;
  if (is_structure) check_heading(heading, level, text);
  std::string anchor = heading_anchor(heading, level, text);
  write_id(anchor);
  html_ += '>';
  const bool listed = !out_.outline.empty() && out_.outline.back().anchor == anchor;
  if (is_structure && !listed && !text.empty())
    out_.outline.push_back(Heading{level, std::move(anchor), text, found_.file_line(heading.start_line)});
}

void HtmlWriter::check_heading(const cmark_node& heading, int level, std::string_view text) {
  if (text.empty()) {
    found_.warning("markdown-heading-empty", position_of(heading));
    return;
  }
  if (level > last_level_ + 1) {
    // The author's own marks: what stands there, and what would be right.
    const std::string wanted(static_cast<std::size_t>(last_level_ + 1 - heading_shift_), '#');
    found_.warning("markdown-heading-skip", position_of(heading), {std::to_string(level), std::to_string(last_level_)},
                   wanted);
  }
  last_level_ = level;
}

std::string HtmlWriter::heading_anchor(const cmark_node& heading, int level, const std::string& text) {
  if (options_.legal_structure) {
    std::optional<Unit> unit = recognise_title(text, BlockForm::heading);
    if (unit) {
      std::string anchor = unit_anchor(*unit, level);
      out_.outline.push_back(Heading{level, anchor, text, found_.file_line(heading.start_line)});
      return anchor;
    }
    legal_.pass_heading(level);
    if (legal_.in_article()) unit = recognise_clause(text);
    if (unit) return unit_anchor(*unit, level);
  }
  std::string name = slug(text);
  if (!name.empty()) return anchors_.claim(name);
  // Nothing to make a name of: count them, «muc-1», «muc-2».
  return anchors_.claim("muc-" + std::to_string(++unnamed_headings_));
}

// The anchor of a unit that begins here; empty for a khoản or điểm that belongs to no Điều.
std::string HtmlWriter::unit_anchor(const Unit& unit, int heading_level) {
  const std::string wanted = legal_.enter(unit, heading_level);
  if (wanted.empty()) return {};
  std::string anchor = anchors_.claim(wanted);
  if (anchor != wanted) legal_.settle(unit.kind, anchor);
  return anchor;
}

std::string HtmlWriter::paragraph_anchor(const cmark_node& paragraph) {
  if (&paragraph == marked_paragraph_ || paragraph.first_child == nullptr || !may_begin_unit(*paragraph.first_child))
    return {};
  const std::string words = collect_text(paragraph, '\n', first_words);
  if (paragraph.parent->type != CMARK_NODE_ITEM) {
    // In list items such words are a table of contents or a reference.
    const std::optional<Unit> unit = recognise_title(words, is_bold(paragraph) ? BlockForm::bold : BlockForm::plain);
    if (unit) {
      std::string anchor = unit_anchor(*unit, 0);
      add_unit_to_outline(*unit, anchor, first_line_of(collect_text(paragraph, '\n')), start_line_of(paragraph));
      return anchor;
    }
  }
  if (!legal_.in_article()) return {};
  std::optional<Unit> unit = recognise_point(words);
  if (!unit) unit = recognise_clause(words);
  return unit ? unit_anchor(*unit, 0) : std::string();
}

// Khoản written as an ordered list: the number is in the list, not in the text. Điểm as bullets: «- a) …».
std::string HtmlWriter::item_anchor(const cmark_node& item) {
  if (!legal_.in_article()) return {};
  const cmark_node* const place = item.parent->parent;
  const bool is_outermost = place->type == CMARK_NODE_DOCUMENT || place->type == CMARK_NODE_BLOCK_QUOTE;
  const cmark_list& list = item.as.list;
  if (is_outermost && list.list_type == CMARK_ORDERED_LIST && list.delimiter == CMARK_PERIOD_DELIM &&
      list_numbers_.back() < 1'000)
    return unit_anchor(Unit{UnitKind::clause, std::to_string(list_numbers_.back())}, 0);
  const cmark_node* const paragraph = item.first_child;
  if (paragraph == nullptr || paragraph->type != CMARK_NODE_PARAGRAPH || list.list_type != CMARK_BULLET_LIST) return {};
  const std::optional<Unit> unit = recognise_point(collect_text(*paragraph, '\n', first_words));
  if (!unit) return {};
  marked_paragraph_ = paragraph;
  return unit_anchor(*unit, 0);
}

// «a) …» on a line of its own within a paragraph.
void HtmlWriter::mark_unit_on_line(const cmark_node& line_break) {
  const cmark_node* const next = line_break.next;
  if (next == nullptr || !legal_.in_article() || line_break.parent->type != CMARK_NODE_PARAGRAPH) return;
  std::string words;
  if (next->type == CMARK_NODE_STRONG || next->type == CMARK_NODE_EMPH)
    words = collect_text(*next, '\n', first_words);
  else if (next->type == CMARK_NODE_TEXT)
    words = literal_of(*next).substr(0, first_words);
  std::optional<Unit> unit = recognise_point(words);
  if (!unit) unit = recognise_clause(words);
  const std::string anchor = unit ? unit_anchor(*unit, 0) : std::string();
  if (anchor.empty()) return;
  html_ += "<span";
  write_id(anchor);
  html_ += "></span>";
}

void HtmlWriter::add_unit_to_outline(const Unit& unit, const std::string& anchor, std::string text, int line) {
  out_.outline.push_back(Heading{legal_.outline_level(unit.kind), anchor, std::move(text), found_.file_line(line)});
}

}  // namespace congbo::markdown
