// SPDX-License-Identifier: GPL-3.0-or-later
// The main part of the results page, as HTML that needs no JavaScript: form, filters as links, results as a list,
// pager.
#pragma once
#include <string>

#include "search/server/search_parameters.h"

namespace congbo::search {

// The form alone, with a word of advice: nothing was asked for yet.
std::string start_html(const SearchParameters& parameters);
std::string results_html(const SearchParameters& parameters, const Answer& answer);
std::string problem_html(const SearchParameters& parameters, const Diagnostic& problem);

// "Tìm kiếm", or "Tìm kiếm: đất đai"; plain text.
std::string page_title(const SearchParameters& parameters);
// A page without the site's look.
std::string plain_page(const std::string& title, const std::string& main_html, Interface interface);

}  // namespace congbo::search
