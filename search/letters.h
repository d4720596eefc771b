// SPDX-License-Identifier: GPL-3.0-or-later
// What a code point is to the analyzer. A compact table in letters.cc is spread out at compile time; no library is
// asked.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace congbo::search {

enum class Modifier : std::uint8_t { none, breve, circumflex, horn, stroke };
enum class Tone : std::uint8_t { none, grave, acute, hook, tilde, dot };  // the digit at the end of an exact form

// A Latin letter: `base` is a–z, or 0 if the code point is none.
struct Letter {
  char base = 0;
  Modifier modifier = Modifier::none;
  Tone tone = Tone::none;
};

enum class CharacterKind : std::uint8_t {
  latin,  // `letter` says which
  digit,
  mark,       // a combining mark; `letter` has its modifier or tone, if Vietnamese has one
  ignored,    // zero width: as if it were not there
  separator,  // ends a token, keeps neighbours adjacent
  dash,       // a separator directly after a letter or digit, a break elsewhere
  foreign,    // a letter of another alphabet, kept in `lower`
  ideograph,  // a token of its own
  clause_break,
};

struct Character {
  CharacterKind kind = CharacterKind::clause_break;
  Letter letter;
  char32_t lower = 0;
  std::size_t size = 1;  // bytes of UTF-8 read
};

// What Vietnamese is written with, ready made: code points below 0x250, and from 0x1E00 to 0x1EFF.
extern const std::array<Character, 0x250> low_characters;
extern const std::array<Character, 0x100> additional_characters;

// As read_character() below.
Character read_any_character(std::string_view text, std::size_t offset);

// The character at `text[offset]`; a byte that is not well-formed UTF-8 is a clause break of one byte. An unusual one
// is put into `other`: copying every usual one would take as long as all that is done with it.
inline const Character& read_character(std::string_view text, std::size_t offset, Character& other) {
  const auto byte = [&](std::size_t i) -> unsigned { return static_cast<unsigned char>(text[offset + i]); };
  const auto continues = [&](std::size_t i) { return offset + i < text.size() && (byte(i) & 0xC0) == 0x80; };
  const unsigned first = byte(0);
  if (first < 0x80) return low_characters[first];
  if (first >= 0xC3 && first <= 0xC8 && continues(1)) return low_characters[(first & 0x1F) << 6 | (byte(1) & 0x3F)];
  if (first == 0xE1 && continues(1) && byte(1) >= 0xB8 && byte(1) <= 0xBB && continues(2))
    return additional_characters[(byte(1) & 0x03) << 6 | (byte(2) & 0x3F)];
  return other = read_any_character(text, offset);
}

// The letter with its modifier in UTF-8: ('o', horn) → "ơ".
std::string_view letter_with_modifier(const char& base, Modifier modifier);

}  // namespace congbo::search
