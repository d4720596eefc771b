// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/lines.h"

namespace congbo {

std::vector<std::string_view> fields_of(std::string_view line) {
  std::vector<std::string_view> fields;
  for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
    fields.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  fields.push_back(line);
  return fields;
}

std::string as_field(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  return text;
}

std::vector<std::size_t> line_starts(std::string_view bytes) {
  std::vector<std::size_t> starts = {0};
  const char* ends = bytes.find('\r') == std::string_view::npos ? "\n" : "\r\n";
  const bool only_line_feeds = ends[1] == 0;
  std::size_t at = only_line_feeds ? bytes.find('\n') : bytes.find_first_of(ends);
  while (at != std::string_view::npos) {
    const bool pair = bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n';
    const std::size_t next = at + (pair ? 2 : 1);
    starts.push_back(next);
    at = only_line_feeds ? bytes.find('\n', next) : bytes.find_first_of(ends, next);
  }
  return starts;
}

std::string_view line_of(std::string_view bytes, const std::vector<std::size_t>& starts, int number) {
  if (number < 1 || static_cast<std::size_t>(number) > starts.size()) return {};
  const std::size_t index = static_cast<std::size_t>(number) - 1;
  const std::size_t start = starts[index];
  std::size_t end = index + 1 < starts.size() ? starts[index + 1] : bytes.size();
  if (index + 1 < starts.size()) {
    if (bytes[end - 1] == '\n') --end;
    if (end > start && bytes[end - 1] == '\r') --end;
  }
  return bytes.substr(start, end - start);
}

}  // namespace congbo
