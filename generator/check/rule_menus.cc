// SPDX-License-Identifier: GPL-3.0-or-later
// Menu items lead to something that is published (LNK-01): a menu is on every page.
#include "generator/check/rules.h"
#include "generator/check/site_file.h"

namespace congbo::check {

void check_menus(const SiteFacts& facts, Diagnostics& found) {
  if (!facts.is_published) return;
  for (const site::Portal& portal : facts.site.portals)
    for (const auto* menu : {&portal.menu, &portal.footer_menu})
      for (const site::MenuItem& item : *menu) {
        const std::string path = item.target.substr(0, item.target.find_first_of("?#"));
        if (!path.starts_with('/') || facts.is_published(portal.id, path)) continue;
        found.add(error("menu-target-missing", place_in_site_file(facts, portal, "target: " + item.target),
                        {item.target, item.label.in(portal.main_language())}));
      }
}

}  // namespace congbo::check
