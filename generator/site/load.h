// SPDX-License-Identifier: GPL-3.0-or-later
// Reads `_site/` of every portal: site.yaml, units.yaml, vocabularies.yaml, types/*.yaml, laid over the shipped types
// and vocabularies (key by key). Unknown keys are errors with the nearest known name.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/base/snapshot.h"
#include "generator/site/values/site.h"

namespace congbo::site {

inline constexpr int format_version = 1;  // of a portal's repository: `format:` in site.yaml

// Mistakes go to `found`; a site with at least one portal always comes back (defaults where a file is missing or
// broken).
Site load_site(const Snapshot& snapshot, Diagnostics& found);

// The shipped content types by themselves, for `congbo new`, `congbo list types` and tests.
std::map<std::string, ContentType> shipped_types(Diagnostics& found);

// Keys every page may have, whatever its type; a type may not define one of these (sorted).
const std::vector<FieldSchema>& common_fields();

}  // namespace congbo::site
