// SPDX-License-Identifier: GPL-3.0-or-later
// Answers citizens' searches: GET /tim-kiem (an HTML page that works without JavaScript), GET /tim-kiem.atom (the same
// search as a feed), GET /api/search (JSON), GET /api/suggest (OpenSearch suggestions), GET /api/health (the release
// served) and GET /api/metrics (counts, for Prometheus). Answers in JSON and Atom carry an ETag that changes with the
// index.
// Reopens the index when a new release is swapped in; never logs what was asked for.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/result.h"
#include "generator/http/server.h"
#include "search/searcher.h"

namespace congbo::search {

struct SearchSite {
  std::string out;     // the --out folder of `congbo build`: the index is <out>/private/search
  std::string portal;  // restrict to one portal; empty for all
  // Puts results (HTML) into a page of the site's look; empty: into the published search page, and without one into a
  // plain page. Arguments: page title, HTML of the main part, code of the language.
  std::function<std::string(const std::string& title, const std::string& main_html, std::string_view language)> page;
  // Instead of the index of `out`: folders, files or "tcp:host:port" that together are one collection.
  std::vector<std::string> databases = {};
  std::vector<std::string> allowed_origins = {};  // pages of these origins may read the API (CORS); "*": all
  std::string unanswered = {};                    // the file of unanswered.h; empty: nothing is kept
};

// Adds the routes to `server`. Fails if there is no index.
Result<Done> add_search_routes(http::Server& server, const SearchSite& site);

}  // namespace congbo::search
