// SPDX-License-Identifier: GPL-3.0-or-later
// What a browser sees of a preview: every page of the edition with drafts, a ribbon with the page's state and its
// messages, live reload. With a published release beside it, that is shown on the plain host and the preview on
// preview.localhost.
//
//   http://127.0.0.1:8080/                 the published site, when there is one; else the preview
//   http://<portal>.localhost:8080/        the same of a sub-portal
//   http://preview.localhost:8080/         the preview; http://<portal>.preview.localhost:8080/ of a sub-portal
//   …/_preview/                            everything found, and everything that is not public yet
#pragma once
#include <memory>
#include <string>

#include "generator/base/result.h"
#include "generator/diagnostics/catalogue.h"
#include "generator/http/server.h"
#include "preview/edition_keeper.h"

namespace congbo::preview {

struct PreviewSite {
  std::shared_ptr<EditionKeeper> keeper;
  std::string published;  // --out folder of a build; empty for none
  int port = 8080;        // for the addresses of portals in pages
  std::string address;    // the address listened on; other hosts are refused (DNS rebinding)
  diagnostics::Language language = diagnostics::Language::vietnamese;
};

// Where a portal is reached on this machine: "http://{portal}.localhost:8080" with the main portal's id as well.
std::string local_hosts(int port, bool beside_published);

// Adds the routes of site, preview and (with a published release) search.
Result<Done> add_preview_routes(http::Server& server, PreviewSite site);

}  // namespace congbo::preview
