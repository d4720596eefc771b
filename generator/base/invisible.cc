// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/invisible.h"

#include <unicode/uchar.h>

#include "generator/base/utf8.h"

namespace congbo {

bool has_invisible(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint letter = decode(text, at);
    if (letter.length == 0) return true;
    const auto value = static_cast<UChar32>(letter.value);
    constexpr std::uint32_t hidden = U_GC_CC_MASK | U_GC_CF_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK;
    if ((U_GET_GC_MASK(value) & hidden) != 0 || u_hasBinaryProperty(value, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
      return true;
    at += letter.length;
  }
  return false;
}

}  // namespace congbo
