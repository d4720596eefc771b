// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "tests/unit/markdown/fill_holes.h"

namespace congbo::markdown {

struct Rendered {
  Fragment fragment;
  Diagnostics found;
  std::string html;  // holes filled
};

inline Rendered rendered(std::string_view text, const Options& options = {}) {
  Rendered result;
  result.fragment = render(text, "a.md", options, result.found);
  result.html = fill_holes(result.fragment);
  return result;
}

// One finding a line: "2:5 error markdown-link-refused [javascript:x] <suggestion>".
inline std::string listed(const Diagnostics& found) {
  std::string text;
  for (const Diagnostic& one : found.all()) {
    text += std::to_string(one.where.line) + ":" + std::to_string(one.where.column);
    text += one.severity == Severity::error ? " error " : " warning ";
    text += one.code;
    for (const std::string& argument : one.arguments) text += " [" + argument + "]";
    if (!one.suggestion.empty()) text += " <" + one.suggestion + ">";
    text += "\n";
  }
  return text;
}

inline std::string repeated(const std::string& unit, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + unit.size());
  while (text.size() < bytes) text += unit;
  return text;
}

}  // namespace congbo::markdown
