// SPDX-License-Identifier: GPL-3.0-or-later
// One look over the text before cmark sees it: which extensions it can need, and whether it stays within the bounds.
//
// The bounds are there because the version of cmark-gfm that Debian ships takes quadratic time on unclosed brackets,
// wide tables, deep nesting, unclosed "<?" and "<!", long addresses, and copies a link's definition for each use. They
// are far beyond what a person writes; code blocks are not told apart, which only makes them stricter.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congbo::markdown {

inline constexpr int maximum_open_brackets = 1'000;  // within one block
inline constexpr int maximum_table_columns = 100;
inline constexpr std::size_t maximum_table_cells = 20'000;
inline constexpr int maximum_nesting = 100;  // of lists and block quotes
inline constexpr int maximum_lines = 100'000;

struct Refusal {
  std::string code;      // of the diagnostic
  int line = 0;          // within the text, 1-based
  std::string argument;  // {0} of the message
};

// A line behind a table's row of dashes that has more or fewer cells than it, if it is a row of the table.
struct UnevenRow {
  int line = 0;  // within the text, 1-based
  std::size_t cells = 0, columns = 0;
};

struct Survey {
  bool tables = false;
  bool strikethrough = false;
  bool autolinks = false;
  bool tasks = false;
  bool footnotes = false;
  bool definitions = false;            // "[label]: address" may occur
  bool components = false;             // a line starts with ":::"
  std::vector<UnevenRow> uneven_rows;  // by line; the first 20
  std::optional<Refusal> refusal;
};

Survey survey(std::string_view text);

// The most bytes of HTML (or of plain text) that `bytes` of Markdown may become.
constexpr std::size_t output_limit(std::size_t bytes) {
  return 10 * bytes + 1'000'000;
}

}  // namespace congbo::markdown
