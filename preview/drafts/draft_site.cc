// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/draft_site.h"

#include "generator/base/html_escape.h"
#include "generator/pipeline/life.h"
#include "preview/ribbon.h"

namespace congbo::drafts {

namespace {

using http::Response;

constexpr std::string_view placeholder_end = ".preview.invalid";
constexpr std::string_view placeholder_begin = "http://";

Response not_found() {
  return {404, "text/plain; charset=utf-8", "not found\n", {}};
}

// The policy of the draft's pages; a form of ours leads to another date of the same draft, which is another host.
void add_policy(const DraftRequest& request, const pipeline::Site& site, Response& response) {
  const site::Portal* portal = site.site->portal(portal_of(request.address, site));
  if (!portal) return;
  for (const auto& [name, value] : hosting::common_headers(pipeline::loads_of(site, *portal), hosting::Host::preview))
    response.headers[name] = value;
  std::string& policy = response.headers["Content-Security-Policy"];
  static constexpr std::string_view form = "form-action 'self'";
  if (const std::size_t at = policy.find(form); at != std::string::npos)
    policy.insert(at + form.size(), " " + request.scheme + "://*." + request.base);
}

std::string link(const std::string& href, std::string_view words) {
  return " <a href=\"" + html_escape(href) + "\">" + std::string(words) + "</a>";
}

// What the draft's ribbon has before the words about the page.
std::string navigation(const DraftRequest& request, const PlannedOutput& output) {
  const Language language = request.language;
  const std::string name = request.target.branch.empty() ? request.target.commit.substr(0, 12) : request.target.branch;
  std::string html =
      "<link rel=\"stylesheet\" href=\"/_preview/drafts.css\">\n<nav class=\"congbo-bar\" aria-label=\"" +
      std::string(say(language, "Bản nháp", "Draft")) + "\"><strong>" + html_escape(name) + "</strong>";
  if (!request.target.main.empty()) {
    html += link("/_preview/changes", say(language, "Các thay đổi", "Changes"));
    html += link("/_preview/compare" + url_encode_path(path_on_host(output)),
                 say(language, "So sánh trang này", "Compare this page"));
  }
  const std::string day = request.address.as_of ? to_text(date_of(*request.address.as_of)) : "";
  html += "<form action=\"/_preview/as-of\"><input type=\"hidden\" name=\"path\" value=\"" +
          html_escape(path_on_host(output)) + "\"><label>" + std::string(say(language, "Xem như ngày ", "As of ")) +
          "<input type=\"date\" name=\"day\" value=\"" + day + "\"></label> <button>" +
          std::string(say(language, "Xem", "Show")) + "</button></form>";
  if (request.address.as_of)
    html += " <strong>" + std::string(say(language, "Như mọi người sẽ thấy lúc ", "As everyone will see it at ")) +
            moment_text(*request.address.as_of) + "</strong>";
  return html + "</nav>\n";
}

}  // namespace

std::string origin_of(const DraftRequest& request, const DraftAddress& address) {
  return request.scheme + "://" + host_label(address) + "." + request.base;
}

std::string with_own_addresses(const DraftRequest& request, const pipeline::Site& site, std::string text) {
  std::string result;
  std::size_t done = 0;
  for (std::size_t at = text.find(placeholder_end); at != std::string::npos; at = text.find(placeholder_end, at + 1)) {
    const std::size_t begin = text.rfind(placeholder_begin, at);
    if (begin == std::string::npos || begin < done) continue;
    const std::string id = text.substr(begin + placeholder_begin.size(), at - begin - placeholder_begin.size());
    if (!site.site->portal(id)) continue;
    DraftAddress address = request.address;
    address.portal = id == site.site->portals.front().id ? std::string() : id;
    result.append(text, done, begin - done).append(origin_of(request, address));
    done = at + placeholder_end.size();
  }
  if (done == 0) return text;
  return result.append(text, done, std::string::npos);
}

const PlannedOutput* planned(const pipeline::Site& site, const std::string& portal, const std::string& path) {
  const std::string file = portal + (path.ends_with('/') ? path + "index.html" : path);
  const PlannedOutput* found = site.plan->find(file);
  return found ? found : site.plan->find(file + ".html");
}

std::string portal_of(const DraftAddress& address, const pipeline::Site& site) {
  return address.portal.empty() ? site.site->portals.front().id : address.portal;
}

std::string path_on_host(const PlannedOutput& output) {
  std::string path = output.path().substr(output.path().find('/'));
  if (path.ends_with("/index.html")) path.resize(path.size() - 10);
  return path;
}

void add_draft_headers(Response& response) {
  response.headers["Cache-Control"] = "private, no-store";
  response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive, nosnippet";
  response.headers["Referrer-Policy"] = "no-referrer";
  response.headers["Cross-Origin-Resource-Policy"] = "same-origin";
}

Response draft_page(const DraftRequest& request, const DraftEdition& edition, const DraftFacts* facts) {
  const pipeline::Site& site = *edition.site;
  preview::Shown shown{edition.site, facts ? facts->found : site.found, 1, {}};
  Response response;
  if (!site.renderer) {  // the draft's layouts are not in order: there is nothing to show but the messages
    response.body = preview::overview(shown, request.language);
    add_draft_headers(response);
    return response;
  }
  const std::string portal = portal_of(request.address, site);
  const PlannedOutput* output = planned(site, portal, request.path);
  if (!output) {
    response.status = 404;
    output = site.plan->find(portal + "/404.html");
  }
  if (!output) return not_found();
  render::Decoration decoration;
  const bool is_html = output->path().ends_with(".html");
  if (is_html) {
    decoration.ribbon_html = navigation(request, *output) + preview::ribbon(shown, *output, request.language);
    if (!request.target.branch.empty()) decoration.reload_version = request.target.main + request.target.commit;
  }
  Result<std::string> bytes = pipeline::produce(site, *output, decoration);
  if (!bytes)
    return {500, "text/plain; charset=utf-8", diagnostics::message(bytes.error(), request.language) + "\n", {}};
  response.content_type = http::content_type_of(output->path());
  const bool is_text = response.content_type.find("charset") != std::string::npos;
  response.body = is_html || is_text ? with_own_addresses(request, site, *std::move(bytes)) : *std::move(bytes);
  add_policy(request, site, response);
  add_draft_headers(response);
  return response;
}

Response bare_page(const DraftRequest& request, const DraftEdition& edition) {
  const pipeline::Site& site = *edition.site;
  const PlannedOutput* output = site.renderer ? planned(site, portal_of(request.address, site), request.path) : nullptr;
  if (!output) return not_found();
  Result<std::string> bytes = pipeline::produce(site, *output);
  if (!bytes)
    return {500, "text/plain; charset=utf-8", diagnostics::message(bytes.error(), request.language) + "\n", {}};
  Response response;
  response.content_type = http::content_type_of(output->path());
  const bool is_text = response.content_type.find("charset") != std::string::npos;
  response.body = is_text ? with_own_addresses(request, site, *std::move(bytes)) : *std::move(bytes);
  add_policy(request, site, response);
  add_draft_headers(response);
  return response;
}

}  // namespace congbo::drafts
