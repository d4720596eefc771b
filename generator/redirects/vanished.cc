// SPDX-License-Identifier: GPL-3.0-or-later
// ARC-03, REV-05: what was published stays, leads on, or says why it is gone.
#include <set>
#include <utility>

#include "generator/redirects/routes.h"

namespace congbo::redirects {

namespace {

using edition::State;
using pages::PageIndex;

class Vanished {
 public:
  Vanished(const RouteSources& sources, const std::vector<Route>& routes, Diagnostics& found)
      : sources_(sources), found_(found) {
    for (const Route& route : routes) answered_.emplace(route.portal->id, stem_of(route.from));
  }

  void check(const history::Published& known) {
    const site::Portal* portal = sources_.site.portal(known.portal);
    if (!portal) return miss_portal(known);
    if (sources_.stands(*portal, known.path) || answered_.contains({known.portal, stem_of(known.path)})) return;
    if (known.id.empty()) return check_file(known);
    const PageIndex index = sources_.library.by_id(known.portal, known.id);
    if (index == pages::no_page) {
      found_.add(error("address-vanished", {known.source}, {known.path, day_of(known)}));
    } else if (sources_.edition.is_visible(index)) {
      const pages::Page& page = sources_.library[index];
      found_.add(error("address-moved", page.aliases.empty() ? Place{page.source, 1, 1} : page.place_of("aliases"),
                       {known.path, page.route.path}));
    } else if (sources_.edition.states[index] == State::draft) {
      const pages::Page& page = sources_.library[index];
      found_.add(error("published-made-draft", page.place_of("status"), {known.path, day_of(known)}));
    }
  }

 private:
  static std::string day_of(const history::Published& known) { return known.first.substr(0, 10); }

  void miss_portal(const history::Published& known) {
    if (missing_portals_.insert(known.portal).second)
      found_.add(error("portal-vanished", {"content/sites/" + known.portal + "/_site/site.yaml"}, {known.portal}));
  }

  // A page's files go off line with it.
  void check_file(const history::Published& known) {
    const std::size_t slash = known.source.rfind('/');
    const std::string folder = known.source.substr(0, slash == std::string::npos ? 0 : slash);
    for (const std::string& owner : {folder + ".md", folder + "/_index.md"})
      if (const PageIndex index = sources_.library.by_source(owner);
          index != pages::no_page && !sources_.edition.is_visible(index))
        return;
    found_.add(warning("file-vanished", {known.source}, {known.path}));
  }

  const RouteSources& sources_;
  Diagnostics& found_;
  std::set<std::pair<std::string, std::string>> answered_;
  std::set<std::string> missing_portals_;
};

}  // namespace

void check_vanished(const RouteSources& sources, const std::vector<Route>& routes, Diagnostics& found) {
  if (sources.history.empty()) return;
  Vanished vanished(sources, routes, found);
  for (const history::Published& known : sources.history.addresses()) vanished.check(known);
}

}  // namespace congbo::redirects
