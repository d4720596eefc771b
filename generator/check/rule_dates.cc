// SPDX-License-Identifier: GPL-3.0-or-later
// A day far ahead is a slip of the pen (2062 for 2026), and lists would show its item first until then (NEW-05).
#include "generator/check/rules.h"
#include "generator/check/visit.h"

namespace congbo::check {

namespace {

constexpr int usual_days = 30;  // that news are written ahead of what they tell
constexpr int most_days = 731;  // that anything is dated ahead

// The same day of this year, with its hour; nothing when this year has no such day.
std::string in_this_year(const pages::Page& page, Date today) {
  Date day = date_of(*page.date);
  day.year = today.year;
  const std::string text = to_text(day);
  if (!parse_date(text)) return {};
  return page.date_has_time ? text + to_rfc3339(*page.date).substr(text.size(), 6) : text;
}

void look_at(const pages::Page& page, Instant now, Diagnostics& found) {
  if (page.section_index || !page.date || *page.date <= now) return;
  const Date today = date_of(now), day = date_of(*page.date);
  if (day <= add_days(today, usual_days)) return;
  const std::string& key = page.type->date_from;
  const pages::Value* value = page.field(key);
  const Place where = value != nullptr ? place_of(page, value->at) : page.place_of(key);
  if (add_days(today, most_days) < day)
    found.add(error("event-too-far", where, {key, to_vietnamese(day)}, in_this_year(page, today)));
  else if (page.type->schema_org == "NewsArticle")
    found.add(warning("event-far-ahead", where, {key, to_vietnamese(day)}, in_this_year(page, today)));
}

}  // namespace

void check_dates(const SiteFacts& facts, Diagnostics& found) {
  each_visible_page(facts, found, [&](PageIndex index, Diagnostics& block) {
    if (facts.library[index].type) look_at(facts.library[index], facts.edition.now, block);
  });
}

}  // namespace congbo::check
