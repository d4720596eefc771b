// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/site/values/site.h"

namespace congbo::site {

const std::string& LocalText::in(std::string_view language) const {
  static const std::string none;
  const std::string* vietnamese = nullptr;
  for (const auto& text : texts) {
    if (text.first == language) return text.second;
    if (text.first == "vi") vietnamese = &text.second;
  }
  if (vietnamese != nullptr) return *vietnamese;
  return texts.empty() ? none : texts.front().second;
}

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::text:
      return "text";
    case Kind::markdown:
      return "markdown";
    case Kind::date:
      return "date";
    case Kind::datetime:
      return "datetime";
    case Kind::number:
      return "number";
    case Kind::boolean:
      return "boolean";
    case Kind::choice:
      return "choice";
    case Kind::unit:
      return "unit";
    case Kind::person:
      return "person";
    case Kind::file:
      return "file";
    case Kind::image:
      return "image";
    case Kind::reference:
      return "reference";
    case Kind::list:
      return "list";
    case Kind::object:
      return "object";
  }
  return "text";
}

const FieldSchema* ContentType::field(std::string_view key) const {
  for (const FieldSchema& schema : fields)
    if (schema.key == key) return &schema;
  return nullptr;
}

const Term* Vocabulary::term(std::string_view id_or_label) const {
  for (const Term& candidate : terms)
    if (candidate.id == id_or_label) return &candidate;
  for (const Term& candidate : terms)
    for (const auto& text : candidate.label.texts)
      if (text.second == id_or_label) return &candidate;
  return nullptr;
}

const Unit* Portal::unit(std::string_view id_or_name) const {
  for (const Unit& candidate : units)
    if (candidate.id == id_or_name) return &candidate;
  for (const Unit& candidate : units)
    if (candidate.name.in("vi") == id_or_name) return &candidate;
  for (const Unit& candidate : units)
    if (!candidate.short_name.empty() && candidate.short_name.in("vi") == id_or_name) return &candidate;
  return nullptr;
}

std::string_view Portal::string(std::string_view language, std::string_view key) const {
  for (const std::string_view tried : {language, main_language()}) {
    const auto table = strings.find(tried);
    if (table == strings.end()) continue;
    const auto found = table->second.find(key);
    if (found != table->second.end()) return found->second;
  }
  return key;
}

const Portal* Site::portal(std::string_view id) const {
  for (const Portal& candidate : portals)
    if (candidate.id == id) return &candidate;
  return nullptr;
}

}  // namespace congbo::site
