// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/source_text.h"

#include <algorithm>
#include <utility>

namespace congbo {
namespace {

// Line ends as cmark and libyaml count them: LF, CR LF, and a CR alone.
std::vector<std::size_t> line_starts(const std::string& bytes) {
  std::vector<std::size_t> starts = {0};
  const char* ends = bytes.find('\r') == std::string::npos ? "\n" : "\r\n";
  const bool only_line_feeds = ends[1] == 0;
  std::size_t at = only_line_feeds ? bytes.find('\n') : bytes.find_first_of(ends);
  while (at != std::string::npos) {
    const bool pair = bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n';
    const std::size_t next = at + (pair ? 2 : 1);
    starts.push_back(next);
    at = only_line_feeds ? bytes.find('\n', next) : bytes.find_first_of(ends, next);
  }
  return starts;
}

}  // namespace

SourceText::SourceText(std::string path, std::string bytes)
    : path_(std::move(path)), bytes_(std::move(bytes)), starts_(line_starts(bytes_)) {}

Place SourceText::place(std::size_t offset, std::size_t length) const {
  offset = std::min(offset, bytes_.size());
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  Place found;
  found.file = path_;
  found.line = static_cast<int>(after - starts_.begin());
  const std::string_view text = line(found.line);
  const std::size_t start = starts_[static_cast<std::size_t>(found.line) - 1];
  const std::size_t within = std::min(offset - start, text.size());
  found.column = static_cast<int>(count_code_points(text.substr(0, within))) + 1;
  found.length = static_cast<int>(count_code_points(text.substr(within, length)));
  return found;
}

Place SourceText::place_of_column(int line_number, int byte_column, std::size_t byte_length) const {
  const int last = line_count();
  const std::size_t index = static_cast<std::size_t>(std::clamp(line_number, 1, last)) - 1;
  const std::size_t within = static_cast<std::size_t>(std::max(byte_column, 1)) - 1;
  return place(starts_[index] + std::min(within, line(static_cast<int>(index) + 1).size()), byte_length);
}

std::string_view SourceText::line(int number) const {
  if (number < 1 || number > line_count()) return {};
  const std::size_t index = static_cast<std::size_t>(number) - 1;
  const std::size_t start = starts_[index];
  std::size_t end = index + 1 < starts_.size() ? starts_[index + 1] : bytes_.size();
  if (index + 1 < starts_.size()) {
    if (bytes_[end - 1] == '\n') --end;
    if (end > start && bytes_[end - 1] == '\r') --end;
  }
  return std::string_view(bytes_).substr(start, end - start);
}

namespace {

// Length of the well-formed sequence that may start with `lead`, judged by its first byte alone.
std::size_t expected_length(unsigned char lead) {
  if (lead >= 0xF0 && lead < 0xF5) return 4;
  if (lead >= 0xE0 && lead < 0xF0) return 3;
  if (lead >= 0xC2 && lead < 0xE0) return 2;
  return 1;
}

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

}  // namespace

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const std::size_t length = expected_length(static_cast<unsigned char>(text[at]));
    std::size_t taken = 1;
    while (taken < length && at + taken < text.size() && is_continuation(text[at + taken])) ++taken;
    at += taken == length ? length : 1;
  }
  return count;
}

}  // namespace congbo
