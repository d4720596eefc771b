// SPDX-License-Identifier: GPL-3.0-or-later
// Letters and digits of ASCII alone, for names of machines (hosts, headers, addresses of mail, ids): whatever else is
// in the text stays as it is. Words of people need unicode.h.
#pragma once
#include <string>
#include <string_view>

namespace congbo {

inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

// Digits and small letters from a to f; true of an empty text.
inline bool is_lower_hex(std::string_view text) {
  return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace congbo
