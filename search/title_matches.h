// SPDX-License-Identifier: GPL-3.0-or-later
// What is offered behind the titles that begin as a citizen types: titles that have it somewhere else, those of
// procedures first. Inside search only; may throw Xapian::Error.
#pragma once
#include <string>
#include <vector>

#include "search/segment.h"
#include "search/suggestions.h"

namespace congbo::search {

// `folded`: folded words, the last of which may be unfinished; three letters at least. At most `most_suggestions`.
//
// A word of a title occurs `title_weight` times, so documents in which each pair of neighbours occurs as often may have
// it in theirs. The sixteen of which the pairs are the largest share are looked at. Browsers do the same (engine.js).
std::vector<Suggestion> title_matches(const std::vector<Segment>& segments, const std::string& folded);

}  // namespace congbo::search
