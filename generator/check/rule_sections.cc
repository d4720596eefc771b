// SPDX-License-Identifier: GPL-3.0-or-later
// Every section has an _index.md that gives its title; a folder's name makes a poor one.
#include "generator/check/rules.h"

namespace congbo::check {

void check_sections(const SiteFacts& facts, Diagnostics& found) {
  for (const listing::List& list : facts.listings.lists) {
    if (list.kind != listing::ListKind::section || list.index_page != pages::no_page) continue;
    std::string file = list.portal->root;
    if (list.language != list.portal->main_language()) file += list.language + "/";
    file += list.section + "/_index.md";
    found.add(warning("section-untitled", {file, 0, 0, 0}, {list.path, list.title, file}));
  }
}

}  // namespace congbo::check
