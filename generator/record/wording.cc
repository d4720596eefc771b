// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/wording.h"

#include <algorithm>
#include <array>

namespace congbo::record {

namespace {

constexpr std::array<std::string_view, 12> english_months = {"January", "February", "March",     "April",   "May",      "June",
                                                             "July",    "August",   "September", "October", "November", "December"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "09:30" of the moment, in Vietnam.
std::string hour_text(Instant moment) {
  const std::string machine = to_rfc3339(moment);
  return machine.substr(11, 5);
}

std::string grouped(std::string_view digits, char separator) {
  std::string out;
  out.reserve(digits.size() + digits.size() / 3 + 1);
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += separator;
    out += digits[i];
  }
  return out;
}

// Bytes of the character that starts with `first`; 1 for anything that cannot start one.
std::size_t character_length(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

void trim_before_ellipsis(std::string& text) {
  while (!text.empty() && (is_space(text.back()) || std::string_view(",;:-").find(text.back()) != std::string_view::npos))
    text.pop_back();
}

}  // namespace

std::string date_text(Date day, std::string_view language) {
  if (language == "vi") return to_vietnamese(day);
  const std::string year = std::to_string(day.year), number = std::to_string(day.day);
  if (language == "en") return number + " " + std::string(english_months[static_cast<std::size_t>(day.month - 1)]) + " " + year;
  if (language == "zh") return year + "年" + std::to_string(day.month) + "月" + number + "日";
  return to_text(day);
}

std::string date_text(Instant moment, std::string_view language) {
  if (language == "vi") return to_vietnamese(moment);
  return date_text(date_of(moment), language) + (language == "en" ? ", " : " ") + hour_text(moment);
}

std::string number_text(std::string_view written, std::string_view language) {
  const bool vietnamese = language == "vi";
  if (!vietnamese && language != "en" && language != "zh") return std::string(written);
  std::string_view rest = written;
  const bool negative = !rest.empty() && rest.front() == '-';
  if (negative) rest.remove_prefix(1);
  const std::size_t point = rest.find('.');
  const std::string_view whole = rest.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? std::string_view() : rest.substr(point + 1);
  const bool plain = !whole.empty() && std::all_of(whole.begin(), whole.end(), is_digit) &&
                     std::all_of(fraction.begin(), fraction.end(), is_digit) &&
                     (point == std::string_view::npos || !fraction.empty()) && (whole.size() == 1 || whole.front() != '0');
  if (!plain) return std::string(written);
  std::string out = negative ? "-" : "";
  out += grouped(whole, vietnamese ? '.' : ',');
  if (!fraction.empty()) {
    out += vietnamese ? ',' : '.';
    out += fraction;
  }
  return out;
}

std::string shorten(std::string_view text, std::size_t limit) {
  std::string out;
  out.reserve(std::min(text.size(), 4 * limit));
  std::size_t count = 0;          // code points in `out`
  std::size_t cut = 0;            // the last space of the second half that leaves room for "…"
  std::size_t room = 0;           // the first limit − 1 code points of `out`, for writing without spaces
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      while (at < text.size() && is_space(text[at])) ++at;
      if (out.empty() || at == text.size()) continue;
      if (count < limit && 2 * count >= limit) cut = out.size();
      out += ' ';
    } else {
      const std::size_t length = character_length(text[at]);
      out.append(text.substr(at, length));
      at += length;
    }
    ++count;
    if (count + 1 == limit) room = out.size();
    if (count <= limit) continue;
    out.resize(cut > 0 ? cut : room);
    trim_before_ellipsis(out);
    return out + "…";
  }
  return out;
}

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string file_type(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::size_t point = name.rfind('.');
  if (point == std::string_view::npos || point == 0) return {};
  std::string type(name.substr(point + 1));
  if (type.empty() || type.size() > 8) return {};
  for (char& c : type) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    else if (!is_digit(c) && !(c >= 'A' && c <= 'Z')) return {};
  }
  return type;
}

}  // namespace congbo::record
