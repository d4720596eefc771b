// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from where a file stands: route, section, identity, folder of its files, default type. Used by the
// loader.
#pragma once
#include <string>
#include <string_view>

#include "generator/pages/values/page.h"

namespace congbo::pages {

// Fills route, section, section_index, folder and id (the default) of `page`, whose source and portal are set.
void set_address(std::string_view language, Page& page);

// The type when the file names none: the section's, by the longest path of `sections:`; else "page" for a section's own
// page, else "article". Never null for a portal with types.
const site::ContentType* default_type(const Page& page);

// The language whose folder `path_in_portal` starts with ("en/…"), else the portal's main one.
std::string_view language_of(const site::Portal& portal, std::string_view path_in_portal);

}  // namespace congbo::pages
