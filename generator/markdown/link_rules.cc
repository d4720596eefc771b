// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/markdown/link_rules.h"

#include <algorithm>
#include <array>
#include <string>

#include "generator/base/unicode.h"

namespace congbo::markdown {
namespace {

constexpr std::array<std::string_view, 4> dangerous_schemes = {"javascript", "data", "vbscript", "file"};

// Folded, sorted.
constexpr std::array<std::string_view, 16> vague_texts = {
    "bam vao day", "chi tiet",  "click here", "day",  "here",    "link", "more",     "nhan vao day",
    "o day",       "read more", "tai day",    "this", "vao day", "xem",  "xem them", "xem tiep"};

}  // namespace

bool is_dangerous_address(std::string_view address) {
  std::string scheme;
  for (const char byte : address) {
    const auto value = static_cast<unsigned char>(byte);
    if (byte == ':')
      return std::find(dangerous_schemes.begin(), dangerous_schemes.end(), scheme) != dangerous_schemes.end();
    if (value <= 0x20 || value == 0x7f) continue;
    if (byte == '/' || byte == '?' || byte == '#' || scheme.size() > 10) return false;
    scheme += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
  }
  return false;
}

bool is_vague_link_text(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \n\t.>[(");
  if (first == std::string_view::npos || text.size() > 40) return false;
  const std::size_t last = text.find_last_not_of(" \n\t.<])!:");
  if (last == std::string_view::npos || last < first) return false;
  return std::binary_search(vague_texts.begin(), vague_texts.end(),
                            std::string_view(fold(text.substr(first, last - first + 1))));
}

}  // namespace congbo::markdown
