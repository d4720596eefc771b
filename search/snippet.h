// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a text that answers a query best, as HTML with what matched in <mark>. Matching is by folded forms, so a
// query without diacritics marks a text with them (Xapian's own snippets cannot).
#pragma once
#include <string>
#include <string_view>

#include "search/query_plan.h"

namespace congbo::search {

// At most `window` syllables and 600 bytes of `text`. Empty if nothing of the plan occurs in it.
std::string make_snippet(std::string_view text, const QueryPlan& plan, std::size_t window = 36);

// The beginning of the text in the same length, escaped.
std::string beginning_of(std::string_view text, std::size_t window = 36);

}  // namespace congbo::search
