// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/labels.h"

#include <algorithm>

namespace congbo::search {
namespace {

void add_label(LabelTexts& labels, std::string_view facet, const std::string& id, const std::string& language,
               std::string label) {
  if (id.empty() || id.find_first_of("\t\n") != std::string::npos) return;
  std::replace_if(
      label.begin(), label.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  labels.emplace(std::string(facet) + '\t' + id + '\t' + language, std::move(label));
}

}  // namespace

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
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line(text.substr(begin, end - begin));
    const std::size_t label = line.rfind('\t');
    const std::size_t language = label == std::string::npos ? label : line.rfind('\t', label - 1);
    if (language != std::string::npos)
      labels[line.substr(0, language)].emplace(line.substr(language + 1, label - language - 1), line.substr(label + 1));
    begin = end + 1;
  }
  return labels;
}

}  // namespace congbo::search
