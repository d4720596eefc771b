// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "generator/render/renderer.h"

namespace congbo::render {

// The text of a layout file with partials in the place of {{>PARTIAL}} where that shows the same view and stands on a
// line of its own: outside sections and in those that ask whether there is something (HAS_…, NO_…). ctemplate looks an
// included file up, under two locks, each time a page is made; a page has some twenty. The layouts are free of
// mistakes; what is not there stays as it is.
std::string inline_partials(const LayoutFiles& layouts, const std::string& file);

}  // namespace congbo::render
