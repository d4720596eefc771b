// SPDX-License-Identifier: GPL-3.0-or-later
// What people read for the ids of types, units, fields and validities.
#pragma once
#include <map>
#include <string>
#include <string_view>

#include "search/document.h"

namespace congbo::search {

using LabelTexts = std::map<std::string, std::string>;  // "facet TAB id TAB language" → label

// A label that is there already stays. `facet`: "type", "unit", "field", "validity".
void add_label(LabelTexts& labels, std::string_view facet, const std::string& id, const std::string& language,
               std::string label);
void add_labels(const SearchDocument& document, LabelTexts& labels);

// As the index keeps them (terms.h): "facet TAB id TAB language TAB label LF".
std::string labels_text(const LabelTexts& labels);

using Labels = std::map<std::string, std::map<std::string, std::string>>;  // "facet TAB id" → language → label

Labels labels_of(std::string_view text);

}  // namespace congbo::search
