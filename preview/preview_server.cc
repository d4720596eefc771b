// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/preview_server.h"

#include <sys/stat.h>
#include <algorithm>
#include <fstream>
#include <sstream>
#include <utility>

#include "generator/formats/json.h"
#include "generator/pipeline/life.h"
#include "generator/pipeline/search_files.h"
#include "generator/site/load.h"
#include "preview/host.h"
#include "preview/ribbon.h"
#include "search/server/search_server.h"

namespace congbo::preview {

namespace {

using http::Request;
using http::Response;

Response plain(int status, std::string text) {
  return {status, "text/plain; charset=utf-8", std::move(text), {}};
}

// "/a/" → "/a/index.html"; "/a" → "/a.html" where that is what is published.
std::string planned_path(const OutputPlan& plan, const std::string& portal, const std::string& path) {
  const std::string file = portal + (path.ends_with('/') ? path + "index.html" : path);
  return plan.find(file) ? file : file + ".html";
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); !from.empty() && at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

// For machines: what is shown, and what its rebuild took.
std::string status_json(const Shown& shown) {
  formats::JsonWriter json(formats::JsonWriter::Layout::indented);
  json.begin_object().key("version").value(static_cast<std::int64_t>(shown.version));
  json.key("errors").value(shown.found.error_count()).key("warnings").value(shown.found.warning_count());
  json.key("seconds").begin_object();
  for (const StageTime& stage : shown.stages) json.key(stage.stage).value(stage.seconds);
  json.end_object().end_object();
  return json.take() + "\n";
}

class Previewer {
 public:
  // `own_addresses`: base_url of each portal, and its address on this machine.
  Previewer(PreviewSite site, std::vector<std::pair<std::string, std::string>> own_addresses)
      : site_(std::move(site)), own_addresses_(std::move(own_addresses)) {}

  Response answer(const Request& request) const {
    const WantedHost host = read_host(request.header("host"), site_.address);
    if (!host.allowed) return plain(421, "unknown host\n");
    if (request.path.starts_with("/_preview/")) return own(request.path);
    if (!site_.published.empty() && !host.preview) return published(host, request.path);
    return previewed(host, request.path);
  }

  // HTML in which each portal's own address has become its address on this machine.
  std::string localized(std::string html) const {
    for (const auto& [own, local] : own_addresses_) html = replaced(std::move(html), own, local);
    return html;
  }

 private:
  Response own(const std::string& path) const {
    const std::shared_ptr<const Shown> shown = site_.keeper->shown();
    Response response;
    response.headers["Cache-Control"] = "no-store";
    if (path == "/_preview/version") {
      response.content_type = "text/plain; charset=utf-8";
      response.body = std::to_string(shown->version) + "\n";
    } else if (path == "/_preview/status") {
      response.content_type = "application/json";
      response.body = status_json(*shown);
    } else if (path == "/_preview/reload.js") {
      response.content_type = "text/javascript; charset=utf-8";
      response.body = reload_script();
    } else if (path == "/_preview/preview.css") {
      response.content_type = "text/css; charset=utf-8";
      response.body = style_sheet();
    } else if (path == "/_preview/") {
      response.body = overview(*shown, site_.language);
    } else {
      response = plain(404, "not found\n");
    }
    return response;
  }

  std::string portal_of(const WantedHost& host, const site::Site& site) const {
    return host.portal.empty() ? site.portals.front().id : host.portal;
  }

  Response previewed(const WantedHost& host, const std::string& path) const {
    const std::shared_ptr<const Shown> shown = site_.keeper->shown();
    const pipeline::Site& site = *shown->site;
    Response response;
    response.headers["Cache-Control"] = "no-store";
    response.headers["X-Robots-Tag"] = "noindex, nofollow";
    add_policy(site, portal_of(host, *site.site), hosting::Host::preview, response);
    if (!site.renderer) {  // the layouts were never in order: there is nothing to show but the messages
      response.body = overview(*shown, site_.language);
      return response;
    }
    const std::string portal = portal_of(host, *site.site);
    if (const auto file = searching_.find(shown->site, portal, path)) {
      response.content_type = http::content_type_of(path);
      response.body = *file;
      return response;
    }
    const PlannedOutput* output = site.plan->find(planned_path(*site.plan, portal, path));
    if (!output) {
      response.status = 404;
      output = site.plan->find(portal + "/404.html");
    }
    if (!output) return plain(404, "not found\n");
    const bool is_html = output->path().ends_with(".html");
    const render::Decoration decoration =
        is_html ? render::Decoration{ribbon(*shown, *output, site_.language), std::to_string(shown->version)}
                : render::Decoration{};
    Result<std::string> bytes = pipeline::produce(site, *output, decoration);
    if (!bytes) return plain(500, diagnostics::message(bytes.error(), site_.language) + "\n");
    response.body = *std::move(bytes);
    response.content_type = http::content_type_of(output->path());
    return response;
  }

