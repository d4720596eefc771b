// SPDX-License-Identifier: GPL-3.0-or-later
// Lists of pages as values: sections, terms, units, archives, each cut into pages; and what surrounds one page.
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "generator/documents/relations.h"
#include "generator/pages/library.h"
#include "generator/pages/values/page.h"
#include "generator/site/values/site.h"

namespace congbo::listing {

using pages::PageIndex;

enum class ListKind : std::uint8_t { home, section, tag, unit, category, year, month, facet };

struct Link {
  std::string label;
  std::string path;  // on the portal's host; absolute for another host
};

// What the documents of a section can be filtered by, each value a list of its own (see facets.cc).
struct FacetValue {
  std::string label, path;
  std::size_t count = 0;
};
struct Facet {
  std::string key;  // "year", "form", "issuer", "field", "validity"
  std::string label;
  std::vector<FacetValue> values;
};

// A whole list (before it is cut into pages).
struct List {
  ListKind kind = ListKind::section;
  const site::Portal* portal = nullptr;
  std::string language;
  std::string path;  // "/tin-tuc/", "/the/chuyen-doi-so/", "/tin-tuc/2026/", "/tin-tuc/2026/11/"
  std::string title;
  std::string description;
  std::string section;                    // of section, year and month lists
  PageIndex index_page = pages::no_page;  // the section's _index.md, if there is one and it is visible
  std::vector<PageIndex> items;    // newest first (or by `order`), total order; in sections also what sub-portals offer
  std::vector<PageIndex> fixed;    // section: its own pages of types with `listed: section`, by `order`
  std::vector<PageIndex> offered;  // home: what sub-portals offer (SUBP-07), newest first, at most ten
  std::vector<std::uint32_t> children;  // indices of sub-sections (section, home)
  std::vector<Link> breadcrumbs;        // from home to the parent; the list itself is not in it
  std::vector<Link> translations;       // same list in other languages: label is the language
  std::vector<Link> archive;            // section: its years; year: its months; facet: its years
  bool documents = false;               // every item is a document: shown as a table
  std::vector<Facet> facets;            // of a section of documents, and of its years
  std::string feed_path;                // "/tin-tuc/atom.xml"; empty for lists without a feed
};

// One page of a list. Page numbers count from the oldest, so that an addition changes few pages; the first page shown
// (the newest) stands at the list's own path and holds between per_page and 2·per_page−1 items.
struct ListPage {
  std::uint32_t list = 0;            // index into Listings::lists
  std::uint32_t number = 0;          // 0: the list's own path; else n of "trang-<n>.html"
  std::uint32_t begin = 0, end = 0;  // range in List::items
  std::string path;
  std::string newer, older;  // paths; empty at the ends
  std::uint32_t total_pages = 1;
};

// What stands around one visible page.
struct Surroundings {
  PageIndex newer = pages::no_page, older = pages::no_page;  // in its section
  std::vector<PageIndex> related;                            // at most 5, by common tags, then newest
  std::uint32_t section_list = UINT32_MAX;
  std::vector<Link> translations;  // other languages of the same page: label is the language
};

struct Listings {
  std::vector<List> lists;           // by portal, then path
  std::vector<ListPage> pages;       // by portal, then path
  std::vector<Surroundings> around;  // by PageIndex; empty entries for pages that are not visible
  // Paths of term and unit pages, for links on pages: (portal, language) are found through `lists`.
  std::string tag_path(const site::Portal& portal, std::string_view language, std::string_view tag) const;
  std::string unit_path(const site::Portal& portal, std::string_view language, std::string_view unit) const;
  std::string category_path(const site::Portal& portal, std::string_view language, std::string_view category) const;

  // Paths by the spelling pages use. Empty answers above: no listed page has that term, so there is no such list.
  using TermPaths = std::map<std::string, std::string, std::less<>>;
  struct Terms {
    std::string portal, language;
    TermPaths tags, units, categories;
  };
  std::vector<Terms> terms;
  documents::Relations relations;  // of documents to each other, and what is in force
};

}  // namespace congbo::listing
