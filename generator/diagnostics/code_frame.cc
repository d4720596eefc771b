// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/diagnostics/code_frame.h"

#include <algorithm>
#include <array>
#include <vector>

#include "generator/base/utf8.h"

namespace congbo::diagnostics {
namespace {

constexpr std::string_view replacement = "\uFFFD";
constexpr std::size_t tab_width = 4;
constexpr std::size_t widest_frame = 100;   // letters; a paragraph of Markdown is often one line of thousands
constexpr std::size_t letters_before = 40;  // of them before the marked part

struct Range {
  char32_t first, last;
};

// Marks and invisible letters take no column of their own.
constexpr std::array<Range, 9> without_width = {{{0x0300, 0x036F},
                                                 {0x1AB0, 0x1AFF},
                                                 {0x1DC0, 0x1DFF},
                                                 {0x200B, 0x200D},
                                                 {0x2060, 0x2064},
                                                 {0x20D0, 0x20FF},
                                                 {0xFE00, 0xFE0F},
                                                 {0xFE20, 0xFE2F},
                                                 {0xFEFF, 0xFEFF}}};
// East Asian letters and emoji take two (UAX 11, "wide" and "fullwidth").
constexpr std::array<Range, 10> double_width = {{{0x1100, 0x115F},
                                                 {0x2E80, 0x303E},
                                                 {0x3041, 0xA4CF},
                                                 {0xAC00, 0xD7A3},
                                                 {0xF900, 0xFAFF},
                                                 {0xFE30, 0xFE6F},
                                                 {0xFF00, 0xFF60},
                                                 {0xFFE0, 0xFFE6},
                                                 {0x1F300, 0x1F9FF},
                                                 {0x20000, 0x3FFFD}}};
// Controls move the cursor or start terminal commands; the others turn the direction of what follows.
constexpr std::array<Range, 5> harmful = {
    {{0x00, 0x1F}, {0x7F, 0x9F}, {0x2028, 0x202E}, {0x2066, 0x2069}, {0x200E, 0x200F}}};

template <std::size_t count>
bool is_in(char32_t letter, const std::array<Range, count>& ranges) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [letter](const Range& range) { return letter >= range.first && letter <= range.last; });
}

struct Cell {
  std::string_view bytes;
  std::size_t width = 1;
  bool is_tab = false;
};

Cell cell_at(std::string_view text, std::size_t at) {
  const CodePoint letter = decode(text, at);
  if (letter.length == 0 || (letter.value != '\t' && is_in(letter.value, harmful))) return {replacement};
  Cell cell;
  cell.bytes = text.substr(at, letter.length);
  cell.is_tab = letter.value == '\t';
  if (is_in(letter.value, without_width)) cell.width = 0;
  if (is_in(letter.value, double_width)) cell.width = 2;
  return cell;
}

std::vector<Cell> cells_of(std::string_view text) {
  std::vector<Cell> cells;
  for (std::size_t at = 0; at < text.size();) {
    cells.push_back(cell_at(text, at));
    at += std::max<std::size_t>(decode(text, at).length, 1);
  }
  return cells;
}

// Appends the cell and tells how many columns it takes on a line that is `column` columns wide already.
std::size_t append_cell(std::string& out, const Cell& cell, std::size_t column) {
  if (!cell.is_tab) {
    out.append(cell.bytes);
    return cell.width;
  }
  const std::size_t spaces = tab_width - column % tab_width;
  out.append(spaces, ' ');
  return spaces;
}

struct Window {
  std::size_t start = 0;
  std::size_t end = 0;
};

Window window_around(std::size_t marked, std::size_t count) {
  if (count <= widest_frame) return {0, count};
  std::size_t start = marked > letters_before ? marked - letters_before : 0;
  start = std::min(start, count - widest_frame);
  return {start, start + widest_frame};
}

}  // namespace

CodeFrame frame_of(std::string_view line, int column, int length) {
  const std::vector<Cell> cells = cells_of(line);
  const std::size_t marked = column > 0 ? std::min(static_cast<std::size_t>(column) - 1, cells.size()) : 0;
  const std::size_t marked_end = marked + static_cast<std::size_t>(std::max(length, 1));
  const Window window = window_around(marked, cells.size());
  CodeFrame frame;
  if (window.start > 0) frame.line.append("…");
  std::size_t width = window.start > 0 ? 1 : 0;
  std::size_t indent = width, mark_width = 0;
  for (std::size_t i = window.start; i < window.end; ++i) {
    const std::size_t columns = append_cell(frame.line, cells[i], width);
    width += columns;
    if (i < marked) indent = width;
    if (i >= marked && i < marked_end) mark_width += columns;
  }
  if (window.end < cells.size()) frame.line += "…";
  if (column <= 0) return frame;
  frame.indent.assign(indent, ' ');
  frame.underline.assign(std::max<std::size_t>(mark_width, 1), '~');
  frame.underline.front() = '^';
  return frame;
}

std::string harmless(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint letter = decode(text, at);
    const std::size_t length = std::max<std::size_t>(letter.length, 1);
    const bool keep = letter.length > 0 && !is_in(letter.value, harmful);
    out.append(letter.value == '\t' ? " " : keep ? text.substr(at, length) : replacement);
    at += length;
  }
  return out;
}

}  // namespace congbo::diagnostics
