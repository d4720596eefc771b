// SPDX-License-Identifier: GPL-3.0-or-later
// The text of one source file with its lines. The only place in the project that turns byte offsets into Places.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"

namespace congbo {

class SourceText {
 public:
  SourceText(std::string path, std::string bytes);

  const std::string& path() const { return path_; }
  const std::string& bytes() const { return bytes_; }

  // The place of the byte at `offset` (an offset past the end is the end); `length` is in bytes and becomes code
  // points.
  Place place(std::size_t offset, std::size_t length = 0) const;
  // The place of `byte_column` (1-based, bytes, as cmark counts) on `line` (1-based).
  Place place_of_column(int line, int byte_column, std::size_t byte_length = 0) const;
  // Line `number` (1-based) without its line end; empty past the end.
  std::string_view line(int number) const;
  int line_count() const { return static_cast<int>(starts_.size()); }

 private:
  std::string path_;
  std::string bytes_;
  std::vector<std::size_t> starts_;
};

// Code points in well-formed UTF-8; a stray byte counts as one.
std::size_t count_code_points(std::string_view text);

}  // namespace congbo
