// SPDX-License-Identifier: GPL-3.0-or-later
// Works on units: a byte of the old encoding is a number below 256, a character that can be no such byte (a letter that
// is right already) is its code point.
#include "generator/base/legacy_vietnamese.h"

#include <algorithm>
#include <array>
#include <map>

#include "generator/base/legacy_tables.h"
#include "generator/base/legacy_units.h"
#include "generator/base/unicode.h"
#include "generator/base/utf8.h"

namespace congbo {

namespace {

// 0x80–0x9F of Windows-1252; 0 where it has none (then the control character of that number stands for the byte).
constexpr std::array<char32_t, 32> windows_1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

char32_t character_of_byte(char32_t byte) {
  return byte >= 0x80 && byte < 0xA0 && windows_1252[byte - 0x80] != 0 ? windows_1252[byte - 0x80] : byte;
}

char32_t byte_of_character(char32_t character) {
  if (character < 0x100) return character;
  const auto known = std::find(windows_1252.begin(), windows_1252.end(), character);
  return known == windows_1252.end() ? character : 0x80 + static_cast<char32_t>(known - windows_1252.begin());
}

}  // namespace

Units units_of(std::string_view text, LegacyShape shape) {
  Units units;
  units.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = shape == LegacyShape::misread ? decode(text, at) : CodePoint{};
    units += point.length == 0 ? static_cast<unsigned char>(text[at]) : byte_of_character(point.value);
    at += std::max<std::size_t>(point.length, 1);
  }
  return units;
}

// What a unit is in UTF-8 when the encoding says nothing about it.
void append_unit(Units& out, char32_t unit) {
  out += character_of_byte(unit);
}

namespace {

struct Codes {
  std::array<char32_t, 256> single{};
  std::map<std::uint16_t, char32_t> pairs;  // first · 256 + second
  std::map<char32_t, std::uint16_t> of_letter;
};

Codes codes_of(const LegacyTable& table) {
  Codes codes;
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i] == 0) continue;
    if (table[i] < 0x100)
      codes.single[table[i]] = legacy_letters[i];
    else
      codes.pairs[table[i]] = legacy_letters[i];
    codes.of_letter[legacy_letters[i]] = table[i];
  }
  return codes;
}

const Codes& codes_of(LegacyEncoding encoding) {
  static const std::array<Codes, 4> all = {codes_of(tcvn3_table), codes_of(vni_table), codes_of(viscii_table),
                                           codes_of(vps_table)};
  return all[static_cast<std::size_t>(encoding)];
}

// The letter of two units; a capital letter may bear the mark of a small one, since fonts for capitals draw it so.
char32_t letter_of_pair(const Codes& codes, char32_t first, char32_t second) {
  if (first >= 0x100 || second < 0x80 || second >= 0x100) return 0;
  auto known = codes.pairs.find(static_cast<std::uint16_t>(first << 8 | second));
  if (known == codes.pairs.end() && second >= 0xE0)
    known = codes.pairs.find(static_cast<std::uint16_t>(first << 8 | (second - 0x20)));
  return known == codes.pairs.end() ? 0 : known->second;
}

Units decode_by_table(UnitsView units, const Codes& codes) {
  Units out;
  for (std::size_t i = 0; i < units.size(); ++i) {
    const char32_t pair =
        i + 1 < units.size() && !codes.pairs.empty() ? letter_of_pair(codes, units[i], units[i + 1]) : 0;
    if (pair != 0) {
      out += pair;
      ++i;
    } else if (units[i] < 0x100 && codes.single[units[i]] != 0) {
      out += codes.single[units[i]];
    } else {
      append_unit(out, units[i]);
    }
  }
  return out;
}

constexpr std::array<std::pair<char32_t, char32_t>, 13> windows_1258 = {{{0xC3, U'Ă'},
                                                                         {0xE3, U'ă'},
                                                                         {0xD0, U'Đ'},
                                                                         {0xF0, U'đ'},
                                                                         {0xD5, U'Ơ'},
                                                                         {0xF5, U'ơ'},
                                                                         {0xDD, U'Ư'},
                                                                         {0xFD, U'ư'},
                                                                         {0xCC, 0x300},
                                                                         {0xEC, 0x301},
                                                                         {0xD2, 0x309},
                                                                         {0xDE, 0x303},
                                                                         {0xF2, 0x323}}};

}  // namespace

std::string utf8_of(UnitsView letters) {
  std::string text;
  for (const char32_t letter : letters) append_utf8(text, letter);
  return text;
}

