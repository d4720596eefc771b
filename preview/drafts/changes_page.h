// SPDX-License-Identifier: GPL-3.0-or-later
// /_preview/changes: all pages and files that a draft changes, those written by hand first.
#pragma once
#include <string>

#include "preview/drafts/draft_site.h"
#include "preview/drafts/site_changes.h"

namespace congbo::drafts {

// HTML of the page's main part.
std::string changes_html(const DraftRequest& request, const DraftEdition& draft, const SiteChanges& changes,
                         const DraftFacts* facts);

// What a reader may follow from a changed output: "/_preview/compare/tin-tuc/a.html" on the host of its portal.
std::string comparison_address(const DraftRequest& request, const pipeline::Site& site, const ChangedOutput& output);

}  // namespace congbo::drafts
