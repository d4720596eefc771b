// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/mapping_reader.h"

#include <algorithm>
#include <charconv>

#include "generator/base/nearest_name.h"

namespace congbo::site {

using formats::YamlNode;
using formats::YamlPair;

Place place_of(const std::string& path, const YamlNode& node) {
  return {path, node.line, node.column, node.length};
}

bool expect_scalar(const YamlNode& node, const std::string& path, Diagnostics& found) {
  if (node.kind == YamlNode::Kind::scalar) return true;
  found.add(error("value-not-text", place_of(path, node)));
  return false;
}

bool expect_sequence(const YamlNode& node, const std::string& path, Diagnostics& found) {
  if (node.kind == YamlNode::Kind::sequence) return true;
  found.add(error("value-not-list", place_of(path, node)));
  return false;
}

bool is_language_code(std::string_view text) {
  const std::size_t dash = text.find('-');
  const std::string_view language = text.substr(0, dash);
  const auto is_lower = [](char letter) { return letter >= 'a' && letter <= 'z'; };
  if (language.size() < 2 || language.size() > 3 || !std::all_of(language.begin(), language.end(), is_lower))
    return false;
  if (dash == std::string_view::npos) return true;
  const std::string_view variant = text.substr(dash + 1);
  return variant.size() >= 2 && variant.size() <= 8 && std::all_of(variant.begin(), variant.end(), is_lower);
}

LocalText read_local_text(const YamlNode& node, const std::string& path, Diagnostics& found) {
  LocalText out;
  if (node.kind == YamlNode::Kind::scalar) out.texts.emplace_back("vi", node.text);
  if (node.kind == YamlNode::Kind::sequence) found.add(error("value-not-text", place_of(path, node)));
  for (const YamlPair& pair : node.pairs) {
    if (!is_language_code(pair.first.text)) {
      found.add(error("language-invalid", place_of(path, pair.first), {pair.first.text}));
    } else if (expect_scalar(pair.second, path, found)) {
      out.texts.emplace_back(pair.first.text, pair.second.text);
    }
  }
  return out;
}

MappingReader::MappingReader(const YamlNode& node, const std::string& path, Diagnostics& found)
    : node_(node), path_(path), found_(found) {
  if (node.kind == YamlNode::Kind::scalar || node.kind == YamlNode::Kind::sequence)
    found_.add(error("value-not-mapping", place_of(path_, node)));
}

const YamlNode* MappingReader::take(std::string_view key) {
  known_.emplace_back(key);
  const YamlNode* value = node_.find(key);
  return value == nullptr || value->kind == YamlNode::Kind::null ? nullptr : value;
}

const YamlNode* MappingReader::take_scalar(std::string_view key) {
  const YamlNode* value = take(key);
  return value != nullptr && expect_scalar(*value, path_, found_) ? value : nullptr;
}

void MappingReader::text(std::string_view key, std::string& into) {
  if (const YamlNode* value = take_scalar(key)) into = value->text;
}

void MappingReader::local_text(std::string_view key, LocalText& into) {
  if (const YamlNode* value = take(key)) into = read_local_text(*value, path_, found_);
}

void MappingReader::boolean(std::string_view key, bool& into) {
  const YamlNode* value = take_scalar(key);
  if (value == nullptr) return;
  if (value->text != "true" && value->text != "false") {
    found_.add(error("boolean-invalid", place_of(path_, *value), {std::string(key), value->text}));
    return;
  }
  into = value->text == "true";
}

void MappingReader::whole_number(std::string_view key, int lowest, int highest, int& into) {
  const YamlNode* value = take_scalar(key);
  if (value == nullptr) return;
  int number = 0;
  const char* end = value->text.data() + value->text.size();
  const auto [stopped, failure] = std::from_chars(value->text.data(), end, number);
  if (failure != std::errc{} || stopped != end || number < lowest || number > highest) {
    found_.add(error("whole-number-invalid", place_of(path_, *value),
                     {std::string(key), value->text, std::to_string(lowest), std::to_string(highest)}));
    return;
  }
  into = number;
}

void MappingReader::date(std::string_view key, std::optional<Date>& into) {
  const YamlNode* value = take_scalar(key);
  if (value == nullptr) return;
  into = parse_date(value->text);
  if (!into) found_.add(error("date-invalid", place_of(path_, *value), {std::string(key), value->text}));
}

void MappingReader::texts(std::string_view key, std::vector<std::string>& into) {
  const YamlNode* value = take(key);
  if (value == nullptr || !expect_sequence(*value, path_, found_)) return;
  into.clear();
  for (const YamlNode& item : value->items)
    if (expect_scalar(item, path_, found_)) into.push_back(item.text);
}

void MappingReader::finish() {
  for (const YamlPair& pair : node_.pairs) {
    const std::string& key = pair.first.text;
    if (std::find(known_.begin(), known_.end(), key) != known_.end()) continue;
    found_.add(error("key-unknown", place_of(path_, pair.first), {key}, nearest_name(key, known_)));
  }
}

void MappingReader::require(std::string_view key) {
  const YamlNode* value = node_.find(key);
  if (value != nullptr && value->kind != YamlNode::Kind::null) return;
  const int line = node_.line == 0 ? 1 : node_.line;
  const int column = node_.column == 0 ? 1 : node_.column;
  found_.add(error("site-key-missing", {path_, line, column}, {std::string(key)}));
}

}  // namespace congbo::site
