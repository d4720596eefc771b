// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/redirects/percent.h"

namespace congbo::redirects {

namespace {

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~' || c == '/';
}

std::string encode(std::string_view text, std::string_view also_plain) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size() + 8);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain(c) || also_plain.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
  return out;
}

}  // namespace

std::string encoded(std::string_view path) {
  return encode(path, "");
}

std::string encoded_address(std::string_view address) {
  return encode(address, ":?#=&%+,;@!");
}

}  // namespace congbo::redirects
