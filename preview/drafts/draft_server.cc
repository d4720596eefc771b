// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/draft_server.h"

#include <utility>

#include "generator/site/shipped.h"
#include "preview/drafts/server_state.h"
#include "preview/ribbon.h"

namespace congbo::drafts {

namespace {

constexpr int poll_milliseconds = 2000;

}  // namespace

DraftServer::DraftServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
DraftServer::~DraftServer() = default;

Result<std::unique_ptr<DraftServer>> DraftServer::start(DraftServerOptions options) {
  if (options.state_folder.empty())
    options.state_folder = options.editions.repository->git_folder() + "/congbo-preview";
  CONGBO_TRY(std::unique_ptr<ShareLinks> links, ShareLinks::open(options.state_folder));
  auto state = std::make_unique<State>(std::move(options), std::move(links));
  if (const std::optional<Target> main = state->book.main()) {
    CONGBO_TRY([[maybe_unused]] const auto built, state->editions->get({{}, main->commit, {}}));
  }
  return std::unique_ptr<DraftServer>(new DraftServer(std::move(state)));
}

http::Response DraftServer::answer(const Request& request) {
  return state_->answer(request);
}

Response DraftServer::State::answer(const Request& request) {
  const WantedDraft wanted = read_draft_host(request.header("host"), options.host);
  if (!wanted.allowed) return {421, "text/plain; charset=utf-8", "unknown host\n", {}};
  if (std::optional<Response> file = asset(request.path)) return *std::move(file);
  const std::string label = wanted.draft ? host_label(*wanted.draft) : std::string();
  const Visitor visitor = access.visitor(request, label, read_clock());
  return wanted.draft ? draft_host(request, wanted, visitor) : list_host(request, wanted, visitor);
}

// The look of these pages, which says nothing about any draft.
std::optional<Response> DraftServer::State::asset(const std::string& path) {
  if (path == "/_preview/preview.css") return text_file("text/css", preview::style_sheet());
  if (path == "/_preview/portal.css") return text_file("text/css", style_of_portal());
  if (path == "/_preview/reload.js") return text_file("text/javascript", preview::reload_script(poll_milliseconds));
  for (const std::string_view name : {"drafts.css", "next_change.js"})
    if (path == std::string(own_prefix) + std::string(name))
      return text_file(name.ends_with(".css") ? "text/css" : "text/javascript",
                       site::shipped_file("preview/drafts/assets/" + std::string(name)).value_or(""));
  return std::nullopt;
}

std::string DraftServer::State::style_of_portal() {
  const std::optional<Target> main = book.main();
  const auto edition =
      main ? editions->get({{}, main->commit, {}}) : Result<std::shared_ptr<const DraftEdition>>(nullptr);
  if (!edition || !*edition || !(*edition)->site->renderer) return {};
  for (const render::Asset& one : (*edition)->site->renderer->assets())
    if (one.source == "assets/site.css") return one.bytes;
  return {};
}

}  // namespace congbo::drafts
