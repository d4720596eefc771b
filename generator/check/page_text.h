// SPDX-License-Identifier: GPL-3.0-or-later
// What one page's own text gives away, found when the page is read and kept with it: it depends on nothing else, so the
// preview looks at a page once for each change of it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "generator/base/diagnostic.h"
#include "generator/detect/sketch.h"
#include "generator/markdown/fragment.h"
#include "generator/pages/values/page.h"

namespace congbo::check {

struct PageText {
  Diagnostics found;                     // personal data, secrets, marks, old encodings, wording; by place
  std::optional<detect::Sketch> sketch;  // of the body; none for short ones and for section pages
};

// A look at the bytes of a file before anything is known of it; keeps a copy of the few that need a closer one.
struct FirstLook {
  std::uint32_t signs = 0;
  std::string bytes;
};
FirstLook look_at_bytes(std::string_view bytes);

// `page` still has its body; `fragment` is made of it.
PageText look_at_page(const FirstLook& look, const pages::Page& page, const markdown::Fragment& fragment);

}  // namespace congbo::check
