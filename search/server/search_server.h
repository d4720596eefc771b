// SPDX-License-Identifier: GPL-3.0-or-later
// Answers citizens' searches: GET /tim-kiem (an HTML page that works without JavaScript), GET /api/search (JSON), GET
// /api/suggest (OpenSearch suggestions) and GET /api/health (the release served).
// Reopens the index when a new release is swapped in; never logs what was asked for.
#pragma once
#include <functional>
#include <string>
#include <vector>

#include "generator/base/result.h"
#include "generator/http/server.h"
#include "search/searcher.h"

namespace congbo::search {

struct SearchSite {
  std::string out;     // the --out folder of `congbo build`: the index is <out>/private/search
  std::string portal;  // restrict to one portal; empty for all
  // Puts results (HTML) into a page of the site's look; empty: a plain page. Arguments: page title, HTML of the main
  // part.
  std::function<std::string(const std::string& title, const std::string& main_html)> page;
  // Instead of the index of `out`: folders, files or "tcp:host:port" that together are one collection.
  std::vector<std::string> databases = {};
};

// Adds the routes to `server`. Fails if there is no index.
Result<Done> add_search_routes(http::Server& server, const SearchSite& site);

// Prints an answer as the JSON of the API.
std::string to_json(const Query& query, const Answer& answer);

}  // namespace congbo::search
