// SPDX-License-Identifier: GPL-3.0-or-later
// An item names a unit that there was on the item's day: units merge and end, and old items keep the name of
// their day.
#include "generator/check/rules.h"
#include "generator/check/visit.h"

namespace congbo::check {

namespace {

void look_at(const pages::Page& page, Diagnostics& found) {
  if (page.unit.empty() || !page.date) return;
  const site::Unit* unit = page.portal->unit(page.unit);
  if (unit == nullptr) return;  // said when the page was read
  const Date day = date_of(*page.date);
  if (unit->valid_until && *unit->valid_until < day)
    found.add(warning("unit-closed", page.place_of("unit"),
                      {unit->name.in("vi"), to_vietnamese(*unit->valid_until), to_vietnamese(day)}, unit->merged_into));
  else if (unit->valid_from && day < *unit->valid_from)
    found.add(warning("unit-not-yet", page.place_of("unit"),
                      {unit->name.in("vi"), to_vietnamese(*unit->valid_from), to_vietnamese(day)}));
}

}  // namespace

void check_units(const SiteFacts& facts, Diagnostics& found) {
  each_visible_page(facts, found, [&](PageIndex index, Diagnostics& block) { look_at(facts.library[index], block); });
}

}  // namespace congbo::check
