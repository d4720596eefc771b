// SPDX-License-Identifier: GPL-3.0-or-later
// What was meant as Markdown and is none: readers would see the marks as they were typed, and lines of a pasted list
// run together. Found in the source line of a text that cmark left as text.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace congbo::markdown {

// Which marks a whole text has at all, so that most texts are not looked at piece by piece.
struct MarkSigns {
  bool stars = false, brackets = false, tabs = false;
};
MarkSigns signs_of_marks(std::string_view text);

enum class LineStart {
  inside,  // the piece follows a link, bold words …
  first,   // it begins a paragraph
  later    // it begins a later line of one
};

struct LeftOver {
  std::string_view code;   // "markdown-left-over" or "markdown-table-no-rule"
  std::size_t offset = 0;  // in the source line
  std::string corrected;   // the line, or of a table the row of dashes
};

// Whether a piece of text is worth finding its source line for.
bool may_be_left_over(std::string_view text, LineStart start, const MarkSigns& signs);

// The first left-over of the piece `text` at or after `from` in the line it came from. An escaped mark («\*\*») is
// meant, and stars that the piece does not have made something bold.
std::optional<LeftOver> left_over_in(std::string_view line, std::size_t from, LineStart start, std::string_view text);

}  // namespace congbo::markdown
