// SPDX-License-Identifier: GPL-3.0-or-later
// What no text file of a portal may hold, whatever its format (ENC-01): bytes that are not UTF-8, control characters,
// private-use characters (they show as boxes), a byte order mark inside the text, letters that are not in normal form
// C.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "generator/base/diagnostic.h"

namespace congbo::formats {

struct TextFault {
  std::string_view code;   // "text-not-utf8", "text-control-character", "text-private-use", "text-bom-inside"
  std::size_t offset = 0;  // bytes
  std::size_t length = 1;
  std::string shown = {};  // the character as people read it: "U+0008"; for broken bytes "0xFF"
};

// The first of them, normal form left aside; nothing for good text. Line feeds, CR LF and tabs are allowed.
std::optional<TextFault> first_text_fault(std::string_view text);

// Adds the first fault, else the first letter that is not in normal form C ("text-not-nfc"), placed in `path` with
// lines counted from `first_line`. True when there was none.
bool check_text(std::string_view text, const std::string& path, int first_line, Diagnostics& found);

}  // namespace congbo::formats
