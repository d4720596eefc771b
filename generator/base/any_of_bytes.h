// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>

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

}  // namespace congbo
