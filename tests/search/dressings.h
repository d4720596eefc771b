// SPDX-License-Identifier: GPL-3.0-or-later
// One question as different people write it.
#pragma once
#include <string>

namespace congbo::search {

std::string folded(const std::string& text);  // no diacritics, small letters
// Letters apart from their marks, tones first: not even in normal form D.
std::string decomposed(const std::string& text);
std::string with_typo(const std::string& text);  // two neighbouring letters of the longest word exchanged
std::string abbreviated(std::string text);

}  // namespace congbo::search
