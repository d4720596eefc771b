// SPDX-License-Identifier: GPL-3.0-or-later
// The address of a search: read from a request, written into links. It holds the whole state of the page.
#pragma once
#include <string>
#include <string_view>

#include "generator/base/result.h"
#include "generator/http/server.h"
#include "search/searcher.h"

namespace congbo::search {

enum class Interface { vietnamese, english, chinese };

// "vi", "en", "zh"; an unknown code is Vietnamese.
std::string_view language_code(Interface interface);
Interface interface_of(std::string_view code);

struct SearchParameters {
  Query query;                                  // offset follows from page
  std::size_t page = 1;                         // 1–100
  Interface interface = Interface::vietnamese;  // "lang=en", "lang=zh"
};

constexpr std::size_t most_pages = 100;

// q, type, unit, field, year, language, page, limit, sort (relevance or date), lang (vi, en or zh). Unknown names are
// ignored. Fails with "search-parameter" {name, value}.
Result<SearchParameters> read_parameters(const http::Request& request);

// "/tim-kiem?q=…" with what differs from the defaults.
std::string search_address(const SearchParameters& parameters);

// What went wrong, for citizens. Codes are those of Searcher and read_parameters.
std::string problem_text(const Diagnostic& problem, Interface interface);

}  // namespace congbo::search
