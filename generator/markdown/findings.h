// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong in one text, with places. Positions come as cmark gives them: line and byte column within the text.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/base/source_text.h"

namespace congbo::markdown {

struct Position {
  int line = 0;         // 1-based within the text; 0 unknown
  int byte_column = 0;  // 1-based
  std::size_t bytes = 0;
};

class Findings {
 public:
  Findings(std::string_view text, const std::string& path, int first_line, Diagnostics& found)
      : text_(text), path_(path), first_line_(first_line), found_(found) {}

  void error(std::string_view code, Position where, std::vector<std::string> arguments = {},
             std::string suggestion = {});
  void warning(std::string_view code, Position where, std::vector<std::string> arguments = {},
               std::string suggestion = {});

  Place place(Position where);
  int file_line(int line) const { return line > 0 ? line + first_line_ - 1 : 0; }
  std::string_view line(int number);  // without its line end

 private:
  // More of one severity than this helps nobody and could be a million.
  static constexpr int limit = 200;

  std::string_view text_;
  const std::string& path_;
  int first_line_;
  Diagnostics& found_;
  std::vector<std::size_t> starts_;  // of lines; found when the first place is asked for
  Place last_;  // the place asked for last, and its bytes: one long line must not be counted again for every link in it
  std::size_t last_within_ = 0;
  int errors_ = 0;
  int warnings_ = 0;
};

}  // namespace congbo::markdown
