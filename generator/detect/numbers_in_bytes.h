// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers in the headers of files. What is behind the end reads as 0.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace congbo::detect {

inline std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t count, bool little) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t from = little ? at + count - 1 - i : at + i;
    value = value << 8 | (from < bytes.size() ? static_cast<unsigned char>(bytes[from]) : 0U);
  }
  return value;
}
inline std::uint32_t big(std::string_view bytes, std::size_t at, std::size_t count) {
  return number(bytes, at, count, false);
}
inline std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t count) {
  return number(bytes, at, count, true);
}

}  // namespace congbo::detect
