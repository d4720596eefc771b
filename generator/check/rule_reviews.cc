// SPDX-License-Identifier: GPL-3.0-or-later
// What is published is looked at again in time (REV-01): by the page's own `review_by`, else by the interval that the
// policy gives its type.
#include <algorithm>

#include "generator/check/rules.h"
#include "generator/check/visit.h"
#include "generator/site/values/policy.h"

namespace congbo::check {

namespace {

std::optional<Date> day_in(const pages::Page& page, std::string_view key) {
  const pages::Value* value = page.field(key);
  const Date* day = value == nullptr ? nullptr : std::get_if<Date>(&value->data);
  return day == nullptr ? std::nullopt : std::optional<Date>(*day);
}

// The last day on which somebody vouched for the page: its own date, its last update, its last review.
std::optional<Date> last_look(const pages::Page& page) {
  std::optional<Date> last = day_in(page, "reviewed_on");
  if (page.updated_on) last = last ? std::max(*last, *page.updated_on) : page.updated_on;
  if (page.date) last = last ? std::max(*last, date_of(*page.date)) : date_of(*page.date);
  return last;
}

// The last day before a review is overdue; nothing when nobody asks for one.
std::optional<Date> due_day(const pages::Page& page) {
  const std::optional<Date> written = day_in(page, "review_by");
  const std::optional<Date> reviewed = day_in(page, "reviewed_on");
  if (written && (!reviewed || *reviewed < *written)) return written;
  const int days = site::policy_of(*page.portal).review_days_of(page.type->id);
  const std::optional<Date> last = last_look(page);
  return days == 0 || !last ? std::nullopt : std::optional<Date>(add_days(*last, days));
}

}  // namespace

void check_reviews(const SiteFacts& facts, Diagnostics& found) {
  const Date today = date_of(facts.edition.now);
  each_visible_page(facts, found, [&](PageIndex index, Diagnostics& block) {
    const pages::Page& page = facts.library[index];
    if (page.section_index) return;
    const std::optional<Date> due = due_day(page);
    if (!due || today <= *due) return;
    const pages::Value* written = page.field("review_by");
    block.add(warning("review-due", written ? place_of(page, written->at) : page.place_of("title"),
                      {page.title, to_vietnamese(*due)}, "reviewed_on: " + to_text(today)));
  });
}

}  // namespace congbo::check
