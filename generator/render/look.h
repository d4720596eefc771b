// SPDX-License-Identifier: GPL-3.0-or-later
// The colours that a portal gives the shared look, as a style sheet laid over it: a file, because the pages allow no
// styles of their own.
#pragma once
#include <string>

#include "generator/site/values/site.h"

namespace congbo::render {

// Empty for a portal that changes nothing. The colours are those of the light theme: in the dark one and in
// high contrast the shared look's own stay.
std::string look_css(const site::Portal& portal);
// "/assets/look.<hash>.css"; empty likewise.
std::string look_path(const site::Portal& portal);

}  // namespace congbo::render
