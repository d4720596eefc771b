// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/load.h"

#include <algorithm>

#include "generator/base/content_hash.h"
#include "generator/base/nearest_name.h"
#include "generator/formats/text_fault.h"
#include "generator/formats/yaml.h"
#include "generator/pages/address.h"
#include "generator/pages/front_matter_reader.h"
#include "generator/pages/lfs_pointer.h"

namespace congbo::pages {
namespace {

using formats::YamlNode;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Before anything is known about the page; a type can allow less, not more (generator/site/types.cc).
constexpr std::size_t largest_file = 20'000'000;

void remove_byte_order_mark(std::string& bytes, const std::string& path, Diagnostics& found) {
  if (bytes.compare(0, byte_order_mark.size(), byte_order_mark) != 0) return;
  bytes.erase(0, byte_order_mark.size());
  found.add(warning("text-bom", {path, 1, 1}));
}

// CR LF → LF. A CR that stands alone stays, and is refused as a control character.
void normalize_line_ends(std::string& bytes, const std::string& path, Diagnostics& found) {
  const std::size_t first = bytes.find("\r\n");
  if (first == std::string::npos) return;
  std::size_t out = first;
  for (std::size_t at = first; at < bytes.size(); ++at)
    if (bytes[at] != '\r' || at + 1 == bytes.size() || bytes[at + 1] != '\n') bytes[out++] = bytes[at];
  bytes.resize(out);
  found.add(note("text-crlf", {path, 1, 1}));
}

bool check_size(std::size_t size, std::size_t maximum, const std::string& path, Diagnostics& found) {
  if (size <= maximum) return true;
  found.add(
      error("page-too-large", {path, 1, 1}, {std::to_string((size + 999) / 1000), std::to_string(maximum / 1000)}));
  return false;
}

// Whether front matter and body can be told apart.
bool check_fences(const SplitFile& split, const std::string& path, Diagnostics& found) {
  if (split.unterminated)
    found.add(error("front-matter-unterminated", {path, 1, 1, 3}));
  else if (!split.has_front_matter)
    found.add(error("front-matter-missing", {path, 1, 1}));
  return split.has_front_matter && !split.unterminated;
}

void set_type(const YamlNode& root, Page& page, Diagnostics& found) {
  page.type = default_type(page);
  const YamlNode* node = root.find("type");
  if (node == nullptr || node->kind != YamlNode::Kind::scalar) return;
  const auto& types = page.portal->types;
  const auto type = types.find(node->text);
  if (type != types.end()) {
    page.type = &type->second;
    return;
  }
  std::vector<std::string> known;
  known.reserve(types.size());
  for (const auto& one : types) known.push_back(one.first);
  found.add(error("type-unknown", {page.source, node->line, node->column, node->length}, {node->text},
                  nearest_name(node->text, known)));
}

// True when the bytes are text that may be taken apart.
bool prepare_text(std::string& bytes, const std::string& path, Diagnostics& found) {
  if (is_lfs_pointer(bytes)) {
    found.add(error("file-lfs-pointer", {path}));
    return false;
  }
  if (!check_size(bytes.size(), largest_file, path, found)) return false;
  remove_byte_order_mark(bytes, path, found);
  normalize_line_ends(bytes, path, found);
  return formats::check_text(bytes, path, 1, found);
}

}  // namespace

std::shared_ptr<Page> load_page(const PageFile& file, std::string bytes, Diagnostics& found) {
  auto page = std::make_shared<Page>();
  page->source = file.entry->path;
  page->portal = file.portal;
  set_address(file.language, *page);
  page->type = default_type(*page);
  if (!prepare_text(bytes, page->source, found)) return page;

  const SplitFile split = split_front_matter(bytes);
  if (!check_fences(split, page->source, found)) return page;
  const std::size_t mistakes = found.error_count();
  const YamlNode root = formats::parse_yaml(split.front_matter, page->source, split.front_matter_line, found);
  const bool readable = found.error_count() == mistakes;
  set_type(root, *page, found);
  read_front_matter(root, *page, found);
  // In a front matter that could be read only in part every later key would be "missing".
  if (readable) check_required_fields(root, *page, found);

  if (!check_size(bytes.size(), page->type->maximum_bytes, page->source, found)) return page;
  page->body_line = split.body_line;
  bytes.erase(0, bytes.size() - split.body.size());
  page->text_hash = sha256_hex(page->title + '\n' + page->summary + '\n' + bytes);
  page->body = std::move(bytes);
  if (readable) check_field_rules(root, *page, found);
  if (page->release_at && page->expires_at && *page->expires_at <= *page->release_at)
    found.add(error("never-public", page->place_of("expires_at")));
  return page;
}

}  // namespace congbo::pages
