// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/base/html_escape.h"
#include "preview/difference/html_tokens.h"
#include "preview/drafts/changes_page.h"
#include "preview/drafts/compare_page.h"
#include "preview/drafts/server_state.h"
#include "preview/ribbon.h"

namespace congbo::drafts {

namespace {

// Whether the path is a file that the page shows or offers, or one of the sizes of its pictures.
bool is_file_of(const pipeline::Site& site, const DraftRequest& asked, const std::string& page) {
  const std::string portal = portal_of(asked.address, site);
  const pages::PageIndex index = site.library.by_route(portal, page);
  const PlannedOutput* output = planned(site, portal, asked.path);
  if (index == pages::no_page || !output) return false;
  const std::vector<record::FileLink>& files = site.publication.records[index].files;
  return std::any_of(files.begin(), files.end(),
                     [&](const record::FileLink& file) { return file.source == output->source(); });
}

}  // namespace

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
  if (own && !all) return not_found({});
  const EditionName name{asked.target.main, asked.target.commit, asked.address.as_of};
  const auto edition = editions->get(name);
  if (!edition) return not_found({});  // of a repository that cannot be read now
  if (!may_open(asked.path) && !is_file_of(*(*edition)->site, asked, visitor.guest->path)) return not_found({});
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
  if (const auto file = searching.find((*edition)->site, portal_of(asked.address, *(*edition)->site), asked.path))
    return text_file("application/octet-stream", *file);
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
  if (kind == "before") {  // with its own files: the draft may have taken them away
    Response page = bare_page(asked, **before);
    if (page.content_type.starts_with("text/html"))
      page.body = difference::with_prefixed_files(page.body, "/_preview/before");
    return page;
  }
  const auto after = editions->get({asked.target.main, asked.target.commit, asked.address.as_of});
  return after ? compare_page(asked, **before, **after) : not_found({});
}

}  // namespace congbo::drafts
