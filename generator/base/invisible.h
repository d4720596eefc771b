// SPDX-License-Identifier: GPL-3.0-or-later
// Characters that nobody sees.
#pragma once
#include <string_view>

namespace congbo {

// Whether the text has a control character, one that is usually shown as nothing (joiners, soft hyphens, variation
// selectors) or one that turns the direction of what follows. For names; prose may need them. Takes valid UTF-8.
bool has_invisible(std::string_view text);

}  // namespace congbo
