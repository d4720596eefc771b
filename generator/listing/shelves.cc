// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <utility>

#include "generator/listing/shelf.h"

namespace congbo::listing {

namespace {

Shelf empty_shelf(const site::Portal& portal, const std::string& language) {
  Shelf shelf;
  shelf.portal = &portal;
  shelf.language = language;
  if (language != portal.main_language()) shelf.prefix = "/" + language;
  return shelf;
}

// Finds shelves; pages come by source, so the last answer is nearly always the next one too.
class ShelfFinder {
 public:
  explicit ShelfFinder(std::vector<Shelf>& shelves) : shelves_(shelves) {}

  Shelf* find(const pages::Page& page) {
    if (last_ && fits(*last_, page)) return last_;
    for (Shelf& shelf : shelves_)
      if (fits(shelf, page)) return last_ = &shelf;
    return nullptr;
  }

 private:
  static bool fits(const Shelf& shelf, const pages::Page& page) {
    return shelf.portal->id == page.route.portal && shelf.language == page.route.language;
  }

  std::vector<Shelf>& shelves_;
  Shelf* last_ = nullptr;
};

struct OrderKey {
  int group = 0;
  std::int64_t within = 0;
  PageIndex page = 0;  // pages are numbered by source
  auto operator<=>(const OrderKey&) const = default;
};

OrderKey key_of(const pages::Page& page, PageIndex index) {
  if (page.date) return {1, -page.date->seconds, index};
  if (page.order != 0) return {0, page.order, index};
  return {2, 0, index};
}

// Pages that ask for no place come last, by source.
void sort_by_order(const pages::Library& library, std::vector<PageIndex>& pages) {
  const auto place = [&](PageIndex page) { return std::pair(library[page].order == 0, library[page].order); };
  std::stable_sort(pages.begin(), pages.end(), [&](PageIndex a, PageIndex b) { return place(a) < place(b); });
}

}  // namespace

void sort_in_total_order(const pages::Library& library, std::vector<PageIndex>& items) {
  std::vector<OrderKey> keys;
  keys.reserve(items.size());
  for (const PageIndex index : items) keys.push_back(key_of(library[index], index));
  std::sort(keys.begin(), keys.end());
  for (std::size_t i = 0; i < items.size(); ++i) items[i] = keys[i].page;
}

std::vector<Shelf> make_shelves(const Source& source) {
  std::vector<Shelf> shelves;
  for (const site::Portal& portal : source.site.portals)
    for (const std::string& language : portal.languages) shelves.push_back(empty_shelf(portal, language));
  ShelfFinder finder(shelves);
  for (const PageIndex index : source.edition.visible) {
    const pages::Page& page = source.library[index];
    Shelf* shelf = finder.find(page);
    if (!shelf) continue;
    shelf->visible.push_back(index);
    if (page.section_index)
      shelf->indexes.push_back(index);
    else if (source.edition.is_listed(index) && page.type && page.type->listed != site::Listed::nowhere)
      (page.type->listed == site::Listed::section ? shelf->fixed : shelf->items).push_back(index);
  }
  for (Shelf& shelf : shelves) {
    sort_in_total_order(source.library, shelf.items);
    sort_by_order(source.library, shelf.fixed);
  }
  return shelves;
}

Link home_link(const Shelf& shelf) {
  static constexpr std::string_view key = "home";
  const std::string_view label = shelf.portal->string(shelf.language, key);
  return {label == key ? shelf.portal->name.in(shelf.language) : std::string(label), shelf.prefix + "/"};
}

}  // namespace congbo::listing
