// SPDX-License-Identifier: GPL-3.0-or-later
// A source line and the marks under it, as a terminal shows them. Private to this module.
#pragma once
#include <string>
#include <string_view>

namespace congbo::diagnostics {

struct CodeFrame {
  std::string line;       // tabs as spaces, control characters made visible, long lines cut around the marked part
  std::string indent;     // spaces up to the first mark
  std::string underline;  // "^~~~"; empty when the column is unknown
};

// `column` and `length` as in Place: code points from 1, 0 for unknown.
CodeFrame frame_of(std::string_view line, int column, int length);

// Text from a file made harmless for a terminal or a log: control and direction-changing characters, line ends
// included, and bytes that are not UTF-8 become U+FFFD.
std::string harmless(std::string_view text);

}  // namespace congbo::diagnostics
