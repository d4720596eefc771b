// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/pages/load.h"

namespace congbo::pages {
namespace {

constexpr std::string_view fence = "---";

// Bytes of the line at `at` with its line end when it is a fence; 0 otherwise.
std::size_t fence_length(std::string_view bytes, std::size_t at) {
  if (bytes.substr(at, fence.size()) != fence) return 0;
  std::size_t end = at + fence.size();
  if (end < bytes.size() && bytes[end] == '\r') ++end;
  if (end == bytes.size()) return end - at;
  return bytes[end] == '\n' ? end + 1 - at : 0;
}

}  // namespace

SplitFile split_front_matter(std::string_view bytes) {
  SplitFile split;
  split.body = bytes;
  const std::size_t start = fence_length(bytes, 0);
  if (start == 0) return split;
  split.has_front_matter = true;
  for (std::size_t line = start; line < bytes.size();) {
    if (const std::size_t length = fence_length(bytes, line); length > 0) {
      split.front_matter = bytes.substr(start, line - start);
      split.body = bytes.substr(line + length);
      const auto lines = std::count(split.front_matter.begin(), split.front_matter.end(), '\n');
      split.body_line = split.front_matter_line + static_cast<int>(lines) + 1;
      return split;
    }
    const std::size_t end = bytes.find('\n', line);
    line = end == std::string_view::npos ? bytes.size() : end + 1;
  }
  split.unterminated = true;
  split.front_matter = bytes.substr(start);
  split.body = {};
  return split;
}

}  // namespace congbo::pages
