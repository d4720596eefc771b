// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/redirects/routes.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "generator/base/nearest_name.h"
#include "generator/record/public_record.h"
#include "generator/redirects/percent.h"
#include "generator/redirects/read_files.h"

namespace congbo::redirects {

namespace {

using edition::State;
using pages::Page;
using pages::PageIndex;

// What a redirect says before its chain is followed.
struct Step {
  PageIndex page = pages::no_page;  // alias: leads here
  std::string to;                   // redirects.csv: as written
  Place where, to_place;
  std::string from, source, language;
};

std::string_view host_of(std::string_view address) {
  const std::size_t begin = address.find("://") + 3;
  return address.substr(begin, address.find_first_of("/?#:", begin) - begin);
}

bool is_external(std::string_view address) {
  return address.starts_with("https://") || address.starts_with("http://");
}

// One portal's table while it is made.
class Table {
 public:
  Table(const RouteSources& sources, const site::Portal& portal, Diagnostics& found)
      : sources_(sources), portal_(portal), found_(found) {}

  std::vector<Route> make() {
    add_tombstones();
    add_aliases();
    add_rows();
    for (const std::string& stem : order_) follow(stem);
    add_expired();
    std::sort(routes_.begin(), routes_.end(), [](const Route& a, const Route& b) { return a.from < b.from; });
    return std::move(routes_);
  }

 private:
  void add_tombstones() {
    for (Tombstone& one : read_tombstones(sources_.snapshot, portal_, date_of(sources_.edition.now), found_)) {
      if (!one.address.empty()) {
        add_gone(one, one.address);
        continue;
      }
      std::vector<std::string> addresses;
      for (const history::Published& known : sources_.history.addresses())
        if (known.portal == portal_.id && known.id == one.id) addresses.push_back(known.path);
      if (addresses.empty()) addresses.push_back("/" + one.id + ".html");
      for (const std::string& address : addresses) add_gone(one, address);
    }
  }

  // Readers of "/en/cu.html" read English (LNG-03).
  std::string language_of(std::string_view address) const {
    for (const std::string& language : portal_.languages)
      if (address.starts_with("/" + language + "/")) return language;
    return std::string(portal_.main_language());
  }

  void add_gone(const Tombstone& one, const std::string& address) {
    if (sources_.stands(portal_, address))
      found_.add(error("tombstone-of-page", one.where, {address}));
    else if (!gone_.insert(stem_of(address)).second)
      found_.add(error("redirect-duplicate", one.where, {address, "tombstones.yaml"}));
    else
      routes_.push_back({RouteKind::gone,
                         &portal_,
                         address,
                         {},
                         language_of(address),
                         one.reason,
                         one.authority,
                         one.on,
                         one.where.file});
  }

  // Aliases have rules of their own (rule_aliases); here only what else stands at their addresses is seen.
  void add_aliases() {
    for (const PageIndex index : sources_.edition.visible) {
      const Page& page = sources_.library[index];
      if (page.aliases.empty() || page.portal != &portal_) continue;
      for (const std::string& alias : page.aliases) {
        if (sources_.stands(portal_, alias)) {
          // Of a page, the library has said it.
          if (sources_.library.by_route(portal_.id, alias) == pages::no_page)
            found_.add(error("alias-stands", page.place_of("aliases"), {alias}));
          continue;
        }
        Step step;
        step.page = index;
        step.where = page.place_of("aliases");
        step.from = alias;
        step.source = page.source;
        step.language = page.route.language;
        add_step(std::move(step));
      }
    }
  }

  void add_rows() {
    for (RedirectRow& row : read_redirects(sources_.snapshot, portal_, found_)) {
      if (sources_.stands(portal_, row.from) || is_below_file(row.from)) {
        found_.add(error("redirect-from-page", row.where, {row.from}));
        continue;
      }
      const std::string stem = stem_of(row.from);
      const auto known = steps_.find(stem);
      if (known != steps_.end() || gone_.contains(stem)) {
        found_.add(
            error("redirect-duplicate", row.where,
                  {row.from, known == steps_.end() ? portal_.root + "_site/tombstones.yaml" : known->second.source}));
        continue;
      }
      const std::string language = language_of(row.from);
      add_step(
          {pages::no_page, std::move(row.to), row.where, row.to_place, std::move(row.from), row.where.file, language});
    }
  }

  // "/a.html/b" cannot be a file where "/a.html" is one.
  bool is_below_file(std::string_view path) const {
    for (std::size_t slash = path.find('/', 1); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
      const std::string above(path.substr(0, slash));
      if (above.find('.', above.rfind('/')) != std::string::npos && sources_.stands(portal_, above)) return true;
    }
    return false;
  }

  void add_step(Step step) {
    std::string stem = stem_of(step.from);
    if (gone_.contains(stem)) {
      found_.add(error("redirect-duplicate", step.where, {step.from, portal_.root + "_site/tombstones.yaml"}));
      return;
    }
    if (steps_.emplace(stem, std::move(step)).second) order_.push_back(std::move(stem));
  }

