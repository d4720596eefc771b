// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the server of drafts: draft_server.cc (who asks for what), list_host.cc (the editors' own host),
// draft_host.cc (a draft's host), server_answers.cc (answers they share).
#pragma once
#include <memory>
#include <optional>
#include <string>

#include "generator/pipeline/search_files.h"
#include "preview/drafts/access.h"
#include "preview/drafts/branch_book.h"
#include "preview/drafts/draft_list.h"
#include "preview/drafts/draft_server.h"
#include "preview/drafts/draft_site.h"
#include "preview/drafts/site_changes.h"

namespace congbo::drafts {

using http::Request;
using http::Response;

inline constexpr std::string_view own_prefix = "/_preview/";

// Of everything that is not there, or not for this reader: the same bytes, whatever was asked for. `way_in`: where
// somebody of the newsroom goes; empty for none.
Response not_found(const std::string& way_in = {});
Response redirect(const std::string& address);
Response own_page(const Frame& frame, Language language);
Response text_file(std::string_view type, std::string_view bytes);
// What stands behind `prefix`, "/" included; nothing for other paths.
std::optional<std::string> rest_of(const std::string& path, std::string_view prefix);

struct DraftServer::State {
  State(DraftServerOptions given, std::unique_ptr<ShareLinks> opened)
      : options(std::move(given)),
        editions(std::make_shared<Editions>(options.editions)),
        survey(std::make_shared<Survey>(editions)),
        book(options.editions.repository),
        list(options.editions.repository, survey),
        changes(editions),
        links(std::move(opened)),
        access(links, options.token, options.header) {}

  Response answer(const Request& request);
  Response list_host(const Request& request, const WantedDraft& wanted, const Visitor& visitor);
  Response draft_list(const WantedDraft& wanted);
  Response shares(const Request& request, const WantedDraft& wanted);
  Response enter(const Request& request, const WantedDraft& wanted);
  Response draft_host(const Request& request, const WantedDraft& wanted, const Visitor& visitor);
  Response draft(DraftRequest& asked, const Request& request, const Visitor& visitor);
  Response as_of(DraftRequest asked, const Request& request, const Visitor& visitor);
  Response compared(DraftRequest asked, const std::string& kind, const std::string& path);
  std::optional<Response> asset(const std::string& path);
  std::string style_of_portal();
  std::string share_address(const WantedDraft& wanted, const ShareLink& link) const;

  DraftServerOptions options;
  std::shared_ptr<Editions> editions;
  std::shared_ptr<Survey> survey;
  BranchBook book;
  DraftList list;
  ChangesKeeper changes;
  pipeline::SearchFiles searching;
  std::shared_ptr<ShareLinks> links;
  Access access;
};

}  // namespace congbo::drafts
