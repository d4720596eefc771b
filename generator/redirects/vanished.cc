// SPDX-License-Identifier: GPL-3.0-or-later
// ARC-03, REV-05: what was published stays, leads on, or says why it is gone.
#include <map>
#include <set>
#include <unordered_set>
#include <utility>

#include "generator/edition/folder.h"
#include "generator/history/routes.h"
#include "generator/redirects/read_files.h"
#include "generator/redirects/routes.h"

namespace congbo::redirects {

namespace {

using edition::State;
using pages::Page;
using pages::PageIndex;

// The key that keeps a page from readers at `now`; empty where none of `state` does.
std::string_view hiding_key(const Page& page, State state, Instant now) {
  if (state == State::draft && page.status == pages::Status::draft) return "status";
  if (state == State::scheduled && page.release_at && *page.release_at > now) return "release_at";
  if (state == State::embargoed && page.embargo && (!page.embargo->until || *page.embargo->until > now))
    return "embargo";
  return {};
}

// Where a hidden page is hidden: in its own file, else in the _index.md of a section above it.
class Hiders {
 public:
  explicit Hiders(const RouteSources& sources) : sources_(sources) {}

  Place place(PageIndex index) {
    const State state = sources_.edition.states[index];
    const Page& page = sources_.library[index];
    if (const auto key = hiding_key(page, state, sources_.edition.now); !key.empty()) return page.place_of(key);
    if (sections_.empty()) list_sections();
    for (std::string_view folder = edition::folder_of(page);; folder = edition::parent_folder(folder)) {
      const auto found = sections_.find({page.route.portal, page.route.language, std::string(folder)});
      const Page* section = found == sections_.end() ? nullptr : &sources_.library[found->second];
      const auto key = section ? hiding_key(*section, state, sources_.edition.now) : std::string_view();
      if (!key.empty()) return section->place_of(key);
      if (folder.empty()) return {page.source, 1, 1};
    }
  }

 private:
  struct Key {
    std::string portal, language, folder;
    auto operator<=>(const Key&) const = default;
  };

  void list_sections() {
    for (PageIndex index = 0; index < sources_.library.size(); ++index) {
      const Page& page = sources_.library[index];
      if (!page.section_index) continue;
      sections_.emplace(Key{page.route.portal, page.route.language, std::string(edition::folder_of(page))}, index);
    }
  }

  const RouteSources& sources_;
  std::map<Key, PageIndex> sections_;
};

// What aliases and redirects.csv say, whether it is followed now or not: a redirect to a page that is not public now
// is silent, not gone.
class WrittenRoutes {
 public:
  explicit WrittenRoutes(const RouteSources& sources) {
    for (PageIndex index = 0; index < sources.library.size(); ++index)
      for (const std::string& alias : sources.library[index].aliases)
        stems_.insert({sources.library[index].route.portal, stem_of(alias)});
    Diagnostics said_already;
    for (const site::Portal& portal : sources.site.portals)
      for (const RedirectRow& row : read_redirects(sources.snapshot, portal, said_already))
        stems_.insert({portal.id, stem_of(row.from)});
  }
  bool has(const history::Published& known) const { return stems_.contains({known.portal, stem_of(known.path)}); }

 private:
  std::set<std::pair<std::string, std::string>> stems_;
};

class Vanished {
 public:
  Vanished(const RouteSources& sources, const std::vector<Route>& routes, Diagnostics& found)
      : sources_(sources), found_(found), hiders_(sources) {
    for (const Route& route : routes) answered_.emplace(route.portal->id, stem_of(route.from));
  }

  void check(const history::Published& known) {
    const site::Portal* portal = sources_.site.portal(known.portal);
    if (!portal) return miss_portal(known);
    if (sources_.stands(*portal, known.path) || answered_.contains({known.portal, stem_of(known.path)})) return;
    if (history::is_route(known)) return check_route(known);
    if (known.id.empty()) return check_file(known);
    const PageIndex index = sources_.library.by_id(known.portal, known.id);
    if (index == pages::no_page) {
      found_.add(error("address-vanished", {known.source}, {known.path, day_of(known)}));
    } else if (sources_.edition.is_visible(index)) {
      const Page& page = sources_.library[index];
      found_.add(error("address-moved", page.aliases.empty() ? Place{page.source, 1, 1} : page.place_of("aliases"),
                       {known.path, page.route.path}));
    } else {
      check_hidden(known, index);
    }
  }

 private:
  static std::string day_of(const history::Published& known) { return known.first.substr(0, 10); }

  void miss_portal(const history::Published& known) {
    if (!missing_portals_.insert(known.portal).second) return;
    if (known.source.starts_with("content/sites/"))
      found_.add(error("portal-vanished", {"content/sites/" + known.portal + "/_site/site.yaml"}, {known.portal}));
    else
      found_.add(error("portal-renamed", {"content/_site/site.yaml"}, {known.portal, sources_.site.portals[0].id}));
  }

  // One finding for each place: a section hides many pages. An embargo has to take effect, so it is a warning only.
  void check_hidden(const history::Published& known, PageIndex index) {
    if (is_after_now(known.first)) return;  // built for an instant before it was published
    const State state = sources_.edition.states[index];
    const std::string code = state == State::draft       ? "published-made-draft"
                             : state == State::scheduled ? "published-made-scheduled"
                             : state == State::embargoed ? "published-embargoed"
                                                         : "";
    if (code.empty()) return;
    const Place place = hiders_.place(index);
    if (!hidden_by_.insert(place.file).second) return;
    Diagnostic one = error(code, place, {known.path, day_of(known)});
    if (state == State::embargoed) one.severity = Severity::warning;
    found_.add(std::move(one));
  }

  bool is_after_now(const std::string& first) const {
    if (const std::optional<Instant> instant = parse_instant(first)) return *instant > sources_.edition.now;
    const std::optional<Date> day = parse_date(first);
    return day && start_of_day(*day) > sources_.edition.now;
  }

  void check_route(const history::Published& known) {
    if (!written_) written_.emplace(sources_);
    if (!written_->has(known)) found_.add(error("address-vanished", {known.source}, {known.path, day_of(known)}));
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
  Hiders hiders_;
  std::optional<WrittenRoutes> written_;
  std::unordered_set<std::string> missing_portals_, hidden_by_;
};

}  // namespace

void check_vanished(const RouteSources& sources, const std::vector<Route>& routes, Diagnostics& found) {
  if (sources.history.empty()) return;
  Vanished vanished(sources, routes, found);
  for (const history::Published& known : sources.history.addresses()) vanished.check(known);
}

}  // namespace congbo::redirects
