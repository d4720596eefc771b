// SPDX-License-Identifier: GPL-3.0-or-later
// Lengths of documents in one byte: four levels an octave, exact below eight. The index itself has these lengths, so
// that what is computed from a byte in a browser is what Xapian computes.
#pragma once
#include <algorithm>
#include <cstdint>
#include <string>

namespace congbo::search {

constexpr std::uint8_t most_level = 120;

// 0, 1, … 7, 8, 10, 12, 14, 16, 20, 24, …; `level` is at most most_level.
constexpr std::uint64_t length_of_level(std::uint8_t level) {
  return level < 4 ? level : static_cast<std::uint64_t>(4 + (level & 3)) << ((level >> 2) - 1);
}

// The lowest level that is no shorter than `length`.
constexpr std::uint8_t level_of_length(std::uint64_t length) {
  std::uint8_t level = 0;
  while (level < most_level && length_of_level(level) < length) ++level;
  return level;
}

// As a value of a document.
inline std::string level_text(std::uint8_t level) {
  return std::string(1, static_cast<char>(level));
}
inline std::uint8_t level_of_text(const std::string& text) {
  return text.empty() ? 0 : std::min(static_cast<std::uint8_t>(text.front()), most_level);
}

}  // namespace congbo::search
