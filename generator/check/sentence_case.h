// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

#include "generator/site/values/site.h"

namespace congbo::check {

// A title in capitals as a sentence: its first letter capital, numbers and known abbreviations as they stand, and the
// names that the portal, its owner, its units and their heads bear («Bến Sương» of «Ủy ban nhân dân phường Bến Sương»)
// as they are written there. Other names an editor has to restore.
std::string as_sentence(std::string_view capitals, const site::Portal& portal);

}  // namespace congbo::check
