// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pipeline/life.h"

#include <algorithm>
#include <utility>

#include "generator/base/html_escape.h"
#include "generator/history/routes.h"
#include "generator/hosting/server_headers.h"
#include "generator/pipeline/hosts.h"
#include "generator/pipeline/stages.h"
#include "generator/record/life.h"
#include "generator/record/wording.h"
#include "generator/redirects/server_files.h"
#include "generator/render/emergency.h"
#include "generator/site/values/emergency.h"
#include "generator/site/values/policy.h"

namespace congbo::pipeline {

namespace {

using pages::PageIndex;
using redirects::Route;
using redirects::RouteKind;

redirects::RouteSources sources_of(const Site& site) {
  return {*site.site,
          site.library,
          site.edition,
          *site.history,
          *site.snapshot,
          [&site](const site::Portal& portal, const std::string& path) { return is_planned(site, portal.id, path); }};
}

std::span<const Route> routes_of(const Site& site, const site::Portal& portal) {
  const auto first =
      std::find_if(site.routes.begin(), site.routes.end(), [&](const Route& one) { return one.portal == &portal; });
  const auto last = std::find_if(first, site.routes.end(), [&](const Route& one) { return one.portal != &portal; });
  return {site.routes.data() + (first - site.routes.begin()), static_cast<std::size_t>(last - first)};
}

void plan_route(const Site& site, std::uint32_t number, std::vector<PlannedOutput>& outputs) {
  const Route& route = site.routes[number];
  const std::string file = redirects::html_path(route.from);
  if (file.empty() || site.plan->find(route.portal->id + file)) return;
  const bool moved = route.kind == RouteKind::moved;
  const auto recipe = static_cast<std::uint32_t>(moved ? Recipe::redirect : Recipe::gone);
  outputs.push_back(
      {OutputName{route.portal->id + file, moved ? "redirect" : "gone", route.source}, recipe, number, 0});
}

const history::Published* known_page(const Site& site, PageIndex index) {
  const pages::Page& page = site.library[index];
  return site.history->page(page.route.portal, page.id);
}

// A published page that is not what it was.
void check_changed(const Site& site, PageIndex index, Diagnostics& found) {
  const history::Published* known = known_page(site, index);
  if (!known || known->hash.empty()) return;
  const record::PublicRecord& record = site.publication.records[index];
  if (record::content_hash(site.publication, record) == known->hash) return;
  const pages::Page& page = *record.page;
  const std::string day = known->first.substr(0, 10);
  if (page.type && page.type->immutable)
    found.add(error("immutable-changed", {page.source, 1, 1}, {page.title, day}));
  else if (record.state == edition::State::published && record::updates_mark(page) == known->updates)
    found.add(warning("change-not-said", {page.source, 1, 1}, {day}));
}

void check_embargoes(const Site& site, Diagnostics& found) {
  for (PageIndex index = 0; index < site.library.size(); ++index) {
    const pages::Page& page = site.library[index];
    if (!page.embargo || site.edition.states[index] != edition::State::embargoed) continue;
    found.add(warning("embargo-shared", page.place_of("embargo"), {}));
  }
}

history::Published page_item(const Site& site, PageIndex index) {
  const record::PublicRecord& record = site.publication.records[index];
  const pages::Page& page = *record.page;
  const history::Published* known = known_page(site, index);
  return {page.route.portal,
          page.route.path,
          page.id,
          page.source,
          known && !known->first.empty() ? known->first : record.published_machine,
          record::content_hash(site.publication, record),
          record::updates_mark(page)};
}

// The log goes on knowing an address as that of the page or file that stood there.
void add_route_items(const Site& site, std::vector<history::Published>& items) {
  for (const Route& route : site.routes) {
    const history::Published* known = site.history->address(route.portal->id, route.from);
    if (known && !history::is_route(*known)) continue;
    const bool moved = route.kind == RouteKind::moved;
    const std::string hash = moved ? history::route_moved : history::route_gone;
    std::string first = known ? known->first : to_rfc3339(site.edition.now);
    // An old address that is gone stays that of the page that it led to: what took the page down answers for both.
    const std::string& source = known && !moved ? known->source : route.source;
    items.push_back({route.portal->id, route.from, {}, source, std::move(first), hash, {}});
  }
}

}  // namespace

bool is_planned(const Site& site, const std::string& portal, const std::string& path) {
  const auto has = [&](const std::string& file) { return site.plan->find(portal + file) != nullptr; };
  if (path.ends_with('/')) return has(path + "index.html");
  return has(path) || has(path + ".html") || has(path + "/index.html");
}

void add_routes(Site& site, OutputPlan& plan, Diagnostics& found) {
  site.routes = redirects::make_routes(sources_of(site), found);
  redirects::check_vanished(sources_of(site), site.routes, found);
  if (site.routes.empty()) return;
  std::vector<PlannedOutput> added;
  for (std::uint32_t number = 0; number < site.routes.size(); ++number) plan_route(site, number, added);
  for (std::uint32_t number = 0; number < site.site->portals.size(); ++number) {
    const site::Portal& portal = site.site->portals[number];
    if (!netlify_file(site, portal).empty())
      added.push_back({OutputName{portal.id + "/_redirects", "redirects", {}},
                       static_cast<std::uint32_t>(Recipe::netlify), number, 0});
  }
  auto& outputs = plan.outputs;
  outputs.insert(outputs.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  const auto by_path = [](const PlannedOutput& a, const PlannedOutput& b) { return a.path() < b.path(); };
  std::stable_sort(outputs.begin(), outputs.end(), by_path);
  // "/cu/bai" and "/cu/bai.html" have one file.
  const auto same = [](const PlannedOutput& a, const PlannedOutput& b) { return a.path() == b.path(); };
  outputs.erase(std::unique(outputs.begin(), outputs.end(), same), outputs.end());
}

void check_life(const Site& site, Diagnostics& found) {
  if (!site.history->empty())
    for (const PageIndex index : site.edition.visible) check_changed(site, index, found);
  if (site.reach == RepositoryReach::has_remote) check_embargoes(site, found);
}

std::string gone_page(const Site& site, const Route& route, const render::Decoration& decoration) {
  const site::Portal& portal = *route.portal;
  const auto words = [&](std::string_view key) { return html_escape(portal.string(route.language, key)); };
  std::string main;
  if (route.kind == RouteKind::expired) main += "<p>" + words("gone.expired") + "</p>\n";
  if (!route.reason.empty()) main += "<p>" + html_escape(route.reason) + "</p>\n";
  if (!route.authority.empty())
    main += "<p>" + words("gone.authority") + ": " + html_escape(route.authority) + "</p>\n";
  if (route.on)
    main += "<p>" + words("gone.on") + ": <time datetime=\"" + to_text(*route.on) + "\">" +
            html_escape(record::date_text(*route.on, route.language)) + "</time></p>";
  return site.renderer->fixed(portal, route.language, "gone", main, {}, decoration);
}

namespace {

struct ServerSettings {
  std::string nginx, apache, caddy;
};

// What the portal's server needs to put the emergency banner into pages.
ServerSettings include_settings(const site::Portal& portal) {
  const site::Emergency& emergency = site::emergency_of(portal);
  ServerSettings settings;
  if (emergency.way != site::EmergencyWay::include) return settings;
  std::vector<std::string> paths;
  for (const std::string& language : portal.languages) paths.push_back(render::emergency_path(language));
  if (emergency.server == site::ServerKind::nginx) settings.nginx = redirects::nginx_include(paths);
  if (emergency.server == site::ServerKind::apache) settings.apache = redirects::apache_include();
  if (emergency.server == site::ServerKind::caddy) settings.caddy = redirects::caddy_include();
  return settings;
}

ServerSettings search_settings(const site::Portal& portal) {
  if (site::policy_of(portal).choices.search_server == 1) return {};
  return {redirects::nginx_search(portal.languages), redirects::apache_search(portal.languages),
          redirects::caddy_search(portal.languages)};
}

}  // namespace

hosting::Loads loads_of(const Site& site, const site::Portal& portal) {
  hosting::Loads loads = site.look_loads;
  const std::string start = portal.id + "/";
  loads.media = std::any_of(site.plan->outputs.begin(), site.plan->outputs.end(), [&](const PlannedOutput& output) {
    return static_cast<Recipe>(output.recipe) == Recipe::attachment && output.path().starts_with(start) &&
           hosting::is_media(output.path());
  });
  return loads;
}

hosting::Host host_of(const site::Portal& portal) {
  return portal.base_url.starts_with("https://") ? hosting::Host::published : hosting::Host::plain;
}

std::vector<HostingFile> hosting_files(const Site& site) {
  std::vector<HostingFile> files;
  for (const site::Portal& portal : site.site->portals) {
    const std::span<const Route> routes = routes_of(site, portal);
    const redirects::OldHosts hosts{ended_hosts(*site.site, portal, date_of(site.edition.now)), portal.base_url};
    const ServerSettings search = search_settings(portal), include = include_settings(portal);
    const std::string folder = "hosting/" + portal.id + "/";
    const hosting::Loads loads = loads_of(site, portal);
    const hosting::Host host = host_of(portal);
    files.push_back({folder + "nginx.conf", hosting::nginx_headers(loads, host) + redirects::nginx_file(routes, hosts) +
                                                search.nginx + include.nginx});
    files.push_back({folder + "apache.htaccess", hosting::apache_headers(loads, host) +
                                                     redirects::apache_file(routes, hosts) + search.apache +
                                                     include.apache});
    files.push_back({folder + "caddy.conf", hosting::caddy_headers(loads, host) + redirects::caddy_file(routes, hosts) +
                                                search.caddy + include.caddy});
  }
  return files;
}

std::string netlify_file(const Site& site, const site::Portal& portal) {
  return redirects::netlify_file(routes_of(site, portal));
}

std::vector<history::Published> published_items(const Site& site) {
  std::vector<history::Published> items;
  items.reserve(site.edition.visible.size());
  for (const pages::PageIndex page : site.edition.visible) items.push_back(page_item(site, page));
  for (const PlannedOutput& output : site.plan->outputs) {
    if (static_cast<Recipe>(output.recipe) != Recipe::attachment) continue;
    const std::size_t slash = output.path().find('/');
    items.push_back({output.path().substr(0, slash), output.path().substr(slash), {}, output.source(), {}, {}, {}});
  }
  add_route_items(site, items);
  return items;
}

}  // namespace congbo::pipeline
