// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/field_changes.h"

#include <algorithm>
#include <utility>

#include "generator/base/html_escape.h"
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
  for (auto& [key, value] : values) value = trimmed(value);
  return values;
}

const std::string* find(const Values& values, const std::string& key) {
  for (const auto& [name, value] : values)
    if (name == key) return &value;
  return nullptr;
}

std::string label_of(const std::string& key, const site::ContentType* type, Language language) {
  const std::string_view code = say(language, "vi", "en");
  if (const site::FieldSchema* own = type ? type->field(key) : nullptr; own && !own->label.in(code).empty())
    return std::string(own->label.in(code));
  for (const site::FieldSchema& common : site::common_fields())
    if (common.key == key && !common.label.in(code).empty()) return std::string(common.label.in(code));
  return key;
}

std::string only(std::string_view element, std::string_view word, const std::string& value) {
  if (value.empty()) return {};
  return "<" + std::string(element) + " class=\"congbo-" + std::string(word) + "\">" + html_escape(value) + "</" +
         std::string(element) + ">";
}

// The newer value with its marks; both whole where they have nothing in common.
std::string value_html(const FieldChange& change) {
  if (change.before.empty() || change.after.empty())
    return only("del", "gone", change.before) + only("ins", "new", change.after);
  std::string html = difference::compare_html(html_escape(change.before), html_escape(change.after)).html;
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
  for (const FieldChange& change : changes)
    html += "<tr><th scope=\"row\">" + html_escape(label_of(change.key, type, language)) + "</th><td>" +
            value_html(change) + "</td></tr>\n";
  return html + "</tbody>\n</table>\n";
}

}  // namespace congbo::drafts
