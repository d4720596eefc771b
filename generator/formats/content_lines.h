// SPDX-License-Identifier: GPL-3.0-or-later
// Content lines, the form that iCalendar (RFC 5545) and vCard (RFC 6350) share.
#pragma once
#include <string>
#include <string_view>
#include <utility>

namespace congbo::formats {

// Writes "NAME:value" lines, ended by CR LF and folded so that none is longer than 75 octets; a letter of several bytes
// is never cut in two.
class ContentLines {
 public:
  // `name` with its parameters, as they stand before the colon ("DTSTART;VALUE=DATE"); `value` as it stands after it.
  ContentLines& line(std::string_view name, std::string_view value);
  // The value is text: backslash, comma, semicolon and line breaks are escaped, control characters left out.
  ContentLines& text(std::string_view name, std::string_view value);
  ContentLines& text_unless_empty(std::string_view name, std::string_view value);
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

std::string escape_content_text(std::string_view text);

}  // namespace congbo::formats
