// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a front matter, read by the common fields and the schema of the page's type. Used by the loader only.
#pragma once
#include "generator/base/diagnostic.h"
#include "generator/formats/yaml.h"
#include "generator/pages/values/page.h"

namespace congbo::pages {

enum class Completeness { whole, in_part };  // in_part: keys may be missing because reading stopped

// Fills `page`, whose address and type are set.
void read_front_matter(const formats::YamlNode& root, Completeness completeness, Page& page, Diagnostics& found);

}  // namespace congbo::pages
