// SPDX-License-Identifier: GPL-3.0-or-later
// One layout file taken apart: its {{markers}} with the place in HTML each stands in. Finds what can be seen in one
// file alone; names are checked in layout_names.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/base/source_text.h"
#include "generator/render/html_state.h"

namespace congbo::render {

struct Marker {
  enum class Kind { variable, section_start, section_end, partial };
  Kind kind = Kind::variable;
  std::string name;
  std::string modifier;                // of a variable: "none"; empty for none
  std::size_t offset = 0, length = 0;  // of the whole marker, in bytes
  HtmlPosition position = HtmlPosition::text;
  bool data_script = false;
};

inline constexpr std::size_t maximum_layout_bytes = 256 * 1024;

// Mistakes go to `found`. Sections are balanced in what comes back: an end without a start is left out, an open one
// closed.
std::vector<Marker> scan_layout(const SourceText& source, Diagnostics& found);

}  // namespace congbo::render
