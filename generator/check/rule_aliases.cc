// SPDX-License-Identifier: GPL-3.0-or-later
// Old addresses (aliases) are addresses, and belong to one page (ARC-03). That no page stands there now is seen when
// the library of pages is made.
#include <algorithm>
#include <functional>
#include <map>

#include "generator/check/rules.h"
#include "generator/check/visit.h"

namespace congbo::check {

namespace {

constexpr std::size_t longest_alias = 1000;
constexpr std::string_view never_in_aliases = "?#\\%<>\"'|*:";

bool is_path(std::string_view alias) {
  if (!alias.starts_with('/') || alias.size() < 2 || alias.size() > longest_alias) return false;
  for (const char c : alias) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7f || never_in_aliases.find(c) != std::string_view::npos) return false;
  }
  for (const std::string_view wrong : {"//", "/./", "/../"})
    if (alias.find(wrong) != std::string_view::npos) return false;
  return !alias.ends_with("/.") && !alias.ends_with("/..");
}

// One address, with and without ".html".
std::string_view stem_of(std::string_view alias) {
  if (alias.ends_with(".html")) alias.remove_suffix(5);
  if (alias.ends_with("/index")) alias.remove_suffix(5);
  return alias;
}

// The list that stands at that address, or null. Pages of lists are sorted by portal, then path.
const listing::ListPage* list_at(const SiteFacts& facts, const site::Portal* portal, std::string_view path) {
  const auto& lists = facts.listings.lists;
  const auto before = [&](const listing::ListPage& page, std::string_view wanted) {
    const site::Portal* own = lists[page.list].portal;
    return own != portal ? std::less<>()(own, portal) : page.path < wanted;
  };
  const auto& all = facts.listings.pages;
  const auto at = std::lower_bound(all.begin(), all.end(), path, before);
  return at != all.end() && lists[at->list].portal == portal && at->path == path ? &*at : nullptr;
}

struct Alias {
  std::string_view portal, stem;
  auto operator<=>(const Alias&) const = default;
};

}  // namespace

void check_aliases(const SiteFacts& facts, Diagnostics& found) {
  std::map<Alias, PageIndex> taken;  // by the first page that has it
  for (const PageIndex index : facts.edition.visible) {
    const pages::Page& page = facts.library[index];
    for (const std::string& alias : page.aliases) {
      const Place where = page.place_of("aliases");
      if (!is_path(alias)) {
        found.add(error("alias-not-path", where, {alias}));
      } else if (list_at(facts, page.portal, alias)) {
        found.add(error("alias-is-list", where, {alias}));
      } else {
        const auto [known, is_new] = taken.emplace(Alias{page.route.portal, stem_of(alias)}, index);
        if (!is_new) found.add(error("alias-duplicate", where, {alias, facts.library[known->second].source}));
      }
    }
  }
}

}  // namespace congbo::check
