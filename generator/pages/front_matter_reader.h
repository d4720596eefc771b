// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a front matter, read by the common fields and the schema of the page's type. Used by the loader only.
#pragma once
#include "generator/base/diagnostic.h"
#include "generator/formats/yaml.h"
#include "generator/formats/yaml_keys.h"
#include "generator/pages/values/page.h"

namespace congbo::pages {

// Fills `page`, whose address and type are set.
void read_front_matter(const formats::YamlNode& root, Page& page, Diagnostics& found);

// Reports what `page` must have and its front matter does not say; a key that could not be read is not missed.
void check_required_fields(const formats::YamlKeys& keys, const Page& page, Diagnostics& found);

// Reports values that break the rules of their fields (`required_when`, `not_before` …) and the type's groups of which
// one key must be there. `page` has its body.
void check_field_rules(const formats::YamlKeys& keys, const Page& page, Diagnostics& found);

}  // namespace congbo::pages
