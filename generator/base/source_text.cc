// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/source_text.h"

#include <algorithm>
#include <utility>

#include "generator/base/lines.h"

namespace congbo {

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
  return line_of(bytes_, starts_, number);
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
