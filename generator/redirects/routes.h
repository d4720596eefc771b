// SPDX-License-Identifier: GPL-3.0-or-later
// Old addresses that lead elsewhere, and addresses that are gone: one table made of `aliases:`, `_site/redirects.csv`,
// `_site/tombstones.yaml` and the release log (ARC-03, REV-05). Chains are flattened, so a reader is sent on once.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/base/snapshot.h"
#include "generator/edition/edition.h"
#include "generator/history/history.h"
#include "generator/pages/library.h"
#include "generator/site/values/site.h"

namespace congbo::redirects {

enum class RouteKind {
  moved,    // 301 to `to`
  gone,     // 410, for the reason given
  expired,  // 410: the page's expires_at has passed
};

struct Route {
  RouteKind kind = RouteKind::moved;
  const site::Portal* portal = nullptr;
  std::string from;  // path on the portal's host, not percent-encoded: "/cu/bài viết.html"
  std::string to;    // absolute, percent-encoded; empty for gone and expired
  std::string language;
  std::string reason, authority;  // gone
  std::optional<Date> on;         // gone: the day; expired: the day it ended
  std::string source;             // the file that says so
};

struct RouteSources {
  const site::Site& site;
  const pages::Library& library;
  const edition::Edition& edition;
  const history::History& history;
  const Snapshot& snapshot;
  // Whether a page, list or file is published at that path ("/tin-tuc/", "/tin-tuc/a.html", "/tin-tuc/a").
  std::function<bool(const site::Portal& portal, const std::string& path)> stands;
};

// Sorted by portal (the site's order) and `from`; no address twice. Mistakes are placed in the two files and in
// `aliases:`: "redirect-…", "tombstone-…". A route whose target is not public now (scheduled, embargoed, expired) is
// left out without a word, so that nothing of the target shows.
//
// redirects.csv: a head line "from,to,reason", then one redirect a line. `from` is a path; `to` a path of the portal,
// or an address on a host of the site or of redirect_hosts. At most 20,000 lines. tombstones.yaml: a list of {address
// or id, reason, authority, on}; all but one of the first two are mandatory.
std::vector<Route> make_routes(const RouteSources& sources, Diagnostics& found);

// Addresses of the log that nothing answers to any more: "address-vanished" at the file that has to be mended (the
// page's, or the one that is gone), "file-vanished" (a warning) for attachments. A published page that is made a draft
// or scheduled again is an error; an embargo on it is a warning ("published-embargoed"): an error there would keep on
// line what must go off line. A page that has expired is no mistake.
void check_vanished(const RouteSources& sources, const std::vector<Route>& routes, Diagnostics& found);

// One address, with and without ".html", "/index.html" or "/" at its end.
std::string stem_of(std::string_view path);

}  // namespace congbo::redirects
