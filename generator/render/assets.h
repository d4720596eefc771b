// SPDX-License-Identifier: GPL-3.0-or-later
// Files of layouts/assets, published under names that hold their hash, so that hosts may keep them for ever; and the
// files of layouts/styles, joined into one of them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/render/renderer.h"

namespace congbo::render {

// "assets/site.css" → "/assets/site.<hash>.css"
std::string published_path(std::string_view source, std::string_view bytes);

// Sorted by source. The files of styles/ become assets/site.css (tokens, base, frame, text, components, then the others
// by name, print last), unless a portal has a file of that name, which then stands alone. Addresses inside style sheets
// (url(emblem.svg)) become the published ones; one that names no file of assets/, or another host, goes to `found`.
std::vector<Asset> make_assets(const LayoutFiles& layouts, Diagnostics& found);

}  // namespace congbo::render
