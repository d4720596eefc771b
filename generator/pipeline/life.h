// SPDX-License-Identifier: GPL-3.0-or-later
// What a prepared site owes to the pages published before: redirects, tombstones, rules about what changed; and what it
// leaves for the release log.
#pragma once
#include <string>
#include <vector>

#include "generator/pipeline/pipeline.h"

namespace congbo::pipeline {

// Whether the plan has a page, list or file at that path of the portal ("/tin-tuc/", "/tin-tuc/a.html", "/tin-tuc/a").
bool is_planned(const Site& site, const std::string& portal, const std::string& path);

// Makes site.routes and plans their pages; `plan` is the site's, and holds everything else already.
void add_routes(Site& site, OutputPlan& plan, Diagnostics& found);

// Rules that need the release log: addresses that vanished (ARC-03), published pages that changed without a word
// (REV-04, a warning) or that never may (GAZ-01); and embargoes in a repository that has a remote (REF-04, a warning).
void check_life(const Site& site, Diagnostics& found);

// HTML of an address that is gone; for "expired" without a reason.
std::string gone_page(const Site& site, const redirects::Route& route, const render::Decoration& decoration);

struct HostingFile {
  std::string path, bytes;  // below private/: "hosting/main/nginx.conf"
};
// Headers and redirects for the servers of every portal.
std::vector<HostingFile> hosting_files(const Site& site);
// What the portal's pages load, for their policy.
hosting::Loads loads_of(const Site& site, const site::Portal& portal);
hosting::Host host_of(const site::Portal& portal);
// `_redirects` of one portal.
std::string netlify_file(const Site& site, const site::Portal& portal);

// Every page, section and attachment that this edition publishes, for the release log. `jobs` threads.
std::vector<history::Published> published_items(const Site& site);

}  // namespace congbo::pipeline
