// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a title: what slug() gives is a slug, keeps to its limit and is its own slug.
#include "generator/base/slug.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string slug = congbo::slug(text);
  if (slug.empty()) return 0;
  if (slug.size() > 80 || !congbo::is_slug(slug) || congbo::slug(slug) != slug) std::abort();
  return 0;
}
