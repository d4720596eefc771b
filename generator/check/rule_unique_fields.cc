// SPDX-License-Identifier: GPL-3.0-or-later
// Values of fields that the type calls unique stand on one page only (the number of a document). Translations repeat
// them: each language counts apart.
#include <string>
#include <unordered_map>
#include <utility>

#include "generator/check/rules.h"
#include "generator/check/visit.h"

namespace congbo::check {

namespace {

// Text of a simple value; empty for lists and objects, which cannot be unique.
std::string text_of(const pages::Value& value) {
  if (const auto* date = std::get_if<Date>(&value.data)) return to_text(*date);
  if (const auto* moment = std::get_if<Instant>(&value.data)) return to_rfc3339(*moment);
  if (const auto* number = std::get_if<pages::Number>(&value.data)) return number->text;
  return value.text();
}

}  // namespace

void check_unique_fields(const SiteFacts& facts, Diagnostics& found) {
  std::unordered_map<std::string, PageIndex> first;
  for (const PageIndex index : facts.edition.visible) {
    const pages::Page& page = facts.library[index];
    for (const pages::Field& field : page.fields) {
      if (!field.schema || !field.schema->unique || !page.type) continue;
      const std::string text = text_of(field.value);
      if (text.empty()) continue;
      std::string key;
      for (const std::string_view part : {std::string_view(page.route.portal), std::string_view(page.route.language),
                                          std::string_view(page.type->id), std::string_view(field.schema->key)}) {
        key += part;
        key += '\n';
      }
      const auto [known, is_new] = first.emplace(key + text, index);
      if (!is_new)
        found.add(error("field-not-unique", place_of(page, field.value.at),
                        {field.schema->key, text, facts.library[known->second].source}));
    }
  }
}

}  // namespace congbo::check
