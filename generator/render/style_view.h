// SPDX-License-Identifier: GPL-3.0-or-later
// The view of /phong-cach.html.
#pragma once
#include <string_view>

#include "generator/render/page_views.h"

namespace congbo::render {

// The tokens of `css` (the joined style sheet) and sample data for every partial. The head is not filled here.
void fill_style(const ViewSources& sources, std::string_view css, View& view, Texts& texts);

}  // namespace congbo::render
