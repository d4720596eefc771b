// SPDX-License-Identifier: GPL-3.0-or-later
// /_preview/compare/…: one page or file of the published site beside the draft's.
#pragma once
#include "generator/http/server.h"
#include "preview/drafts/draft_site.h"

namespace congbo::drafts {

// A page: the draft's, with what is new and what is gone marked in it, and a table of the fields that changed. Text:
// its changed lines. A picture: both side by side. Other files: name, size and hash. 404 where neither site has the
// path.
http::Response compare_page(const DraftRequest& request, const DraftEdition& before, const DraftEdition& after);

}  // namespace congbo::drafts
