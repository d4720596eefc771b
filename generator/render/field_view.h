// SPDX-License-Identifier: GPL-3.0-or-later
// The type's own fields of an item: short ones for a list of facts, long ones as sections.
#pragma once
#include <span>
#include <string>
#include <string_view>

#include "generator/render/page_views.h"

namespace congbo::render {

// FIELDS and LONG_FIELDS of `view`. The fields `left_out` are in neither, nor are special parts and what goes without
// saying: that a portal wrote its own news, about its own place.
void fill_fields(const ViewSources& sources, const record::PublicRecord& record,
                 std::span<const std::string_view> left_out, View& view, Texts& texts);

// One more row of `rows`: name, address, type and size of the file.
void add_file(View& view, Key rows, const record::FileLink& file, std::string_view language, Texts& texts);

}  // namespace congbo::render
