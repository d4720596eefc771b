// SPDX-License-Identifier: GPL-3.0-or-later
// The preview of a repository as a server: who may see what, and which page answers.
//
//   http://preview.localhost:8080/                    open drafts (the editors' page, on a host of its own)
//   http://<draft>.preview.localhost:8080/…           every page of the portal with the draft (address.h)
//   …/_preview/changes, compare/…, before/…, as-of    what it changes; one page beside the published one
//   …/_preview/share/<ticket>                         a share link: a cookie, then the clean address
#pragma once
#include <memory>
#include <string>

#include "generator/base/result.h"
#include "generator/http/server.h"
#include "preview/drafts/editions.h"
#include "preview/drafts/words.h"

namespace congbo::drafts {

struct DraftServerOptions {
  EditionsRequest editions;
  // Where drafts are served besides preview.localhost: "xemtruoc.tinh.example.gov.vn"; each draft is a name below it.
  std::string host = {};
  // Who may see all drafts. Both empty: whoever reaches the server, which then listens to this machine only.
  std::string token = {};   // typed into a form, once in twelve hours
  std::string header = {};  // lower case; set by the reverse proxy for people it knows, and by nobody else
  std::string scheme = "http";
  std::string state_folder = {};  // key and share links; empty: "congbo-preview" in the repository's own folder
  Language language = Language::vietnamese;
};

class DraftServer {
 public:
  // Builds the main branch's edition, so that drafts find their pages parsed. Fails as git_snapshot does, and with
  // "file-…" where the state folder cannot be made.
  static Result<std::unique_ptr<DraftServer>> start(DraftServerOptions options);
  ~DraftServer();

  http::Response answer(const http::Request& request);

 private:
  struct State;
  explicit DraftServer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace congbo::drafts
