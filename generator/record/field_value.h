// SPDX-License-Identifier: GPL-3.0-or-later
// What whole fields and their parts have in common.
#pragma once
#include <string>
#include <string_view>

#include "generator/record/display_field.h"

namespace congbo::record {

// One value as its schema says it; `text` is empty where there is nothing to show. `file_title`: what people read of a
// file in it; empty for the file's own name.
DisplayField shown_value(const Surveyor& surveyor, const pages::Page& page, const site::FieldSchema& schema,
                         const pages::Value& value, std::string file_title);

// Keys that name what stands beside them: {title: …, file: …}.
inline bool is_title(std::string_view key) {
  return key == "title" || key == "name";
}
// The title in an object; empty where it has none.
std::string title_within(const pages::Object& object);

// The interface string "phrase.<key>" of an object; empty where there is none.
std::string_view phrase_of(const pages::Page& page, const site::FieldSchema& schema);

}  // namespace congbo::record
