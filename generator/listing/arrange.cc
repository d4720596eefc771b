// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/listing/arrange.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "generator/listing/shelf.h"

namespace congbo::listing {

namespace {

// Moves all lists into one vector, by portal and path, and makes indices into shelves indices into it.
class ListCollector {
 public:
  explicit ListCollector(Listings& listings) : listings_(listings) {}

  void collect(std::vector<Shelf>& shelves) {
    for (std::size_t i = 0; i < shelves.size();) {
      std::size_t end = i + 1;
      while (end < shelves.size() && shelves[end].portal == shelves[i].portal) ++end;
      collect_portal(shelves.data() + i, shelves.data() + end);
      i = end;
    }
  }

 private:
  struct Origin {
    Shelf* shelf = nullptr;
    std::uint32_t list = 0;
    const std::string& path() const { return shelf->lists[list].path; }
  };

  void collect_portal(Shelf* begin, Shelf* end) {
    std::vector<Origin> origins;
    for (Shelf* shelf = begin; shelf != end; ++shelf)
      for (std::uint32_t i = 0; i < shelf->lists.size(); ++i) origins.push_back({shelf, i});
    std::stable_sort(origins.begin(), origins.end(),
                     [](const Origin& a, const Origin& b) { return a.path() < b.path(); });
    std::map<const Shelf*, std::vector<std::uint32_t>> places;  // list in the shelf → list in Listings
    for (Shelf* shelf = begin; shelf != end; ++shelf) places[shelf].resize(shelf->lists.size());
    const std::size_t first = listings_.lists.size();
    for (std::size_t i = 0; i < origins.size(); ++i)
      places[origins[i].shelf][origins[i].list] = static_cast<std::uint32_t>(first + i);
    for (const Origin& origin : origins) take(origin, places[origin.shelf]);
    for (Shelf* shelf = begin; shelf != end; ++shelf) renumber_pages(*shelf, places[shelf]);
  }

  void take(const Origin& origin, const std::vector<std::uint32_t>& places) {
    List& list = listings_.lists.emplace_back(std::move(origin.shelf->lists[origin.list]));
    for (std::uint32_t& child : list.children) child = places[child];
  }

  void renumber_pages(const Shelf& shelf, const std::vector<std::uint32_t>& places) {
    for (const PageIndex page : shelf.visible) {
      std::uint32_t& section = listings_.around[page].section_list;
      if (section != no_list) section = places[section];
    }
  }

  Listings& listings_;
};

constexpr std::size_t most_offered = 10;

List* home_of(Listings& listings, std::string_view portal, std::string_view language) {
  for (List& list : listings.lists)
    if (list.kind == ListKind::home && list.portal->id == portal && list.language == language) return &list;
  return nullptr;
}

// "en/news" below "/en/" is "news"; nothing for a folder of another language.
std::string_view folder_below(std::string_view home, std::string_view folder) {
  home.remove_prefix(1);
  return folder.starts_with(home) ? folder.substr(home.size()) : std::string_view();
}

// The section of the portal above that holds items like this one: of the same name as its own top section, else the
// first whose items are of its type. A table of documents takes documents only.
List* section_for(const Source& source, Listings& listings, const List& home, PageIndex item) {
  const pages::Page& page = source.library[item];
  const std::uint32_t own = listings.around[item].section_list;
  const std::string_view name = own == no_list ? std::string_view() : std::string_view(listings.lists[own].section);
  const auto find = [&](std::string_view folder) -> List* {
    for (List& list : listings.lists)
      if (list.kind == ListKind::section && list.portal == home.portal && list.language == home.language &&
          list.section == folder && (!list.documents || (page.type && page.type->id == "document")))
        return &list;
    return nullptr;
  };
  if (!name.empty())
    if (List* same = find(name.substr(0, name.find('/')))) return same;
  if (!page.type) return nullptr;
  for (const auto& [folder, type] : home.portal->section_types) {
    const std::string_view below = home.path == "/" ? std::string_view(folder) : folder_below(home.path, folder);
    if (type != page.type->id || below.empty()) continue;
    if (List* alike = find(below)) return alike;
  }
  return nullptr;
}

// Items that sub-portals offer stand on the home page and in a section of the portal above, and stay where they are
// (SUBP-07).
void offer_to_parents(const Source& source, const std::vector<Shelf>& shelves, Listings& listings) {
  std::map<List*, std::vector<PageIndex>> offered;
  for (const Shelf& shelf : shelves) {
    if (shelf.portal->parent.empty()) continue;
    List* home = nullptr;
    for (const PageIndex item : shelf.items) {
      const pages::Value* offer = source.library[item].field("offer_to_parent");
      const bool* said = offer ? std::get_if<bool>(&offer->data) : nullptr;
      if (!said || !*said) continue;
      if (!home) home = home_of(listings, shelf.portal->parent, shelf.language);
      if (!home) break;
      offered[home].push_back(item);
    }
  }
  for (auto& [home, items] : offered) {
    sort_in_total_order(source.library, items);
    std::set<List*> grown;
    for (const PageIndex item : items)
      if (List* section = section_for(source, listings, *home, item)) {
        section->items.push_back(item);
        grown.insert(section);
      }
    for (List* section : grown) sort_in_total_order(source.library, section->items);
    items.resize(std::min(items.size(), most_offered));
    home->offered = std::move(items);
  }
}

void cut_lists(Listings& listings) {
  for (std::uint32_t i = 0; i < listings.lists.size(); ++i) {
    const int per_page = std::max(listings.lists[i].portal->per_page, 1);
    for (ListPage& page : cut_into_pages(listings.lists[i], i, static_cast<std::uint32_t>(per_page)))
      listings.pages.push_back(std::move(page));
  }
  const std::vector<List>& lists = listings.lists;
  std::sort(listings.pages.begin(), listings.pages.end(), [&](const ListPage& a, const ListPage& b) {
    if (lists[a.list].portal != lists[b.list].portal) return a.list < b.list;  // lists are by portal already
    return a.path != b.path ? a.path < b.path : a.list < b.list;
  });
}

}  // namespace

Listings arrange(const site::Site& site, const pages::Library& library, const edition::Edition& edition) {
  const Source source{site, library, edition};
  Listings listings;
  listings.around.resize(library.size());
  listings.relations = documents::relate(library, edition);
  std::vector<Shelf> shelves = make_shelves(source);
  for (Shelf& shelf : shelves) {
    add_sections(source, shelf, listings.around);
    add_archives(library, shelf);
    add_facets(source, listings.relations, shelf);
    add_terms(source, shelf, listings.terms.emplace_back());
    find_related(library, shelf, listings.around);
  }
  ListCollector(listings).collect(shelves);
  offer_to_parents(source, shelves, listings);
  link_translations(source, listings);
  cut_lists(listings);
  return listings;
}

}  // namespace congbo::listing
