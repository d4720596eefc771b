// SPDX-License-Identifier: GPL-3.0-or-later
// Old addresses (aliases) are addresses, and belong to one page (ARC-03). That no page stands there now is seen when
// the library of pages is made, and that nothing else does when routes are.
#include <map>
#include <string>
#include <utility>

#include "generator/base/unicode.h"
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

// One address, with and without ".html" or a slash at its end, in capitals or not: hosts differ in what they tell
// apart.
std::string stem_of(std::string_view alias) {
  if (alias.ends_with(".html")) alias.remove_suffix(5);
  if (alias.ends_with("/index")) alias.remove_suffix(5);
  while (alias.size() > 1 && alias.ends_with('/')) alias.remove_suffix(1);
  return to_lower(alias);
}

}  // namespace

void check_aliases(const SiteFacts& facts, Diagnostics& found) {
  using Address = std::pair<std::string_view, std::string>;  // of a portal
  std::map<Address, PageIndex> taken;                        // by the first page that has it
  for (const PageIndex index : facts.edition.visible) {
    const pages::Page& page = facts.library[index];
    for (const std::string& alias : page.aliases) {
      const Place where = page.place_of("aliases");
      if (!is_path(alias)) {
        found.add(error("alias-not-path", where, {alias}));
      } else {
        const auto [known, is_new] = taken.emplace(Address(page.route.portal, stem_of(alias)), index);
        if (!is_new) found.add(error("alias-duplicate", where, {alias, facts.library[known->second].source}));
      }
    }
  }
}

}  // namespace congbo::check
