// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string_view>

namespace congbo::formats {

// True only for text in which check_text() can find nothing: ASCII without controls, Latin and Vietnamese letters
// written as one character, and common punctuation («…», dashes, curly quotes). One pass, about a nanosecond a byte;
// false for anything else, faults or not, which then gets the exact look.
bool is_plain_text(std::string_view text);

}  // namespace congbo::formats
