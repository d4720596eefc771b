// SPDX-License-Identifier: GPL-3.0-or-later
// Mistakes in layout files, before the template library sees them (it names no line and fills unknown names with
// nothing).
#pragma once
#include <set>
#include <string>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/render/renderer.h"

namespace congbo::render {

// Names outside the views' tables that layouts may use, as variables: "T_search_label", "ASSET_site_css",
// "FIELD_number".
struct KnownNames {
  std::set<std::string, std::less<>> strings, assets, fields;
  bool any_field = false;  // the content types are not known here
};

// Everything in one run: markers, places, names, partials, required names, the files that must be there.
void check_layouts(const LayoutFiles& layouts, const KnownNames& known, Diagnostics& found);

// The path an author knows.
std::string shown_path(const LayoutFiles& layouts, const std::string& file);

// The keys of layouts/i18n/*.yaml among the files ("search.label: Tìm kiếm"), as variables.
std::set<std::string, std::less<>> string_variables(const LayoutFiles& layouts);

}  // namespace congbo::render
