// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/content_lines.h"

#include <algorithm>

namespace congbo::formats {

namespace {

constexpr std::size_t longest_line = 75;  // octets, without the line end

bool continues_letter(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

}  // namespace

std::string escape_content_text(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\\' || c == ',' || c == ';') {
      escaped += '\\';
      escaped += c;
    } else if (c == '\n' || (c == '\r' && text.substr(i + 1, 1) != "\n")) {
      escaped += "\\n";
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      escaped += c;
    } else if (c == '\t') {
      escaped += ' ';
    }
  }
  return escaped;
}

ContentLines& ContentLines::line(std::string_view name, std::string_view value) {
  std::string whole;
  whole.reserve(name.size() + value.size() + 1);
  whole.append(name).append(":").append(value);
  std::size_t room = longest_line;
  for (std::size_t at = 0; at < whole.size();) {
    std::size_t end = std::min(whole.size(), at + room);
    while (end < whole.size() && end > at + 1 && continues_letter(whole[end])) --end;
    if (at > 0) out_ += "\r\n ";
    out_.append(whole, at, end - at);
    at = end;
    room = longest_line - 1;  // the blank that begins a continued line counts
  }
  out_ += "\r\n";
  return *this;
}

ContentLines& ContentLines::text(std::string_view name, std::string_view value) {
  return line(name, escape_content_text(value));
}

ContentLines& ContentLines::text_unless_empty(std::string_view name, std::string_view value) {
  return value.empty() ? *this : text(name, value);
}

}  // namespace congbo::formats
