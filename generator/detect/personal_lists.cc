// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/detect/personal_lists.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "generator/base/unicode.h"

namespace congbo::detect {

namespace {

constexpr std::size_t npos = std::string_view::npos;

// Headings of columns that only lists of persons have, folded.
constexpr std::array<std::string_view, 8> columns = {"ngay sinh", "nam sinh", "thang nam sinh", "cccd",
                                                     "can cuoc",  "cmnd",     "noi thuong tru", "noi o hien nay"};
constexpr std::array<std::string_view, 3> name_columns = {"ho ten", "ho va ten", "ho, ten"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool has_any(const std::string& folded, const std::string_view* first, const std::string_view* last) {
  return std::any_of(first, last, [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

// A row of a list of persons has a year, a date or a number of a card.
bool has_data(std::string_view row) {
  std::size_t digits = 0;
  for (const char c : row) {
    digits = is_digit(c) ? digits + 1 : 0;
    if (digits >= 4) return true;
  }
  return false;
}

std::string_view line_at(std::string_view text, std::size_t start) {
  return text.substr(start, std::min(text.find('\n', start), text.size()) - start);
}

// Rows with data of the table whose heading ends before `start`.
std::size_t rows_after(std::string_view text, std::size_t start) {
  std::size_t rows = 0;
  while (start < text.size()) {
    const std::string_view line = line_at(text, start);
    if (line.find('|') == npos) break;
    rows += has_data(line) ? 1 : 0;
    start += line.size() + 1;
  }
  return rows;
}

void find_tables(std::string_view text, std::vector<Finding>& found) {
  bool in_table = false;
  for (std::size_t start = 0; start < text.size();) {
    const std::string_view line = line_at(text, start);
    const std::size_t next = start + line.size() + 1;
    const bool row = line.find('|') != npos;
    if (row && !in_table && line.size() < 2'000) {
      const std::string heading = fold(line);
      if (has_any(heading, columns.data(), columns.data() + columns.size()) &&
          has_any(heading, name_columns.data(), name_columns.data() + name_columns.size())) {
        const std::size_t rows = rows_after(text, next);
        if (rows >= list_threshold) found.push_back({"personal-list", start, line.size(), std::to_string(rows)});
      }
    }
    in_table = row;
    start = next;
  }
}

}  // namespace

void add_personal_lists(std::string_view text, std::vector<Finding>& found) {
  std::map<std::string_view, std::pair<std::size_t, const Finding*>> kinds;
  for (const Finding& one : found) {
    auto& [count, first] = kinds[one.code];
    if (count++ == 0) first = &one;
  }
  std::vector<Finding> lists;
  for (const auto& [code, kind] : kinds)
    if (kind.first >= list_threshold)
      lists.push_back({"personal-list", kind.second->offset, kind.second->length, std::to_string(kind.first)});
  if (lists.empty()) find_tables(text, lists);
  found.insert(found.end(), lists.begin(), lists.end());
}

}  // namespace congbo::detect
