// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/draft_server.h"

#include <charconv>
#include <utility>

#include "generator/base/html_escape.h"
#include "generator/http/request_target.h"
#include "generator/site/shipped.h"
#include "preview/drafts/access.h"
#include "preview/drafts/changes_page.h"
#include "preview/drafts/compare_page.h"
#include "preview/drafts/draft_list.h"
#include "preview/drafts/share_page.h"
#include "preview/ribbon.h"

namespace congbo::drafts {

namespace {

using http::Request;
using http::Response;

constexpr std::string_view own_prefix = "/_preview/";
constexpr int poll_milliseconds = 2000;

// Of everything that is not there, or not for this reader: the same bytes, whatever was asked for.
Response not_found(const std::string& way_in) {
  Response response{404, "text/plain; charset=utf-8", "404\n", {}};
  if (!way_in.empty()) response.body += way_in + "\n";
  add_draft_headers(response);
  return response;
}

Response redirect(const std::string& address) {
  Response response{303, "text/plain; charset=utf-8", "", {}};
  add_draft_headers(response);
  response.headers["Location"] = address;
  return response;
}

Response own_page(const Frame& frame, Language language) {
  Response response;
  response.body = page_frame(frame, language);
  add_draft_headers(response);
  response.headers["Referrer-Policy"] = "same-origin";  // forms say where they come from
  response.headers["Content-Security-Policy"] =
      "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; img-src 'self' data:; "
      "style-src "
      "'self'; font-src 'self'; script-src 'self'; connect-src 'self'";
  return response;
}

Response text_file(std::string_view type, std::string_view bytes) {
  Response response{200, std::string(type) + "; charset=utf-8", std::string(bytes), {}};
  add_draft_headers(response);
  return response;
}

// What stands behind `prefix`, "/" included; nothing for other paths.
std::optional<std::string> rest_of(const std::string& path, std::string_view prefix) {
  if (!path.starts_with(prefix) || path.size() == prefix.size() || path[prefix.size()] != '/') return std::nullopt;
  return path.substr(prefix.size());
}

std::multimap<std::string, std::string> form_of(const Request& request) {
  auto target = http::parse_target("/?" + request.body);
  return target ? std::move(target->parameters) : std::multimap<std::string, std::string>();
}

std::string value_of(const std::multimap<std::string, std::string>& form, const std::string& name) {
  const auto found = form.find(name);
  return found == form.end() ? std::string() : found->second;
}

}  // namespace

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
  std::shared_ptr<ShareLinks> links;
  Access access;
};

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
  const auto host = request.headers.find("host");
  const WantedDraft wanted = read_draft_host(host == request.headers.end() ? "" : host->second, options.host);
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

Response DraftServer::State::list_host(const Request& request, const WantedDraft& wanted, const Visitor& visitor) {
  if (request.path == "/_preview/enter") return enter(request, wanted);
  const auto opened = rest_of(request.path, "/_preview/open");
  if (!visitor.staff && access.asks_for_token() && (request.path == "/" || opened)) {
    return own_page({std::string(say(options.language, "Xem trước bản nháp", "Preview of drafts")),
                     token_html(TokenAsked::first, request.path, options.language),
                     {},
                     {}},
                    options.language);
  }
  if (!visitor.staff) return not_found({});
  if (request.path == "/") return draft_list(wanted);
  if (opened) {
    const std::string label = opened->substr(1, opened->find('/', 1) - 1);
    const auto address = read_host_label(label);
    if (!address) return not_found({});
    const std::string path = label.size() + 1 < opened->size() ? opened->substr(label.size() + 1) : "/";
    return redirect(options.scheme + "://" + host_label(*address) + "." + wanted.base + "/_preview/enter/" +
                    access.pass(host_label(*address), read_clock()) + url_encode_path(path));
  }
  if (request.path == "/_preview/shares" || request.path == "/_preview/shares/revoke") return shares(request, wanted);
  if (request.path == "/_preview/version") {
    const std::optional<Target> main = book.main();
    const auto rows = main ? list.rows(main->commit) : Result<std::vector<DraftRow>>(std::vector<DraftRow>());
    return text_file("text/plain", rows ? list_version(*rows) : "");
  }
  return not_found({});
}

