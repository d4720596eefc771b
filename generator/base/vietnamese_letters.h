// SPDX-License-Identifier: GPL-3.0-or-later
// Vietnamese vowels as a letter and a tone. Private to this module: outside it, text is UTF-8.
#pragma once
#include <string_view>

namespace congbo {

enum class Tone { level, huyen, hoi, nga, sac, nang };

struct Vowel {
  char32_t letter = 0;  // without tone, case kept; 0 when it is no Vietnamese vowel
  Tone tone = Tone::level;
};

Vowel split_vowel(char32_t letter);
// The precomposed letter; `letter` as it is when it is no Vietnamese vowel.
char32_t with_tone(char32_t letter, Tone tone);
char32_t without_tone(char32_t letter);

// a–z with ă â đ ê ô ơ ư and f j w z, without tones, either case.
bool is_vietnamese_letter(char32_t letter);

// A word with the structure of a syllable, in one case or with a capital first: onset and vowels, vowels and coda, coda
// and tone go together.
bool is_syllable(std::u32string_view word);

}  // namespace congbo