Units letters_of(std::string_view text) {
  Units letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    letters += point.length == 0 ? static_cast<unsigned char>(text[at]) : point.value;
    at += std::max<std::size_t>(point.length, 1);
  }
  return letters;
}

namespace {

Units decode_windows_1258(UnitsView units) {
  Units out;
  for (const char32_t unit : units) {
    const auto known = std::find_if(windows_1258.begin(), windows_1258.end(),
                                    [&](const std::pair<char32_t, char32_t>& one) { return one.first == unit; });
    if (known == windows_1258.end())
      append_unit(out, unit);
    else
      out += known->second;
  }
  return letters_of(to_nfc(utf8_of(out)));
}

Units decode_utf8_twice(UnitsView units) {
  std::string bytes;
  for (const char32_t unit : units) {
    if (unit < 0x100)
      bytes += static_cast<char>(unit);
    else
      append_utf8(bytes, unit);
  }
  Units out;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode(bytes, at);
    if (point.length == 0)
      append_unit(out, static_cast<unsigned char>(bytes[at]));
    else
      out += point.value;
    at += std::max<std::size_t>(point.length, 1);
  }
  return out;
}

}  // namespace

Units decode_units(UnitsView units, LegacyEncoding encoding) {
  if (encoding == LegacyEncoding::windows_1258) return decode_windows_1258(units);
  if (encoding == LegacyEncoding::utf8_twice) return decode_utf8_twice(units);
  return decode_by_table(units, codes_of(encoding));
}

namespace {

bool is_small(char32_t unit) {
  return unit >= 'a' && unit <= 'z';
}
bool is_capital(char32_t unit) {
  return unit >= 'A' && unit <= 'Z';
}

}  // namespace

// In TCVN3 a capital with a tone has the code of the small letter: the letters around it say which it is.
bool is_in_capitals(UnitsView word) {
  return std::count_if(word.begin(), word.end(), is_capital) > 1 && std::none_of(word.begin(), word.end(), is_small);
}

bool is_word_unit(char32_t unit) {
  return unit >= 0x80 || is_small(unit) || is_capital(unit);
}

namespace {

// Whether the words of a line that show their case are in capitals.
bool is_line_in_capitals(UnitsView line) {
  bool capitals = false, small = false;
  each_word(line, [&](UnitsView word) {
    capitals = capitals || is_in_capitals(word);
    small = small || std::any_of(word.begin(), word.end(), is_small);
  });
  return capitals && !small;
}

std::string decode_line(UnitsView line, LegacyEncoding encoding) {
  if (encoding != LegacyEncoding::tcvn3) return utf8_of(decode_units(line, encoding));
  const bool all = is_line_in_capitals(line);
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && is_word_unit(line[end])) ++end;
    const bool word = end > at;
    if (!word) ++end;
    const UnitsView part = line.substr(at, end - at);
    const std::string text = utf8_of(decode_units(part, encoding));
    out += word && (all || is_in_capitals(part)) ? to_upper(text) : text;
    at = end;
  }
  return out;
}

}  // namespace

std::string_view name_of(LegacyEncoding encoding) {
  static constexpr std::array<std::string_view, 6> names = {"TCVN3 (ABC)", "VNI",          "VISCII",
                                                            "VPS",         "Windows-1258", "UTF-8 × 2"};
  return names[static_cast<std::size_t>(encoding)];
}

std::string from_legacy(std::string_view text, LegacyEncoding encoding, LegacyShape shape) {
  const Units units = units_of(text, shape);
  std::string out;
  for (std::size_t at = 0; at < units.size();) {
    const std::size_t end = std::min(units.find(U'\n', at), units.size() - 1);
    out += decode_line(UnitsView(units).substr(at, end + 1 - at), encoding);
    at = end + 1;
  }
  return out;
}

std::optional<std::string> to_legacy(std::string_view text, LegacyEncoding encoding) {
  if (static_cast<std::size_t>(encoding) >= 4) return std::nullopt;
  const Codes& codes = codes_of(encoding);
  std::string bytes;
  for (const char32_t letter : letters_of(text)) {
    const auto known = codes.of_letter.find(letter);
    if (known == codes.of_letter.end() && letter >= 0x80) return std::nullopt;
    const std::uint16_t code = known == codes.of_letter.end() ? static_cast<std::uint16_t>(letter) : known->second;
    if (code >= 0x100) bytes += static_cast<char>(code >> 8);
    bytes += static_cast<char>(code & 0xFF);
  }
  return bytes;
}

}  // namespace congbo
