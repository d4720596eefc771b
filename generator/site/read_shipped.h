// SPDX-License-Identifier: GPL-3.0-or-later
// What ships with the program, as a portal lays its own over it: vocabularies, the fields all types share, types.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/site/read_parts.h"

namespace congbo::site {

Vocabularies read_shipped_vocabularies(Diagnostics& found);
std::vector<FieldSchema> read_shipped_fields(const Vocabularies& vocabularies, Diagnostics& found);
Types read_shipped_types(const Vocabularies& vocabularies, const std::vector<FieldSchema>& shared, Diagnostics& found);

// "vi" of "layouts/i18n/vi.yaml"; empty unless the path is a .yaml file right in the folder.
std::string name_in_folder(std::string_view path, std::string_view folder);

}  // namespace congbo::site
