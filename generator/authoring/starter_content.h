// SPDX-License-Identifier: GPL-3.0-or-later
// The content a portal of a profile starts with. Used by init_portal.cc only.
#pragma once
#include <map>
#include <string>

#include "generator/authoring/init_portal.h"

namespace congbo::authoring {

// site.yaml of the smallest portal, or README.vi.md, with the portal's name and host in it.
std::string named(std::string text, const NewPortal& portal);

// content/ of a portal of `portal.profile`: path → text.
void add_starter_content(const NewPortal& portal, std::map<std::string, std::string>& texts);

}  // namespace congbo::authoring