  // From one step to the address at the end of its chain.
  void follow(const std::string& stem) {
    const Step& first = steps_.at(stem);
    std::unordered_set<std::string_view> seen = {stem};
    const Step* step = &first;
    std::string fragment;
    while (true) {
      if (step->page != pages::no_page) return add_route(first, url_of(step->page) + fragment);
      if (is_external(step->to)) return add_external(first, *step);
      const std::size_t hash = step->to.find('#');
      if (fragment.empty() && hash != std::string::npos) fragment = "#" + encoded(step->to.substr(hash + 1));
      const std::optional<std::string> path = decoded_target(step->to.substr(0, hash));
      if (!path) {
        if (step == &first) found_.add(error("redirect-target-invalid", step->to_place, {step->to}));
        return;
      }
      const PageIndex page = sources_.library.by_route(portal_.id, *path);
      if (page != pages::no_page && sources_.edition.is_visible(page)) return add_route(first, url_of(page) + fragment);
      if (page != pages::no_page) return;  // not public now: nothing of it shows
      if (sources_.stands(portal_, *path)) return add_route(first, portal_.base_url + encoded(*path) + fragment);
      const auto next = steps_.find(stem_of(*path));
      if (next == steps_.end()) {
        if (step == &first) miss(*step, *path);
        return;
      }
      if (!seen.insert(next->first).second) {
        found_.add(error("redirect-loop", first.where, {first.from, step->to}));
        return;
      }
      step = &next->second;
    }
  }

  static std::optional<std::string> decoded_target(const std::string& to) {
    return to == "/" ? std::optional<std::string>(to) : decoded_path(to);
  }

  void miss(const Step& step, const std::string& path) {
    std::vector<std::string> known;
    for (const PageIndex index : sources_.edition.visible)
      if (sources_.library[index].portal == &portal_) known.push_back(sources_.library[index].route.path);
    found_.add(error("redirect-target-missing", step.to_place, {path}, nearest_name(path, known)));
  }

  std::string url_of(PageIndex page) const {
    return record::canonical_url(*sources_.library[page].portal, sources_.library[page].route.path);
  }

  void add_external(const Step& first, const Step& last) {
    const std::string host(host_of(last.to));
    if (!is_listed(host)) {
      if (&first == &last) found_.add(error("redirect-host-unlisted", last.to_place, {host}));
      return;
    }
    add_route(first, encoded_address(last.to));
  }

  bool is_listed(const std::string& host) const {
    const auto& others = portal_.redirect_hosts;
    if (std::find(others.begin(), others.end(), host) != others.end()) return true;
    for (const site::Portal& portal : sources_.site.portals) {
      if (host_of(portal.base_url) == host) return true;
      for (const site::Host& own : portal.hosts)
        if (own.name == host) return true;
    }
    return false;
  }

  void add_route(const Step& step, std::string to) {
    routes_.push_back({RouteKind::moved, &portal_, step.from, std::move(to), step.language, {}, {}, {}, step.source});
  }

  // The log knows that a reader could have kept the address.
  void add_expired() {
    for (const history::Published& known : sources_.history.addresses()) {
      if (known.portal != portal_.id || known.id.empty()) continue;
      const PageIndex index = sources_.library.by_id(portal_.id, known.id);
      if (index == pages::no_page || sources_.edition.states[index] != State::expired ||
          sources_.edition.is_visible(index) || sources_.stands(portal_, known.path))
        continue;
      const std::string stem = stem_of(known.path);
      if (steps_.contains(stem) || !gone_.insert(stem).second) continue;
      const Page& page = sources_.library[index];
      Route route{RouteKind::expired, &portal_, known.path, {}, page.route.language, {}, {}, {}, page.source};
      if (page.expires_at) route.on = date_of(*page.expires_at);
      routes_.push_back(std::move(route));
    }
  }

  const RouteSources& sources_;
  const site::Portal& portal_;
  Diagnostics& found_;
  std::unordered_map<std::string, Step> steps_;  // by stem of `from`
  std::vector<std::string> order_;               // stems, as added
  std::unordered_set<std::string> gone_;         // stems
  std::vector<Route> routes_;
};

}  // namespace

std::string stem_of(std::string_view path) {
  if (path.ends_with(".html")) path.remove_suffix(5);
  if (path.ends_with("/index")) path.remove_suffix(6);
  while (path.ends_with('/')) path.remove_suffix(1);
  return std::string(path);
}

std::vector<Route> make_routes(const RouteSources& sources, Diagnostics& found) {
  std::vector<Route> all;
  for (const site::Portal& portal : sources.site.portals) {
    std::vector<Route> routes = Table(sources, portal, found).make();
    all.insert(all.end(), std::make_move_iterator(routes.begin()), std::make_move_iterator(routes.end()));
  }
  return all;
}

}  // namespace congbo::redirects
