// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of prepare() that need more than a line.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "generator/pipeline/page_cache.h"
#include "generator/pipeline/pipeline.h"
#include "search/concepts.h"

namespace congbo::pipeline {

// `_site/` of all portals, with the request's overrides; from the cache when nothing in it changed.
std::shared_ptr<const site::Site> load_configuration(const PrepareRequest& request, Diagnostics& found);

// Reads, parses and renders every page once: front matter by schema, body to a Fragment.
struct ParsedPages {
  std::vector<std::shared_ptr<const ParsedPage>> pages;
  std::shared_ptr<const SpillFile> waiting_bodies;  // null: all are in memory
};
ParsedPages parse_pages(const PrepareRequest& request, const std::shared_ptr<const site::Site>& site,
                        Diagnostics& found);

// The shipped layouts with the portal's layouts/ and the request's files laid over them.
render::LayoutFiles gather_layouts(const PrepareRequest& request, Diagnostics& found);

// How an output is made.
enum class Recipe : std::uint32_t {
  page,           // item: PageIndex
  twin,           // item: PageIndex
  list,           // item: index of the list page
  fixed,          // item: portal, part: language · 256 + fixed page
  atom,           // item: list
  rss,            // item: list
  sitemap_part,   // item: portal, part: part
  sitemap_index,  // item: portal
  robots,         // item: portal
  web_manifest,   // item: portal
  look,           // item: portal
  opensearch,     // item: portal
  offline,        // item: portal
  asset,          // item: asset of the look
  attachment,     // source: file of the repository
  redirect,       // item: route
  gone,           // item: route
  netlify,        // item: portal
  emergency,      // item: portal, part: language
  picture,        // item: picture of the shelf, part: one of its recipes
  headers,        // item: portal
  side_file,      // item: portal, page or data set, part: SideFile
};

// Files printed from records beside the pages: open data, calendars, address cards.
enum class SideFile : std::uint32_t {
  data_csv,         // item: data set
  data_json,        // item: data set
  data_dictionary,  // item: data set
  data_schema,      // item: data set
  data_catalogue,   // item: portal
  page_calendar,    // item: PageIndex
  page_card,        // item: PageIndex
  cards,            // item: portal
  calendars,        // item: portal; this number and what follows: one of its calendars
};

struct PlannedSideFile {
  std::string portal, path, source;
  std::string_view reason;
  std::uint32_t item = 0, part = 0;
};
std::vector<PlannedSideFile> plan_side_files(const record::Publication& publication);
std::string side_file(const record::Publication& publication, std::uint32_t item, std::uint32_t part);

// Everything that will be published, sorted by path. Two outputs of one path are an error of the content.
OutputPlan make_plan(const Site& site, Diagnostics& found);

// Calls body(i) for every i in parallel; the failure of the lowest index is returned.
Result<Done> parallel_try(std::size_t count, unsigned jobs, const std::function<Result<Done>(std::size_t)>& body);

// The shipped concepts with those of the portal and of the one it belongs to (`_site/search.yaml`). Mistakes go to
// `found`.
search::Vocabulary search_vocabulary(const Snapshot& snapshot, const site::Site& site, const site::Portal& portal,
                                     Diagnostics& found);

// Puts the index of each portal into the release, for the search server and as files for browsers: exactly the pages
// that lists and feeds hold. What is still right is kept. How many documents there are.
Result<std::size_t> write_search(const Site& site, const std::string& out, publish::Release& release, unsigned jobs);

// A page that sends readers on, for hosts without redirects of their own; `words` stand before the link. Keeps "#…" of
// the old address.
std::string redirect_page(const std::string& url, std::string_view language, std::string_view words);

}  // namespace congbo::pipeline
