// SPDX-License-Identifier: GPL-3.0-or-later
// Diagnostics as people and machines read them. All printers give the same diagnostics in the same order.
#pragma once
#include <functional>
#include <string>

#include "generator/base/diagnostic.h"
#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

enum class Format { text, json, sarif, github };
enum class Colour { off, on };

// The line of a file for the code frame, or empty: (path, 1-based line).
using SourceLine = std::function<std::string(const std::string& file, int line)>;

struct PrintOptions {
  Language language = Language::vietnamese;
  Format format = Format::text;
  Colour colour = Colour::off;
  SourceLine source_line = {};
};

//   content/tin-tuc/a.md:4:1: lỗi[field-unknown]: trường «auhtor» không có trong loại «news»
//       4 | auhtor: …
//           ^~~~~~
//     gợi ý: có phải ý bạn là «author»?
std::string print(const Diagnostics& found, const PrintOptions& options);
std::string print(const Diagnostic& one, const PrintOptions& options);  // text only

// "3 lỗi, 1 cảnh báo" / "3 errors, 1 warning"
std::string summary(const Diagnostics& found, Language language);

}  // namespace congbo::diagnostics
