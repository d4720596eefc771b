// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/values/page.h"

namespace congbo::pages {

bool Value::operator==(const Value&) const = default;

const std::string& Value::text() const {
  static const std::string none;
  const std::string* held = std::get_if<std::string>(&data);
  return held == nullptr ? none : *held;
}

const Value* Page::field(std::string_view key) const {
  for (const Field& one : fields)
    if (one.schema->key == key) return &one.value;
  return nullptr;
}

Place Page::place_of(std::string_view key) const {
  for (const auto& known : key_places)
    if (known.first == key) return {source, known.second.line, known.second.column, known.second.length};
  for (const Field& one : fields)
    if (one.schema->key == key) return {source, one.value.at.line, one.value.at.column, one.value.at.length};
  return {source, 1, 1, 0};
}

}  // namespace congbo::pages
