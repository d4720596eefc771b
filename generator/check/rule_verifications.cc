// SPDX-License-Identifier: GPL-3.0-or-later
// What is being verified again is said to be on its page (REF-06); it may be something that was published before, never
// something new.
#include "generator/check/field_values.h"
#include "generator/check/rules.h"
#include "generator/check/visit.h"

namespace congbo::check {

void check_verifications(const SiteFacts& facts, Diagnostics& found) {
  each_visible_page(facts, found, [&](PageIndex index, Diagnostics& block) {
    const pages::Page& page = facts.library[index];
    const Date* since = page.fields.empty() ? nullptr : value_of<Date>(page, "verifying_since");
    if (since == nullptr || (page.date && date_of(*page.date) < *since)) return;
    block.add(error("verification-pending", place_of(page, page.field("verifying_since")->at), {page.title}));
  });
}

}  // namespace congbo::check
