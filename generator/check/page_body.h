// SPDX-License-Identifier: GPL-3.0-or-later
// What the text of a page shows before anything is made of it: that it was never written, or typed without marks.
#pragma once
#include <string_view>

#include "generator/base/diagnostic.h"
#include "generator/pages/values/page.h"

namespace congbo::check {

// Sample texts left in, articles without a text, Vietnamese without diacritics. `page` still has its body. Drafts are
// not asked for a text.
void look_at_body(const pages::Page& page, Diagnostics& found);

// Whether a line is Vietnamese typed without any diacritic: at least `fewest_words` words, hardly any of which is no
// syllable.
bool lacks_diacritics(std::string_view line, int fewest_words);

}  // namespace congbo::check
