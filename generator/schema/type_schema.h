// SPDX-License-Identifier: GPL-3.0-or-later
// Schemas of front matter. Used within generator/schema only.
#pragma once
#include <string>
#include <string_view>

#include "generator/site/values/site.h"

namespace congbo::schema {

inline constexpr std::string_view dialect = "https://json-schema.org/draft/2020-12/schema";

std::string item_schema(const site::Portal& portal, const site::ContentType& type, std::string_view language);
// Of `_index.md`: a section needs its title only.
std::string section_schema(const site::Portal& portal, std::string_view language);
// Of any item that says its type.
std::string any_item_schema(const site::Portal& portal, std::string_view language);

}  // namespace congbo::schema
