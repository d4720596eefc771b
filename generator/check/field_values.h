// SPDX-License-Identifier: GPL-3.0-or-later
// Values of a page's fields as rules ask for them.
#pragma once
#include <string>
#include <string_view>

#include "generator/pages/values/page.h"

namespace congbo::check {

// Null when the value is absent or of another kind.
template <class Kind>
const Kind* value_of(const pages::Value* value) {
  return value == nullptr ? nullptr : std::get_if<Kind>(&value->data);
}

template <class Kind>
const Kind* value_of(const pages::Page& page, std::string_view key) {
  return value_of<Kind>(page.field(key));
}

// Of a text field; empty when it is absent.
inline const std::string& text_of(const pages::Page& page, std::string_view key) {
  static const std::string none;
  const pages::Value* value = page.field(key);
  return value == nullptr ? none : value->text();
}

}  // namespace congbo::check
