// SPDX-License-Identifier: GPL-3.0-or-later
// Lines of a text; tables as plain text: a record a line, its fields separated by tabs.
#pragma once
#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace congbo {

// Calls visit(line) for every line, without its line feed, which the last one need not have.
template <class Visit>
void each_line(std::string_view text, const Visit& visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// The offset of each line, the first 0. Line ends as cmark and libyaml count them: LF, CR LF, and a CR alone.
std::vector<std::size_t> line_starts(std::string_view text);

// Line `number` (1-based) without its line end; empty past the end. `starts` is line_starts(text).
std::string_view line_of(std::string_view text, const std::vector<std::size_t>& starts, int number);

// What stands between the tabs; one field at least.
std::vector<std::string_view> fields_of(std::string_view line);

// What can stand in a field: tabs and line feeds become spaces.
std::string as_field(std::string text);

}  // namespace congbo
