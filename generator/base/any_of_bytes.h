// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace congbo {

// Looked at together: a vector of GCC and Clang.
inline constexpr std::size_t bytes_at_once = 16;

// Whether one of the `bytes_at_once` bytes from `at` on is one of `wanted`.
template <char... wanted>
bool any_of_bytes(const char* at) {
  using Bytes = signed char __attribute__((vector_size(bytes_at_once)));
  Bytes bytes;
  std::memcpy(&bytes, at, bytes_at_once);
  const Bytes found = ((bytes == wanted) | ...);
  std::uint64_t halves[2];
  std::memcpy(halves, &found, bytes_at_once);
  return (halves[0] | halves[1]) != 0;
}

// The place of the first of the bytes `wanted` from `at` on; the size of the text for none. find_first_of calls a
// function for each byte.
template <char... wanted>
std::size_t find_any_of(std::string_view text, std::size_t at = 0) {
  while (text.size() - at >= bytes_at_once && !any_of_bytes<wanted...>(text.data() + at)) at += bytes_at_once;
  while (at < text.size() && !((text[at] == wanted) || ...)) ++at;
  return at;
}

}  // namespace congbo
