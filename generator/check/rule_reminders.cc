// SPDX-License-Identifier: GPL-3.0-or-later
// What a portal has begun to publish and owes again as time passes: the schedule of this week (DIR-04), the stages of a
// fiscal year (BUD-01), the result of a tender (PRJ-06). A portal that never published any is not asked.
#include <map>
#include <set>

#include "generator/check/field_values.h"
#include "generator/check/rules.h"
#include "generator/check/visit.h"

namespace congbo::check {

namespace {

constexpr int days_of_week = 7;

struct Published {
  const pages::Page* schedule = nullptr;  // the one that begins last
  bool this_week = false;
  std::map<std::string, std::set<std::string>> stages;  // by fiscal year
  std::map<std::string, const pages::Page*> first_of_year;
};

class Reminders {
 public:
  Reminders(const SiteFacts& facts, Diagnostics& found)
      : found_(found), now_(facts.edition.now), today_(date_of(now_)), monday_(add_days(today_, 1 - weekday(today_))) {}

  void visit(const pages::Page& page, Published& of_portal) {
    if (page.type->id == "schedule" && text_of(page, "kind") == "leaders") add_schedule(page, of_portal);
    if (page.type->id == "budget-disclosure") {
      const std::string& year = text_of(page, "fiscal_year");
      of_portal.stages[year].insert(text_of(page, "stage"));
      of_portal.first_of_year.emplace(year, &page);
    }
    const Instant* closes = value_of<Instant>(page, "closes_at");
    if (page.type->id == "tender" && closes != nullptr && *closes < now_ && page.field("result") == nullptr)
      found_.add(warning("tender-result-missing", place_of(page, page.field("closes_at")->at),
                         {page.title, to_vietnamese(date_of(*closes))}));
  }

  void finish(const Published& of_portal) {
    if (of_portal.schedule != nullptr && !of_portal.this_week)
      found_.add(warning("schedule-missing", of_portal.schedule->place_of("title"),
                         {to_vietnamese(monday_), to_vietnamese(add_days(monday_, days_of_week - 1))}));
    for (const auto& [year, stages] : of_portal.stages) check_stages(year, stages, *of_portal.first_of_year.at(year));
  }

 private:
  void add_schedule(const pages::Page& page, Published& of_portal) const {
    const Date *from = value_of<Date>(page, "starts_on"), *to = value_of<Date>(page, "ends_on");
    if (from == nullptr) return;
    const Date last = to != nullptr ? *to : add_days(*from, days_of_week - 1);
    if (*from < add_days(monday_, days_of_week) && monday_ <= last) of_portal.this_week = true;
    if (of_portal.schedule == nullptr || *value_of<Date>(*of_portal.schedule, "starts_on") < *from)
      of_portal.schedule = &page;
  }

  // The estimate is there from the beginning, how it is carried out once a quarter is over, the settlement once the
  // year after is over.
  void check_stages(const std::string& year, const std::set<std::string>& stages, const pages::Page& page) {
    const std::optional<Date> begins = parse_date(year + "-01-01");
    if (!begins) return;
    const auto require = [&](std::string_view stage, Date from) {
      if (from <= today_ && !stages.contains(std::string(stage)))
        found_.add(warning("budget-stage-missing", page.place_of("title"), {year, label(page, stage)}));
    };
    require("estimate", *begins);
    require("execution", {begins->year, 4, 1});
    require("settlement", {begins->year + 2, 1, 1});
  }

  static std::string label(const pages::Page& page, std::string_view stage) {
    const auto vocabulary = page.portal->vocabularies.find("budget-stage");
    if (vocabulary != page.portal->vocabularies.end())
      for (const site::Term& term : vocabulary->second.terms)
        if (term.id == stage) return term.label.in("vi");
    return std::string(stage);
  }

  Diagnostics& found_;
  Instant now_;
  Date today_, monday_;
};

}  // namespace

void check_reminders(const SiteFacts& facts, Diagnostics& found) {
  Reminders reminders(facts, found);
  std::map<std::string, Published> by_portal;
  for (const PageIndex index : facts.edition.visible) {
    const pages::Page& page = facts.library[index];
    if (!page.section_index && page.type && page.translation_of.empty())
      reminders.visit(page, by_portal[page.route.portal]);
  }
  for (const auto& [portal, published] : by_portal) reminders.finish(published);
}

}  // namespace congbo::check
