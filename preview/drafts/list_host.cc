// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>

#include "generator/base/html_escape.h"
#include "generator/http/request_target.h"
#include "preview/drafts/server_state.h"
#include "preview/drafts/share_page.h"

namespace congbo::drafts {

namespace {

std::multimap<std::string, std::string> form_of(const Request& request) {
  auto target = http::parse_target("/?" + request.body);
  return target ? std::move(target->parameters) : std::multimap<std::string, std::string>();
}

std::string value_of(const std::multimap<std::string, std::string>& form, const std::string& name) {
  const auto found = form.find(name);
  return found == form.end() ? std::string() : found->second;
}

}  // namespace

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

}  // namespace congbo::drafts
