// SPDX-License-Identifier: GPL-3.0-or-later
// Directives: blocks that Markdown has no form for, from an allow-list.
//
//   :::figure            :::gallery              :::note canh-bao Tiêu đề
//   src: anh.jpg         - a.jpg | chú thích     Văn bản **Markdown**.
//   alt: Lễ ký kết       - b.jpg | chú thích     :::
//   :::                  :::
//
// They are taken out before cmark reads the text, line by line: an HTML comment stands in their place, which may
// interrupt a paragraph and ends lists and quotes, and no line changes its number. So the body is one text for cmark,
// and link definitions and footnotes work everywhere in it. A directive starts and ends in column 1, outside code
// fences.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/markdown/findings.h"

namespace congbo::markdown {

inline constexpr std::string_view component_mark = "<!--:::-->";  // what cmark sees; the line tells which one

enum class ComponentRole { block, note_start, note_end };

struct Component {
  ComponentRole role = ComponentRole::block;
  int line = 0;  // within the text, 1-based
  std::string name;
  std::vector<std::pair<std::string, std::string>> parameters;
  std::vector<std::string> items;
  std::string text;       // plain: what can be read of it
  std::string note_kind;  // note_start: "", "warning", "info"
  std::string title;      // note_start: the author's own title, or empty
};

struct SplitText {
  std::string text;
  std::vector<Component> components;  // ascending by line
};

// Mistakes in directives are errors in `found`; a directive with one is left out of the page, but for what it names as
// files: whether they are there is to be told in the same run.
SplitText split_components(std::string_view text, Findings& found);

}  // namespace congbo::markdown
