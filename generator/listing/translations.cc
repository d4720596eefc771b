// SPDX-License-Identifier: GPL-3.0-or-later
// Other languages of pages (linked by translation_of, which names the page in the main language) and of lists.
#include <algorithm>
#include <string>
#include <tuple>
#include <utility>

#include "generator/edition/folder.h"
#include "generator/listing/shelf.h"

namespace congbo::listing {

namespace {

using pages::no_page;
using pages::Page;

std::size_t language_rank(const site::Portal& portal, std::string_view language) {
  const auto& languages = portal.languages;
  return static_cast<std::size_t>(std::find(languages.begin(), languages.end(), language) - languages.begin());
}

// The page in the main language that `page` translates, visible or not; no_page for none.
PageIndex original_of(const pages::Library& library, const Page& page) {
  return page.translation_of.empty() ? no_page : library.by_id(page.route.portal, page.translation_of);
}

// One of several that are the same thing in different languages.
struct Version {
  PageIndex original = no_page;
  std::size_t language = 0;
  PageIndex page = no_page;
  auto operator<=>(const Version&) const = default;
};

// The first of each language, of versions of one thing sorted by language.
template <class Iterator>
std::vector<Iterator> one_a_language(Iterator begin, Iterator end) {
  std::vector<Iterator> chosen;
  for (Iterator one = begin; one != end; ++one)
    if (chosen.empty() || chosen.back()->language != one->language) chosen.push_back(one);
  return chosen;
}

using VersionIterator = std::vector<Version>::const_iterator;

void link_group(const pages::Library& library, VersionIterator begin, VersionIterator end,
                std::vector<Surroundings>& around) {
  const std::vector<VersionIterator> others = one_a_language(begin, end);
  for (VersionIterator one = begin; one != end; ++one)
    for (const VersionIterator other : others) {
      if (other->language == one->language) continue;
      const pages::Route& route = library[other->page].route;
      around[one->page].translations.push_back({route.language, route.path});
    }
}

void link_pages(const Source& source, std::vector<Surroundings>& around) {
  const pages::Library& library = source.library;
  std::vector<Version> versions;
  for (const PageIndex index : source.edition.visible) {
    const PageIndex original = original_of(library, library[index]);
    if (original != no_page && original != index)
      versions.push_back({original, language_rank(*library[index].portal, library[index].route.language), index});
  }
  const std::size_t translations = versions.size();
  for (std::size_t i = 0; i < translations; ++i) {
    const PageIndex original = versions[i].original;
    if (source.edition.is_visible(original))
      versions.push_back(
          {original, language_rank(*library[original].portal, library[original].route.language), original});
  }
  std::sort(versions.begin(), versions.end());
  versions.erase(std::unique(versions.begin(), versions.end()), versions.end());
  for (auto begin = versions.cbegin(); begin != versions.cend();) {
    const PageIndex original = begin->original;
    const auto end = std::find_if(begin, versions.cend(), [&](const Version& v) { return v.original != original; });
    link_group(library, begin, end, around);
    begin = end;
  }
}

// What makes two lists of a portal the same in different languages: a section's path in the main language, or the id
// that ends the address of a unit's or a category's list. Empty for lists without counterparts.
std::string list_key(const pages::Library& library, const List& list) {
  if (list.kind == ListKind::home) return "home";
  if (list.kind == ListKind::section) {
    const PageIndex original = list.index_page == no_page ? no_page : original_of(library, library[list.index_page]);
    return "section " + (original == no_page ? list.section : std::string(edition::folder_of(library[original])));
  }
  if (list.kind != ListKind::unit && list.kind != ListKind::category) return {};
  const std::size_t id = list.path.rfind('/', list.path.size() - 2) + 1;
  return (list.kind == ListKind::unit ? "unit " : "category ") + list.path.substr(id);
}

struct ListVersion {
  const site::Portal* portal = nullptr;
  std::string key;
  std::size_t language = 0;
  List* list = nullptr;
};

void link_lists(const pages::Library& library, std::vector<List>& lists) {
  std::vector<ListVersion> versions;
  for (List& list : lists) {
    if (list.portal->languages.size() < 2) continue;
    std::string key = list_key(library, list);
    if (!key.empty())
      versions.push_back({list.portal, std::move(key), language_rank(*list.portal, list.language), &list});
  }
  // Lists stand in one vector, by portal and path: their addresses in memory are that order.
  std::sort(versions.begin(), versions.end(), [](const ListVersion& a, const ListVersion& b) {
    return std::tie(a.portal, a.key, a.language, a.list) < std::tie(b.portal, b.key, b.language, b.list);
  });
  for (auto begin = versions.begin(); begin != versions.end();) {
    const auto end = std::find_if(begin, versions.end(), [&](const ListVersion& version) {
      return version.portal != begin->portal || version.key != begin->key;
    });
    const auto others = one_a_language(begin, end);
    for (auto one = begin; one != end; ++one)
      for (const auto& other : others)
        if (other->language != one->language)
          one->list->translations.push_back({other->list->language, other->list->path});
    begin = end;
  }
}

}  // namespace

void link_translations(const Source& source, Listings& listings) {
  link_pages(source, listings.around);
  link_lists(source.library, listings.lists);
}

}  // namespace congbo::listing
