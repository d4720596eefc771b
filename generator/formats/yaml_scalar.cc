// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "generator/formats/yaml.h"

namespace congbo::formats {
namespace {

// Other YAML programs read these as something else than text, so they are quoted although we would not.
bool is_word_with_meaning(std::string_view text) {
  static constexpr std::array<std::string_view, 9> words = {"true", "false", "yes", "no", "on",
                                                            "off",  "null",  "y",   "n"};
  std::string lower(text);
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return std::find(words.begin(), words.end(), lower) != words.end();
}

// "010", "1.50", "12:30", "1e5" — but not a day such as "2024-03-04", which people write bare.
bool looks_like_a_number(std::string_view text) {
  if (text.find_first_not_of("0123456789.+-_:eExXoO") != std::string_view::npos) return false;
  const bool day = text.size() == 10 && text[4] == '-' && text[7] == '-';
  return text.find_first_of("0123456789") != std::string_view::npos && !day;
}

bool may_stand_bare(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (std::string_view("-?:,[]{}#&*!|>'\"%@`~=<.").find(text.front()) != std::string_view::npos) return false;
  if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
  if (text.find_first_of("\t[]{},") != std::string_view::npos) return false;  // would end it inside [a, b]
  for (const char byte : text)
    if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) return false;
  return !is_word_with_meaning(text) && !looks_like_a_number(text);
}

void append_escaped(std::string& out, char byte) {
  static constexpr char digits[] = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  if (value >= 0x20 && value != 0x7F) {
    out += byte;
    return;
  }
  out += "\\x";
  out += digits[value >> 4];
  out += digits[value & 15];
}

}  // namespace

std::string yaml_scalar(std::string_view text) {
  if (may_stand_bare(text)) return std::string(text);
  std::string out = "\"";
  for (const char byte : text) append_escaped(out, byte);
  return out += '"';
}

}  // namespace congbo::formats
