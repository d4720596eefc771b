// SPDX-License-Identifier: GPL-3.0-or-later
// What the page renderer does with a fragment, in small: links and images get the address as it was written.
#pragma once
#include <string>
#include <string_view>

#include "generator/markdown/fragment.h"

namespace congbo::markdown {

// An address in an attribute as cmark writes it: what may not stand in an address percent-encoded, "&" and "'" as
// references.
inline std::string escape_address(std::string_view address) {
  constexpr std::string_view kept = "-_.+!*(),%#@?=;:/,+$~";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string made;
  for (const char byte : address) {
    const auto value = static_cast<unsigned char>(byte);
    const bool is_alphanumeric =
        (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (is_alphanumeric || kept.find(byte) != std::string_view::npos)
      made += byte;
    else if (byte == '&')
      made += "&amp;";
    else if (byte == '\'')
      made += "&#x27;";
    else
      (made += '%') += {digits[value >> 4], digits[value & 15]};
  }
  return made;
}

inline std::string fill_holes(const Fragment& fragment) {
  std::string made;
  std::size_t done = 0;
  for (const Hole& hole : fragment.holes) {
    made += fragment.html.substr(done, hole.offset - done);
    made += hole.kind == HoleKind::component ? "{" + hole.target + "}" : escape_address(hole.target);
    done = hole.offset;
  }
  return made + fragment.html.substr(done);
}

}  // namespace congbo::markdown