  // The headers that the portal's own host sends.
  static void add_policy(const pipeline::Site& site, const std::string& portal, hosting::Host host,
                         Response& response) {
    const site::Portal* known = site.site->portal(portal);
    if (!known) return;
    for (const auto& [name, value] : hosting::common_headers(pipeline::loads_of(site, *known), host))
      response.headers[name] = value;
  }
  static Response under_policy(const pipeline::Site& site, const std::string& portal, Response response) {
    add_policy(site, portal, hosting::Host::plain, response);
    return response;
  }

  // A file of the release, read as it is on disk; a portal's own address in HTML becomes its address on this machine.
  Response published(const WantedHost& host, const std::string& path) const {
    const std::shared_ptr<const Shown> shown = site_.keeper->shown();
    const site::Site& site = *shown->site->site;
    const std::string portal = portal_of(host, site);
    if (!site.portal(portal)) return plain(404, "not found\n");
    const std::string folder = site_.published + "/public/" + portal;
    for (const std::string& file : {path + (path.ends_with('/') ? "index.html" : ""), path + ".html"}) {
      if (std::optional<std::string> bytes = read_file(folder + file))
        return under_policy(*shown->site, portal, file_response(200, file, *std::move(bytes)));
    }
    std::optional<std::string> missing = read_file(folder + "/404.html");
    if (!missing) return plain(404, "not found\n");
    return under_policy(*shown->site, portal, file_response(404, "/404.html", *std::move(missing)));
  }

  static std::optional<std::string> read_file(const std::string& path) {
    struct stat facts {};
    if (lstat(path.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return file ? std::optional(bytes.str()) : std::nullopt;
  }

  Response file_response(int status, const std::string& file, std::string bytes) const {
    Response response;
    response.status = status;
    response.content_type = http::content_type_of(file);
    response.headers["Cache-Control"] = file.starts_with("/assets/") ? "max-age=31536000, immutable" : "no-cache";
    response.body = file.ends_with(".html") ? localized(std::move(bytes)) : std::move(bytes);
    return response;
  }

  PreviewSite site_;
  mutable pipeline::SearchFiles searching_;
  std::vector<std::pair<std::string, std::string>> own_addresses_;
};

// The address of each portal as its own site.yaml says, read from the snapshot, since the shown site has local ones.
std::vector<std::pair<std::string, std::string>> own_addresses(const PreviewSite& site) {
  std::vector<std::pair<std::string, std::string>> addresses;
  const std::shared_ptr<const Shown> shown = site.keeper->shown();
  Diagnostics ignored;
  const site::Site written = site::load_site(*shown->site->snapshot, ignored);
  for (std::size_t i = 0; i < written.portals.size(); ++i) {
    const std::string host = i == 0 ? "127.0.0.1" : written.portals[i].id + ".localhost";
    addresses.emplace_back(written.portals[i].base_url, "http://" + host + ":" + std::to_string(site.port));
  }
  return addresses;
}

}  // namespace

std::string local_hosts(int port, bool beside_published) {
  return std::string("http://{portal}.") + (beside_published ? "preview." : "") + "localhost:" + std::to_string(port);
}

Result<Done> add_preview_routes(http::Server& server, PreviewSite site) {
  const std::shared_ptr<EditionKeeper> keeper = site.keeper;
  const std::string published = site.published;
  std::vector<std::pair<std::string, std::string>> addresses = own_addresses(site);
  const auto previewer = std::make_shared<const Previewer>(std::move(site), std::move(addresses));
  if (!published.empty()) {
    search::SearchSite searching{
        published,
        {},
        [keeper, previewer](const std::string& title, const std::string& main, std::string_view language) {
          const std::shared_ptr<const Shown> shown = keeper->shown();
          const pipeline::Site& current = *shown->site;
          if (!current.renderer) return previewer->localized(main);
          const site::Portal& portal = current.site->portals.front();
          const bool known =
              std::find(portal.languages.begin(), portal.languages.end(), language) != portal.languages.end();
          const std::string_view shown_in = known ? language : portal.main_language();
          return previewer->localized(current.renderer->fixed(portal, shown_in, "search", main, title));
        }};
    CONGBO_TRY([[maybe_unused]] const Done added, search::add_search_routes(server, searching));
  }
  server.route("/", [previewer](const Request& request) { return previewer->answer(request); });
  return Done{};
}

}  // namespace congbo::preview
