// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of one draft as a browser gets them: the published bytes with the draft's own addresses and a ribbon.
#pragma once
#include <string>

#include "generator/http/server.h"
#include "preview/drafts/address.h"
#include "preview/drafts/branch_book.h"
#include "preview/drafts/survey.h"
#include "preview/drafts/words.h"

namespace congbo::drafts {

// One request about a draft.
struct DraftRequest {
  DraftAddress address;
  Target target;
  std::string scheme, base;  // "http", "preview.localhost:8080"
  std::string path;
  Language language = Language::vietnamese;
};

// "http://tin-moi--xa-a.preview.localhost:8080".
std::string origin_of(const DraftRequest& request, const DraftAddress& address);

// The text with each placeholder host replaced by the draft's own.
std::string with_own_addresses(const DraftRequest& request, const pipeline::Site& site, std::string text);

// "/a/" → "/a/index.html"; "/a" → "/a.html" where that is what is published; null where nothing is.
const PlannedOutput* planned(const pipeline::Site& site, const std::string& portal, const std::string& path);
std::string portal_of(const DraftAddress& address, const pipeline::Site& site);
// The path on its portal's host: "main/tin-tuc/index.html" → "/tin-tuc/".
std::string path_on_host(const PlannedOutput& output);

// Headers of every answer that holds content of a draft (no-store, noindex …).
void add_draft_headers(http::Response& response);

// Any published path of the draft: page, file, look. `facts` may be null.
http::Response draft_page(const DraftRequest& request, const DraftEdition& edition, const DraftFacts* facts);

// The bytes of a path as they would be published, with the draft's own addresses and no ribbon: what stands beside
// another version. 404 where it has none.
http::Response bare_page(const DraftRequest& request, const DraftEdition& edition);

}  // namespace congbo::drafts
