// SPDX-License-Identifier: GPL-3.0-or-later
// An encoding is the right one when words that could not be read become syllables.
#include <algorithm>
#include <array>
#include <set>

#include "generator/base/legacy_units.h"
#include "generator/base/unicode.h"
#include "generator/base/vietnamese_letters.h"

namespace congbo {
namespace {

constexpr std::array<LegacyEncoding, 6> encodings = {LegacyEncoding::tcvn3,        LegacyEncoding::vni,
                                                     LegacyEncoding::viscii,       LegacyEncoding::vps,
                                                     LegacyEncoding::windows_1258, LegacyEncoding::utf8_twice};

bool has_mark(UnitsView word) {
  return std::any_of(word.begin(), word.end(), [](char32_t unit) { return unit >= 0x80; });
}

bool is_punctuation(char32_t letter) {
  return letter == 0xA0 || letter == 0xAB || letter == 0xBB || letter == 0xB0 || letter == 0xB7 || letter == 0xA7 ||
         (letter >= 0x2010 && letter <= 0x203A);
}

// What may stand between two words without a space.
bool is_joint(char32_t letter) {
  return letter == 0xA0 || (letter >= 0x2010 && letter <= 0x2015) || letter == 0x2019 || letter == 0x2026;
}

UnitsView without_punctuation(UnitsView word) {
  while (!word.empty() && is_punctuation(word.front())) word.remove_prefix(1);
  while (!word.empty() && is_punctuation(word.back())) word.remove_suffix(1);
  return word;
}

// Words as they stand: letters of Unicode, with punctuation around and dashes between them.
bool reads_as_is(UnitsView units) {
  Units word;
  for (const char32_t unit : units) append_unit(word, unit);
  UnitsView rest = word;
  while (!rest.empty()) {
    rest = without_punctuation(rest);
    const auto end = std::find_if(rest.begin(), rest.end(), is_joint);
    const UnitsView part = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
    rest.remove_prefix(part.size());
    const UnitsView bare = without_punctuation(part);
    if (has_mark(bare) && !is_syllable(bare)) return false;
  }
  return true;
}

bool reads_decoded(UnitsView word, LegacyEncoding encoding) {
  Units letters = decode_units(word, encoding);
  if (encoding == LegacyEncoding::tcvn3 && is_in_capitals(word)) letters = letters_of(to_lower(utf8_of(letters)));
  return is_syllable(letters);
}

constexpr std::size_t most_words = 400;  // different ones; more would not make it surer

// Letters and signs of Windows-1252 that no Vietnamese word has.
bool is_foreign(char32_t unit) {
  return unit >= 0x80 && unit < 0x100 && split_vowel(unit).letter == 0;
}

// A quick look: of the words with such a letter, does one become a syllable? All old encodings put some there.
bool may_be_misread(UnitsView units) {
  bool any = false;
  each_word(units, [&](UnitsView word) {
    if (any || word.size() > 40 || std::none_of(word.begin(), word.end(), is_foreign)) return;
    for (const LegacyEncoding encoding : encodings) any = any || reads_decoded(word, encoding);
  });
  return any;
}

// The lines that are not UTF-8: the others are right already.
std::string broken_lines(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
    if (first_invalid_utf8(line)) lines += line;
    text.remove_prefix(line.size());
  }
  return lines;
}

std::set<Units> unreadable_words(UnitsView units) {
  std::set<Units> words;
  each_word(units, [&](UnitsView word) {
    if (words.size() < most_words && word.size() <= 40 && has_mark(word) && !reads_as_is(word)) words.emplace(word);
  });
  return words;
}

}  // namespace

std::optional<LegacyEncoding> recognise_legacy(std::string_view text, LegacyShape shape) {
  const bool misread = shape == LegacyShape::misread;
  if (misread && !may_be_misread(units_of(text, shape))) return std::nullopt;
  const std::set<Units> words = unreadable_words(units_of(misread ? std::string(text) : broken_lines(text), shape));
  if (words.size() < 2) return std::nullopt;
  std::array<std::size_t, encodings.size()> readable{};
  for (std::size_t i = 0; i < encodings.size(); ++i)
    for (const Units& word : words) readable[i] += reads_decoded(word, encodings[i]) ? 1 : 0;
  if (!misread) readable[static_cast<std::size_t>(LegacyEncoding::utf8_twice)] = 0;
  const auto best = std::max_element(readable.begin(), readable.end());
  if (*best < 2 || *best * 5 < words.size() * 4) return std::nullopt;
  const LegacyEncoding found = encodings[static_cast<std::size_t>(best - readable.begin())];
  for (std::size_t i = 0; i < encodings.size(); ++i) {
    if (encodings[i] == found || readable[i] < *best) continue;
    for (const Units& word : words)
      if (decode_units(word, encodings[i]) != decode_units(word, found)) return std::nullopt;
  }
  return found;
}

bool is_legacy_line(std::string_view line, LegacyEncoding encoding) {
  bool unreadable = false, all = true;
  each_word(units_of(line, LegacyShape::misread), [&](UnitsView word) {
    if (!has_mark(word)) return;
    const bool as_is = reads_as_is(word);
    const bool new_letter = std::any_of(word.begin(), word.end(), [](char32_t unit) { return unit >= 0x100; });
    unreadable = unreadable || !as_is;
    all = all && !(as_is && new_letter) && reads_decoded(word, encoding);
  });
  return unreadable && all;
}

bool is_vietnamese_syllable(std::string_view word) {
  return is_syllable(letters_of(word));
}

}  // namespace congbo
