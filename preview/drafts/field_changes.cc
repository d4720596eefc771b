// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/field_changes.h"

#include <algorithm>
#include <utility>

#include "generator/base/html_escape.h"
#include "generator/formats/yaml.h"
#include "generator/pages/load.h"
#include "generator/site/load.h"
#include "preview/difference/difference.h"

namespace congbo::drafts {

namespace {

using Values = std::vector<std::pair<std::string, std::string>>;

std::string trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n' || text.front() == '\r')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
  const bool quoted = text.size() > 1 && text.front() == text.back() && (text.front() == '"' || text.front() == '\'');
  const bool whole = quoted && text.substr(1, text.size() - 2).find(text.front()) == std::string_view::npos;
  return std::string(whole ? text.substr(1, text.size() - 2) : text);
}

// A value that begins below its key: its lines keep their places to each other.
std::string without_indent(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \r\n");
  const std::size_t line = first == std::string_view::npos ? first : text.rfind('\n', first);
  if (line == std::string_view::npos) return std::string(text);
  const std::string indent(text.substr(line, first - line));  // with the line's end before it
  std::string rest(text.substr(first));
  for (std::size_t at = rest.find(indent); at != std::string::npos; at = rest.find(indent, at + 1))
    rest.erase(at + 1, indent.size() - 1);
  return rest;
}

// A key begins a line; what follows until the next one is its value.
Values values_of(std::string_view file) {
  Values values;
  const pages::SplitFile parts = pages::split_front_matter(file);
  if (!parts.has_front_matter) return values;
  std::string_view rest = parts.front_matter;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    const std::size_t colon = line.find(':');
    const bool key = !line.empty() && line.front() != ' ' && line.front() != '#' && line.front() != '-' &&
                     colon != std::string_view::npos;
    if (key)
      values.emplace_back(std::string(line.substr(0, colon)), std::string(line.substr(colon + 1)));
    else if (!values.empty() && !line.starts_with('#'))
      values.back().second += "\n" + std::string(line);
  }
  for (auto& [key, value] : values) value = trimmed(without_indent(value));
  return values;
}

const std::string* find(const Values& values, const std::string& key) {
  for (const auto& [name, value] : values)
    if (name == key) return &value;
  return nullptr;
}

const site::FieldSchema* schema_of(const std::string& key, const site::ContentType* type) {
  if (const site::FieldSchema* own = type ? type->field(key) : nullptr) return own;
  for (const site::FieldSchema& common : site::common_fields())
    if (common.key == key) return &common;
  return nullptr;
}

std::string label_of(const std::string& key, const site::FieldSchema* schema, Language language) {
  const std::string_view label = schema ? schema->label.in(say(language, "vi", "en")) : std::string_view();
  return label.empty() ? key : std::string(label);
}

const site::FieldSchema* element_of(const site::FieldSchema* list) {
  return list && !list->fields.empty() && list->fields.front().key.empty() ? &list->fields.front() : nullptr;
}

std::string words_of(const formats::YamlNode& node, const site::FieldSchema* schema, Language language);

// «Tên: giá trị»
std::string words_of(const formats::YamlPair& pair, const site::FieldSchema* object, Language language) {
  const site::FieldSchema* field = nullptr;
  if (object)
    for (const site::FieldSchema& one : object->fields)
      if (one.key == pair.first.text) field = &one;
  return label_of(pair.first.text, field, language) + ": " + words_of(pair.second, field, language);
}

// A node on one line, without the signs of YAML.
std::string words_of(const formats::YamlNode& node, const site::FieldSchema* schema, Language language) {
  std::string words = node.text;
  for (const formats::YamlNode& item : node.items)
    words += (words.empty() ? "" : ", ") + words_of(item, element_of(schema), language);
  for (const formats::YamlPair& pair : node.pairs)
    words += (words.empty() ? "" : "; ") + words_of(pair, schema, language);
  return words;
}

// Lists and objects item by item, all else as it is written.
std::string shown(const std::string& value, const site::FieldSchema* schema, Language language) {
  const bool nested = value.find('\n') != std::string::npos || value.starts_with('[') || value.starts_with('{') ||
                      value.starts_with("- ");
  Diagnostics mistakes;
  const formats::YamlNode root = nested ? formats::parse_yaml(value, {}, 1, mistakes) : formats::YamlNode();
  std::string items;
  for (const formats::YamlNode& item : root.items)
    items += "<li>" + html_escape(words_of(item, element_of(schema), language)) + "</li>";
  for (const formats::YamlPair& pair : root.pairs)
    items += "<li>" + html_escape(words_of(pair, schema, language)) + "</li>";
  return mistakes.has_errors() || items.empty() ? html_escape(value) : "<ul>" + items + "</ul>";
}

std::string only(std::string_view element, std::string_view word, const std::string& html) {
  if (html.empty()) return {};
  return "<" + std::string(element) + " class=\"congbo-" + std::string(word) + "\">" + html + "</" +
         std::string(element) + ">";
}

// The newer value with its marks; both whole where they have nothing in common.
std::string value_html(const FieldChange& change, const site::FieldSchema* schema, Language language) {
  const std::string before = shown(change.before, schema, language), after = shown(change.after, schema, language);
  if (before.empty() || after.empty()) return only("del", "gone", before) + only("ins", "new", after);
  std::string html = difference::compare_html(before, after).html;
  while (html.ends_with('\n')) html.pop_back();  // it would be shown
  // The page below has numbers of its own.
  for (std::size_t at = html.find(" id=\"congbo-change-"); at != std::string::npos;
       at = html.find(" id=\"congbo-change-"))
    html.erase(at, html.find('"', at + 5) + 1 - at);
  return html;
}

}  // namespace

std::vector<FieldChange> field_changes(std::string_view before, std::string_view after) {
  const Values old_values = values_of(before), new_values = values_of(after);
  std::vector<FieldChange> changes;
  for (const auto& [key, value] : new_values) {
    const std::string* old_value = find(old_values, key);
    if (!old_value || *old_value != value) changes.push_back({key, old_value ? *old_value : std::string(), value});
  }
  for (const auto& [key, value] : old_values)
    if (!find(new_values, key)) changes.push_back({key, value, {}});
  return changes;
}

std::string field_table(const std::vector<FieldChange>& changes, const site::ContentType* type, Language language) {
  if (changes.empty()) return {};
  std::string html = "<table class=\"congbo-fields\">\n<caption>" +
                     std::string(say(language, "Thông tin của bài", "Fields")) + "</caption>\n<tbody>\n";
  for (const FieldChange& change : changes) {
    const site::FieldSchema* schema = schema_of(change.key, type);
    html += "<tr><th scope=\"row\">" + html_escape(label_of(change.key, schema, language)) + "</th><td>" +
            value_html(change, schema, language) + "</td></tr>\n";
  }
  return html + "</tbody>\n</table>\n";
}

}  // namespace congbo::drafts
