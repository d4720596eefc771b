// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/wording.h"

#include <algorithm>
#include <array>

namespace congbo::record {

namespace {

constexpr std::array<std::string_view, 12> english_months = {"January",   "February", "March",    "April",
                                                             "May",       "June",     "July",     "August",
                                                             "September", "October",  "November", "December"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

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

bool starts_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

void trim_before_ellipsis(std::string& text) {
  while (!text.empty() &&
         (is_space(text.back()) || std::string_view(",;:-").find(text.back()) != std::string_view::npos))
    text.pop_back();
}

// The first `count` characters of `text`.
std::string_view first_characters(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size() && (count > 0 || !starts_character(text[at]))) count -= starts_character(text[at++]);
  return text.substr(0, at);
}

// `out` holds `count` code points of whole words, and `next` does not fit. Ends before `next`, unless that would give
// less than half of what is allowed (writing without spaces): then within it.
std::string cut_off(std::string out, std::size_t count, std::string_view next, std::size_t limit) {
  const std::size_t room = limit - 1;  // beside "…"
  if (count > room) {
    const std::size_t space = out.rfind(' ');
    out.resize(space == std::string::npos ? first_characters(out, room).size() : space);
  } else if (2 * count < limit) {
    if (count > 0) out += ' ';
    out += first_characters(next, room - std::min(room, count + (count > 0)));
  }
  trim_before_ellipsis(out);
  return out + "…";
}

}  // namespace

std::string date_text(Date day, std::string_view language) {
  if (language == "vi") return to_vietnamese(day);
  const std::string year = std::to_string(day.year), number = std::to_string(day.day);
  if (language == "en")
    return number + " " + std::string(english_months[static_cast<std::size_t>(day.month - 1)]) + " " + year;
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
                     (point == std::string_view::npos || !fraction.empty()) &&
                     (whole.size() == 1 || whole.front() != '0');
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
  std::size_t count = 0;  // code points in `out`
  for (std::size_t at = 0;;) {
    while (at < text.size() && is_space(text[at])) ++at;
    std::size_t end = at, length = 0;  // of the next word
    while (end < text.size() && !is_space(text[end])) length += starts_character(text[end++]);
    if (end == at) return out;
    const std::string_view word = text.substr(at, end - at);
    if (count + (count > 0) + length > limit) return cut_off(std::move(out), count, word, limit);
    if (count > 0) out += ' ';
    out += word;
    count += (count > 0) + length;
    at = end;
  }
}

std::string_view file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view without_ending(std::string_view path) {
  const std::string_view name = file_name(path);
  return path.substr(0, path.size() - name.size() + std::min(name.rfind('.'), name.size()));
}

std::string file_type(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::size_t point = name.rfind('.');
  if (point == std::string_view::npos || point == 0) return {};
  std::string type(name.substr(point + 1));
  if (type.empty() || type.size() > 8) return {};
  for (char& c : type) {
    if (c >= 'a' && c <= 'z')
      c = static_cast<char>(c - 'a' + 'A');
    else if (!is_digit(c) && !(c >= 'A' && c <= 'Z'))
      return {};
  }
  return type;
}

}  // namespace congbo::record
