// SPDX-License-Identifier: GPL-3.0-or-later
// Snippets for programs that complete nothing in the front matter of Markdown. Used within generator/schema only.
#pragma once
#include <string>
#include <string_view>

#include "generator/site/values/site.h"

namespace congbo::schema {

// VS Code's *.code-snippets: the front matter of a new item of each type, mandatory keys in order, with the choices of
// each; «unit:», «category:» … complete by name.
std::string snippets(const site::Portal& portal, std::string_view language);

}  // namespace congbo::schema
