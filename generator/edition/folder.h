// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string_view>

#include "generator/pages/values/page.h"

namespace congbo::edition {

// The folder of a page's address below portal and language, without "/" at its ends: "/en/news/2026/a.html" →
// "news/2026". Empty at the root; a section's _index.md stands in the section's own folder. Valid as long as the page.
std::string_view folder_of(const pages::Page& page);

// The folder above: "a/b" → "a", "a" → "". The root has none above it and gives "".
std::string_view parent_folder(std::string_view folder);

}  // namespace congbo::edition
