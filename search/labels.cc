// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/labels.h"

#include <utility>
#include <vector>

#include "generator/base/lines.h"

namespace congbo::search {

void add_label(LabelTexts& labels, std::string_view facet, const std::string& id, const std::string& language,
               std::string label) {
  if (id.empty() || id.find_first_of("\t\n") != std::string::npos) return;
  labels.emplace(std::string(facet) + '\t' + id + '\t' + language, as_field(std::move(label)));
}

void add_labels(const SearchDocument& document, LabelTexts& labels) {
  add_label(labels, "type", document.type, document.language, document.type_label);
  add_label(labels, "unit", document.unit, document.language, document.unit_label);
  add_label(labels, "field", document.field, document.language, document.field_label);
  add_label(labels, "validity", document.validity, document.language, document.validity_label);
}

std::string labels_text(const LabelTexts& labels) {
  std::string text;
  for (const auto& [key, label] : labels) text.append(key).append(1, '\t').append(label).append(1, '\n');
  return text;
}

Labels labels_of(std::string_view text) {
  Labels labels;
  each_line(text, [&labels](std::string_view line) {
    const std::vector<std::string_view> fields = fields_of(line);
    if (fields.size() != 4) return;
    const std::string_view key = line.substr(0, fields[0].size() + 1 + fields[1].size());
    labels[std::string(key)].emplace(fields[2], fields[3]);
  });
  return labels;
}

}  // namespace congbo::search
