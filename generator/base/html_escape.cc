// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/html_escape.h"

#include <array>
#include <cstdint>

#include "generator/base/any_of_bytes.h"

namespace congbo {
namespace {

constexpr std::array<std::string_view, 6> references = {"", "&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};

// For each byte the index into `references`; 0 for what stands as it is.
constexpr std::array<std::uint8_t, 256> reference_of = [] {
  std::array<std::uint8_t, 256> table = {};
  table['&'] = 1;
  table['<'] = 2;
  table['>'] = 3;
  table['"'] = 4;
  table['\''] = 5;
  return table;
}();

constexpr std::array<bool, 256> bytes_in(std::string_view extra) {
  std::array<bool, 256> table = {};
  for (int byte = '0'; byte <= '9'; ++byte) table[static_cast<std::size_t>(byte)] = true;
  for (int byte = 'a'; byte <= 'z'; ++byte) table[static_cast<std::size_t>(byte)] = true;
  for (int byte = 'A'; byte <= 'Z'; ++byte) table[static_cast<std::size_t>(byte)] = true;
  for (const char byte : extra) table[static_cast<unsigned char>(byte)] = true;
  return table;
}

// RFC 3986, 2.3 "unreserved" and 3.3 "pchar" with "/".
constexpr std::array<bool, 256> kept_in_component = bytes_in("-._~");
constexpr std::array<bool, 256> kept_in_path = bytes_in("-._~!$&'()*+,;=:@/");

std::string percent_encode(std::string_view text, const std::array<bool, 256>& kept) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size() + text.size() / 4);
  for (const char byte : text) {
    const auto value = static_cast<unsigned char>(byte);
    if (kept[value]) {
      out += byte;
    } else {
      out += '%';
      out += digits[value >> 4];
      out += digits[value & 15];
    }
  }
  return out;
}

int hexadecimal_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

}  // namespace

void append_html_escaped(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    while (text.size() - at >= bytes_at_once && !any_of_bytes<'&', '<', '>', '"', '\''>(text.data() + at))
      at += bytes_at_once;
    if (at == text.size()) break;
    const std::uint8_t reference = reference_of[static_cast<unsigned char>(text[at])];
    if (reference == 0) continue;
    out.append(text.data() + copied, at - copied);
    out.append(references[reference]);
    copied = at + 1;
  }
  out.append(text.data() + copied, text.size() - copied);
}

std::string html_escape(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  append_html_escaped(out, text);
  return out;
}

std::string url_encode_path(std::string_view path) {
  return percent_encode(path, kept_in_path);
}

std::string url_encode_component(std::string_view text) {
  return percent_encode(text, kept_in_component);
}

std::string url_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      out += text[at];
      continue;
    }
    if (at + 2 >= text.size()) return {};
    const int high = hexadecimal_value(text[at + 1]);
    const int low = hexadecimal_value(text[at + 2]);
    if (high < 0 || low < 0) return {};
    out += static_cast<char>(high * 16 + low);
    at += 2;
  }
  return out;
}

}  // namespace congbo
