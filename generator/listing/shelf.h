// SPDX-License-Identifier: GPL-3.0-or-later
// One portal in one language while it is being arranged: its pages in order, and the lists made of them so far.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "generator/edition/edition.h"
#include "generator/listing/values/listing.h"

namespace congbo::listing {

inline constexpr std::uint32_t no_list = UINT32_MAX;

struct Shelf {
  const site::Portal* portal = nullptr;
  std::string language;
  std::string prefix;                  // "" or "/en"
  std::vector<PageIndex> visible;      // every page with an address, by source
  std::vector<PageIndex> items;        // what lists hold, in total order
  std::vector<PageIndex> fixed;        // what its own section alone holds, by `order`
  std::vector<PageIndex> indexes;      // visible _index.md
  std::vector<List> lists;             // the first is home; sections follow
  std::vector<std::uint32_t> parents;  // of lists[i], among `lists`; of sections only, no_list for others
  std::uint32_t section_count = 0;     // lists[0 … section_count) are home and sections
  std::unordered_map<std::string_view, std::uint32_t> tags;  // list by spelling; views into the pages
};

// What all steps look at.
struct Source {
  const site::Site& site;
  const pages::Library& library;
  const edition::Edition& edition;
};

// One shelf for every language of every portal, in the site's order, with `visible`, `items`, `fixed` and `indexes`
// filled.
std::vector<Shelf> make_shelves(const Source& source);

// The total order of lists: pages without a date that have an `order` (by it), then newest first, then pages with
// neither; ties by source path.
void sort_in_total_order(const pages::Library& library, std::vector<PageIndex>& items);

// The steps, in this order.
void add_sections(const Source& source, Shelf& shelf, std::vector<Surroundings>& around);
void add_archives(const pages::Library& library, Shelf& shelf);
void add_facets(const Source& source, const documents::Relations& relations, Shelf& shelf);
void add_terms(const Source& source, Shelf& shelf, Listings::Terms& terms);

// At most five pages for every visible page of the shelf (see related.cc).
void find_related(const pages::Library& library, const Shelf& shelf, std::vector<Surroundings>& around);

// Other languages of pages and of lists.
void link_translations(const Source& source, Listings& listings);

// Ranges of pages over a list of `count` items, newest first; `per_page` is at least 1. See ListPage.
std::vector<ListPage> cut_into_pages(const List& list, std::uint32_t list_index, std::uint32_t per_page);

// "Home" in the words of the interface; the portal's name where it has none.
Link home_link(const Shelf& shelf);

}  // namespace congbo::listing
