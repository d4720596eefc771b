// SPDX-License-Identifier: GPL-3.0-or-later
// Two items of a section with the same title are probably the same item twice (REF-05).
#include <algorithm>
#include <functional>

#include "generator/check/rules.h"
#include "generator/check/visit.h"

namespace congbo::check {

namespace {

struct Entry {
  std::uint32_t section = 0;
  std::size_t hash = 0;
  PageIndex page = 0;
  auto operator<=>(const Entry&) const = default;
};

}  // namespace

void check_titles(const SiteFacts& facts, Diagnostics& found) {
  std::vector<Entry> entries;
  entries.reserve(facts.edition.listed.size());
  for (const PageIndex index : facts.edition.listed) {
    const pages::Page& page = facts.library[index];
    if (page.section_index || page.title.empty() || (page.type && page.type->listed != site::Listed::everywhere))
      continue;
    if (page.place_of("title").line == 1) continue;  // read in part: it has no place
    entries.push_back({facts.listings.around[index].section_list, std::hash<std::string_view>()(page.title), index});
  }
  std::sort(entries.begin(), entries.end());
  std::vector<std::pair<PageIndex, PageIndex>> pairs;  // the later page and the first of that title
  for (std::size_t i = 1, first = 0; i < entries.size(); ++i) {
    const bool same = entries[i].section == entries[first].section && entries[i].hash == entries[first].hash &&
                      facts.library[entries[i].page].title == facts.library[entries[first].page].title;
    if (same)
      pairs.emplace_back(entries[i].page, entries[first].page);
    else
      first = i;
  }
  std::sort(pairs.begin(), pairs.end());  // by page: hashes are no order to show
  for (const auto& [page, first] : pairs)
    found.add(warning("title-duplicate", facts.library[page].place_of("title"),
                      {facts.library[page].title, facts.library[first].source}));
}

}  // namespace congbo::check
