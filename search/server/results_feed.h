// SPDX-License-Identifier: GPL-3.0-or-later
// A search as a feed: whoever follows it hears of new pages on what they asked for. Newest first, whatever the order of
// the page (RFC 4287).
#pragma once
#include <string>

#include "search/server/search_parameters.h"

namespace congbo::search {

// `base`: scheme and host under which the feed is asked for.
std::string results_feed(const SearchParameters& parameters, const Answer& answer, const std::string& base);

// "/tim-kiem.atom?q=…" of the same search.
std::string feed_address(const SearchParameters& parameters);

}  // namespace congbo::search
