// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a-z.html and of site-map.html.
#pragma once
#include "generator/render/page_views.h"

namespace congbo::render {

// LETTERS: procedures, units and sections by name, documents by form and field.
void fill_index(const ViewSources& sources, View& view, Texts& texts);
// BRANCHES and SINGLE_PAGES: sections, what is below them, and pages of no section.
void fill_site_map(const ViewSources& sources, View& view, Texts& texts);

}  // namespace congbo::render
