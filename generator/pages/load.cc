// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/load.h"

#include <algorithm>

#include "generator/base/content_hash.h"
#include "generator/base/source_text.h"
#include "generator/formats/text_fault.h"
#include "generator/formats/yaml.h"
#include "generator/formats/yaml_keys.h"
#include "generator/pages/address.h"
#include "generator/pages/front_matter_reader.h"
#include "generator/pages/lfs_pointer.h"
#include "generator/pages/nearest_label.h"
#include "generator/site/load.h"

namespace congbo::pages {
namespace {

using formats::YamlNode;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// Before anything is known about the page; a type can allow less, not more (generator/site/types.cc).
constexpr std::size_t largest_file = 20'000'000;
constexpr std::size_t largest_front_matter = 256'000, most_keys = 500;  // where a fence is looked for

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

// «—--», «———», «–--»: what Word makes of three hyphens.
bool is_fence_of_dashes(std::string_view line) {
  std::size_t dashes = 0;
  bool long_one = false;
  while (!line.empty()) {
    const bool is_long = line.starts_with("—") || line.starts_with("–");
    if (!is_long && line.front() != '-') return line.find_first_not_of(" \t") == std::string_view::npos && long_one;
    long_one |= is_long;
    line.remove_prefix(is_long ? 3 : 1);
    if (++dashes > 5) return false;
  }
  return long_one;
}

// «--- »: nobody sees what is wrong with it.
bool is_fence_with_blanks(std::string_view line) {
  return line.size() > 3 && line.starts_with("---") && line.find_first_not_of(" \t", 3) == std::string_view::npos;
}

// The first line (1-based) that is like that; 0 for none.
template <typename Like>
int first_line_like(std::string_view bytes, std::size_t most_lines, Like is_like) {
  for (std::size_t number = 1, start = 0; number <= most_lines && start < bytes.size(); ++number) {
    const std::size_t end = std::min(bytes.find('\n', start), bytes.size());
    if (is_like(bytes.substr(start, end - start))) return static_cast<int>(number);
    start = end + 1;
  }
  return 0;
}

// Whether front matter and body can be told apart.
bool check_fences(const SplitFile& split, std::string_view bytes, const std::string& path, Diagnostics& found) {
  if (split.has_front_matter && !split.unterminated) return true;
  const std::size_t text = std::min(bytes.find_first_not_of(" \t\n"), bytes.size());
  const std::string_view top = bytes.substr(0, largest_front_matter);
  const std::size_t most_lines = split.unterminated ? most_keys : 1;
  if (const int dashes = first_line_like(top, most_lines, is_fence_of_dashes))
    found.add(error("front-matter-dashes", {path, dashes, 1, 3}));
  else if (const int blanks = first_line_like(top, most_lines, is_fence_with_blanks))
    found.add(error("front-matter-fence-blanks", {path, blanks, 4}));
  else if (split.unterminated)
    found.add(error("front-matter-unterminated", {path, 1, 1, 3}));
  else if (text > 0 && bytes.substr(text).starts_with("---\n"))
    found.add(error("front-matter-blank-before", {path, 1, 1}));
  else
    found.add(error("front-matter-missing", {path, 1, 1}));
  return false;
}

// Whether what stands behind the key is words, in which a «#» is rarely the start of a comment.
bool holds_words(const Page& page, const std::string& key) {
  const site::FieldSchema* schema = page.type->field(key);
  for (const site::FieldSchema& common : site::common_fields())
    if (common.key == key) schema = &common;
  return schema != nullptr && (schema->kind == site::Kind::text || schema->kind == site::Kind::markdown ||
                               schema->kind == site::Kind::person);
}

// By its rare sign: every line has spaces.
bool has_comment(std::string_view yaml) {
  for (std::size_t sign = yaml.find('#'); sign != std::string_view::npos; sign = yaml.find('#', sign + 1))
    if (sign > 0 && yaml[sign - 1] == ' ') return true;
  return false;
}

// «title: #1»: no value at all for YAML. A blank behind the «#», or two before it, say that a comment is meant.
void look_for_lost_value(const YamlNode& key, std::string_view line, const Page& page, formats::YamlKeys& keys,
                         Diagnostics& found) {
  const std::string before = key.text + ": ";
  if (!line.starts_with(before + "#") || line.substr(before.size() + 1).find_first_not_of("# ") != 0) return;
  found.add(error("yaml-comment-for-value", {page.source, key.line, static_cast<int>(before.size()) + 1}, {key.text},
                  before + formats::yaml_scalar(line.substr(before.size()))));
  keys.unread.push_back(key.text);
}

// «title: Chương trình số 1 # 2»: for YAML all from « #» on is a comment. Two blanks before it say that it is meant.
void look_for_cut_values(formats::YamlKeys& keys, const SplitFile& split, const Page& page, Diagnostics& found) {
  if (!has_comment(split.front_matter)) return;
  const SourceText source(page.source, std::string(split.front_matter));
  for (const auto& [key, value] : keys.root.pairs) {
    if (value.kind == YamlNode::Kind::null && holds_words(page, key.text) && !keys.is_unread(key.text))
      look_for_lost_value(key, source.line(key.line - split.front_matter_line + 1), page, keys, found);
    if (value.kind != YamlNode::Kind::scalar || value.quoted || value.line != key.line || !holds_words(page, key.text))
      continue;
    const std::string_view line = source.line(value.line - split.front_matter_line + 1);
    const std::size_t at = line.find(value.text);
    if (at == std::string_view::npos) continue;
    const std::string_view rest = line.substr(at + value.text.size());
    if (!rest.starts_with(" #")) continue;
    found.add(warning("yaml-comment-in-value", {page.source, value.line, value.column, value.length},
                      {key.text, value.text}, key.text + ": " + formats::yaml_scalar(line.substr(at))));
  }
}

// «author: “Ban Biên tập”»: for YAML these marks are letters, so readers would see them.
void look_for_word_quotes(const YamlNode& root, const Page& page, Diagnostics& found) {
  for (const auto& [key, value] : root.pairs) {
    if (value.kind != YamlNode::Kind::scalar || value.quoted) continue;
    const std::string_view inner = without_word_quotes(value.text);
    if (inner.size() == value.text.size()) continue;
    found.add(warning("yaml-word-quotes", {page.source, value.line, value.column, value.length},
                      {key.text, key.text + ": \"" + value.text + "\""},
                      key.text + ": " + formats::yaml_scalar(inner)));
  }
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
  LabelledIds known;
  for (const auto& [id, one] : types) known.emplace_back(id, one.label.in("vi"));
  found.add(error("type-unknown", {page.source, node->line, node->column, node->length}, {node->text},
                  nearest_id(node->text, known)));
}

// A title that the reader of YAML stopped in («Hội nghị: tổng kết») is shown as the piece it is. Only previews show it.
void show_cut_title(const formats::YamlKeys& keys, Page& page) {
  const auto title = std::find_if(keys.pieces.begin(), keys.pieces.end(),
                                  [](const formats::YamlPair& piece) { return piece.first.text == "title"; });
  if (title == keys.pieces.end()) return;
  // Without a place it is no title to the checks.
  std::erase_if(page.key_places, [](const auto& place) { return place.first == "title"; });
  if (title->second.kind != YamlNode::Kind::scalar || title->second.text.empty() || !page.title.empty()) return;
  page.title = title->second.text +
               (page.route.language == "vi" ? " … (phần sau chưa đọc được)" : " … (the rest could not be read)");
}

// Whatever keeps a page from the public and could not be read keeps it.
void withhold(const formats::YamlKeys& keys, Page& page) {
  for (const std::string_view key : {"status", "embargo", "release_at", "withdrawn"})
    if (keys.is_unread(key)) page.status = Status::draft;
}

// Of a type that could not be read only the keys that every type has are known.
void keep_common_keys(YamlNode& root) {
  std::erase_if(root.pairs, [](const formats::YamlPair& pair) {
    const auto& common = site::common_fields();
    return std::none_of(common.begin(), common.end(),
                        [&](const site::FieldSchema& field) { return field.key == pair.first.text; });
  });
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
  if (!check_fences(split, bytes, page->source, found)) return page;
  formats::YamlKeys keys = formats::parse_yaml_keys(split.front_matter, page->source, split.front_matter_line, found);
  YamlNode& root = keys.root;
  set_type(root, *page, found);
  if (keys.is_unread("type")) keep_common_keys(root);
  // A text alone where lines were wanted has been explained by what it was read from.
  if (keys.all_known || root.kind == YamlNode::Kind::mapping) read_front_matter(root, *page, found);
  look_for_cut_values(keys, split, *page, found);
  look_for_word_quotes(root, *page, found);
  show_cut_title(keys, *page);
  const bool complete = keys.all_known && !keys.is_unread("type") && !keys.is_unread("status");
  // What could not be read may be any key, or a draft.
  if (complete) check_required_fields(keys, *page, found);

  if (check_size(bytes.size(), page->type->maximum_bytes, page->source, found)) {
    page->body_line = split.body_line;
    bytes.erase(0, bytes.size() - split.body.size());
    page->text_hash = sha256_hex(page->title + '\n' + page->summary + '\n' + bytes);
    page->body = std::move(bytes);
    if (complete) check_field_rules(keys, *page, found);
  }
  withhold(keys, *page);
  if (page->release_at && page->expires_at && *page->expires_at <= *page->release_at)
    found.add(error("never-public", page->place_of("expires_at")));
  return page;
}

}  // namespace congbo::pages
