// SPDX-License-Identifier: GPL-3.0-or-later
// Text of an old encoding as units. Private to this module.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "generator/base/legacy_vietnamese.h"

namespace congbo {

// A byte of the old encoding is a number below 256, a character that can be no such byte (a letter that is right
// already) its code point.
using Units = std::u32string;
using UnitsView = std::u32string_view;

Units units_of(std::string_view text, LegacyShape shape);
Units decode_units(UnitsView units, LegacyEncoding encoding);  // to code points
void append_unit(Units& out, char32_t unit);                   // as a code point, when the encoding says nothing of it
Units letters_of(std::string_view text);                       // UTF-8 to code points
std::string utf8_of(UnitsView letters);

bool is_word_unit(char32_t unit);  // ASCII letters and everything that is no ASCII
// In TCVN3 a capital with a tone has the code of the small letter: the letters around it say which it is.
bool is_in_capitals(UnitsView word);

// Calls look(word) for every run of letters and of what is no ASCII.
template <class Look>
void each_word(UnitsView units, const Look& look) {
  for (std::size_t at = 0; at < units.size();) {
    std::size_t end = at;
    while (end < units.size() && is_word_unit(units[end])) ++end;
    if (end > at) look(units.substr(at, end - at));
    at = std::max(end, at + 1);
  }
}

}  // namespace congbo