Response DraftServer::State::enter(const Request& request, const WantedDraft& wanted) {
  if (!access.asks_for_token() || request.method != "POST" || !is_from_here(request)) return not_found({});
  const auto form = form_of(request);
  const std::string then = value_of(form, "then");
  if (!access.is_token(value_of(form, "token"))) {
    Response again = own_page({std::string(say(options.language, "Xem trước bản nháp", "Preview of drafts")),
                               token_html(TokenAsked::again, then, options.language),
                               {},
                               {}},
                              options.language);
    again.status = 403;
    return again;
  }
  Response response = redirect(options.scheme + "://" + wanted.base +
                               (then.starts_with("/_preview/open/") ? url_encode_path(then) : std::string("/")));
  response.headers["Set-Cookie"] =
      set_cookie(session_cookie, access.session({}, read_clock()), 12 * 3600, options.scheme == "https");
  return response;
}

Response DraftServer::State::draft_list(const WantedDraft& wanted) {
  const std::optional<Target> main = book.main();
  Frame frame;
  frame.title = say(options.language, "Bản nháp đang mở", "Open drafts");
  const auto rows = main ? list.rows(main->commit) : Result<std::vector<DraftRow>>(std::vector<DraftRow>());
  if (!rows) {
    frame.main = "<p class=\"notice\">" + html_escape(diagnostics::message(rows.error(), options.language)) + "</p>\n";
    return own_page(frame, options.language);
  }
  const auto address = [&](const std::string& label) {
    return access.asks_for_token() ? "/_preview/open/" + label : options.scheme + "://" + label + "." + wanted.base;
  };
  const Instant now = options.editions.now ? *options.editions.now : read_clock();
  frame.main = draft_list_html(*rows, main ? main->branch : "", address, now, options.language);
  frame.reload_version = list_version(*rows);
  return own_page(frame, options.language);
}

std::string DraftServer::State::share_address(const WantedDraft& wanted, const ShareLink& link) const {
  return options.scheme + "://" + link.label + "." + wanted.base + "/_preview/share/" + links->ticket(link);
}

Response DraftServer::State::shares(const Request& request, const WantedDraft& wanted) {
  const Instant now = read_clock();
  const auto form = form_of(request);
  const bool posted = request.method == "POST";
  if (posted && !is_from_here(request)) return not_found({});
  const std::string label = posted ? value_of(form, "draft") : request.parameter("draft");
  const auto address = read_host_label(label);
  if (!address || !book.find(address->label)) return not_found({});
  if (!posted) {
    const std::string path = request.parameter("path").empty() ? "/" : request.parameter("path");
    const auto address_of = [&](const ShareLink& link) { return share_address(wanted, link); };
    return own_page({std::string(say(options.language, "Liên kết xem bản nháp", "Links to a draft")),
                     share_html(label, path, links->links(label), address_of, now, options.language),
                     {},
                     {}},
                    options.language);
  }
  int days = 7;
  const std::string typed = value_of(form, "days");
  std::from_chars(typed.data(), typed.data() + typed.size(), days);
  Result<Done> done = Done{};
  if (request.path == "/_preview/shares/revoke") {
    done = links->revoke(value_of(form, "id"), now);
  } else if (const auto made = links->make(label, value_of(form, "path"), value_of(form, "who"), days, now); !made) {
    done = made.error();
  }
  if (!done) return {500, "text/plain; charset=utf-8", diagnostics::message(done.error(), options.language) + "\n", {}};
  return redirect(options.scheme + "://" + wanted.base + "/_preview/shares?draft=" + label);
}

