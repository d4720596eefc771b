// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <string>

namespace congbo {

// Calls append(i, text) for 0 … count − 1; each call adds about as many bytes as the others. After the first of them
// the room for all is reserved: a long text that grows by doubling would hold twice what it needs.
template <class Append>
void append_each(std::string& text, std::size_t count, const Append& append) {
  constexpr std::size_t sample = 256;
  const std::size_t before = text.size();
  for (std::size_t i = 0; i < count; ++i) {
    append(i, text);
    if (i + 1 == sample) text.reserve(before + (text.size() - before) / sample * count / 4 * 5);
  }
}

}  // namespace congbo
