// SPDX-License-Identifier: GPL-3.0-or-later
// Results in the site's look: the published search page of the same language, with another main part. Nothing of the
// generator is needed, and the look is always that of the release shown.
#pragma once
#include <string>
#include <string_view>

#include "search/server/search_parameters.h"

namespace congbo::search {

// Where a portal's search page in a language stands below its folder: "tim-kiem.html", "en/tim-kiem.html".
std::string search_page_file(Interface interface);

// `page` with the title and the main part given; empty when it has no <main>.
std::string framed(std::string_view page, std::string_view title, std::string_view main_html);

// The switch of languages of a page leads to the same search (LNG-01): links to search pages become searches.
std::string with_switch(std::string page, const SearchParameters& parameters);

}  // namespace congbo::search
