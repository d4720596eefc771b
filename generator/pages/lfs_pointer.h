// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string_view>

namespace congbo::pages {

// What git-lfs leaves in place of a file that has not been fetched: a text of about 130 bytes.
inline constexpr std::size_t largest_lfs_pointer = 200;
inline bool is_lfs_pointer(std::string_view bytes) {
  constexpr std::string_view start = "version https://git-lfs.github.com/spec/";
  return bytes.substr(0, start.size()) == start;
}

}  // namespace congbo::pages