Response DraftServer::State::draft_host(const Request& request, const WantedDraft& wanted, const Visitor& visitor) {
  const Instant now = read_clock();
  const std::string label = host_label(*wanted.draft);
  const std::string origin = options.scheme + "://" + label + "." + wanted.base;
  if (const auto ticket = rest_of(request.path, "/_preview/share")) {
    const auto link = links->opened_by_ticket(ticket->substr(1), now);
    if (link && link->label == label && book.find(wanted.draft->label)) {
      links->note_use(*link, link->path, now);
      Response response = redirect(origin + url_encode_path(link->path));
      response.headers["Set-Cookie"] = set_cookie(share_cookie, links->cookie(*link),
                                                  link->expires.seconds - now.seconds, options.scheme == "https");
      return response;
    }
  }
  if (const auto entered = rest_of(request.path, "/_preview/enter")) {
    const std::size_t slash = std::min(entered->find('/', 1), entered->size());
    if (access.is_pass(entered->substr(1, slash - 1), label, now)) {
      Response response = redirect(origin + (slash < entered->size() ? url_encode_path(entered->substr(slash)) : "/"));
      response.headers["Set-Cookie"] =
          set_cookie(session_cookie, access.session(label, now), 12 * 3600, options.scheme == "https");
      return response;
    }
  }
  const std::string way_in = access.asks_for_token() ? options.scheme + "://" + wanted.base + "/_preview/open/" +
                                                           label + url_encode_path(request.path)
                                                     : std::string();
  const bool guest = visitor.guest && visitor.guest->label == label;
  if (!visitor.staff && !guest) return not_found(way_in);
  DraftRequest asked{*wanted.draft, {}, options.scheme, wanted.base, request.path, options.language};
  const std::optional<Target> target = book.find(asked.address.label);
  if (!target) return not_found(way_in);
  asked.target = *target;
  return draft(asked, request, visitor);
}

Response DraftServer::State::draft(DraftRequest& asked, const Request& request, const Visitor& visitor) {
  const bool staff = visitor.staff;
  const auto may_open = [&](const std::string& path) { return staff || ShareLinks::opens(*visitor.guest, path); };
  const bool all = may_open("/");
  const std::string version = asked.target.main + asked.target.commit;
  if (asked.path == "/_preview/version") return text_file("text/plain", version);
  if (asked.path == "/_preview/as-of") return staff ? as_of(asked, request, visitor) : not_found({});
  for (const char* kind : {"compare", "before"})
    if (const auto path = rest_of(asked.path, std::string(own_prefix) + kind))
      return may_open(*path) ? compared(asked, kind, *path) : not_found({});
  const bool own = asked.path.starts_with(own_prefix);
  if ((own && !all) || (!own && !may_open(asked.path))) return not_found({});
  const EditionName name{asked.target.main, asked.target.commit, asked.address.as_of};
  const auto edition = editions->get(name);
  if (!edition) return not_found({});  // of a repository that cannot be read now
  const auto facts = name.main.empty() ? nullptr : survey->facts(name.main, name.tip);
  if (asked.path == own_prefix) {
    const preview::Shown shown{(*edition)->site, facts ? facts->found : (*edition)->site->found, 1, {}};
    Response response = own_page({}, options.language);
    response.body = with_own_addresses(asked, *(*edition)->site, preview::overview(shown, options.language));
    return response;
  }
  if (asked.path == "/_preview/changes" && !name.main.empty()) {
    const auto found = changes.get(name);
    if (!found) return not_found({});
    Frame frame;
    frame.title = std::string(say(options.language, "Thay đổi của ", "Changes of ")) + asked.target.branch;
    frame.main = changes_html(asked, **edition, **found, facts.get());
    return own_page(frame, options.language);
  }
  return own ? not_found({}) : draft_page(asked, **edition, facts.get());
}

Response DraftServer::State::as_of(DraftRequest asked, const Request& request, const Visitor&) {
  const std::optional<Date> day = parse_date(request.parameter("day"));
  const std::string path = request.parameter("path");
  // The last minute of the day: all that appears on it is there.
  asked.address.as_of = day ? std::optional(Instant{end_of_day(*day).seconds - 60}) : std::nullopt;
  const std::string label = host_label(asked.address);
  const std::string entrance = access.asks_for_token() ? "/_preview/enter/" + access.pass(label, read_clock()) : "";
  return redirect(origin_of(asked, asked.address) + entrance + (path.starts_with('/') ? url_encode_path(path) : "/"));
}

Response DraftServer::State::compared(DraftRequest asked, const std::string& kind, const std::string& path) {
  if (asked.target.main.empty()) return not_found({});
  const auto before = editions->get({{}, asked.target.main, asked.address.as_of});
  if (!before) return not_found({});
  asked.path = path;
  if (kind == "before") return bare_page(asked, **before);
  const auto after = editions->get({asked.target.main, asked.target.commit, asked.address.as_of});
  return after ? compare_page(asked, **before, **after) : not_found({});
}

}  // namespace congbo::drafts
