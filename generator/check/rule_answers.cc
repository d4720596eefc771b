// SPDX-License-Identifier: GPL-3.0-or-later
// Answers come in the working days that the regulation gives their class, counted from the day the question came in
// (QA-05, QA-06, QA-08); a longer time is promised before the first one is over, and has an end (QA-07); an answer says
// something (QA-13). A portal whose policy names no times is not asked for any.
#include <algorithm>
#include <charconv>
#include <optional>

#include "generator/check/field_values.h"
#include "generator/check/rules.h"
#include "generator/check/visit.h"
#include "generator/site/values/policy.h"

namespace congbo::check {

namespace {

// "qa.classes.own" of the policy, in working days.
std::optional<int> days_of(const site::Policy& policy, const char* name) {
  const auto at = policy.data.find(std::string("qa.classes.") + name);
  if (at == policy.data.end()) return std::nullopt;
  int days = 0;
  const char* end = at->second.data() + at->second.size();
  const auto [rest, problem] = std::from_chars(at->second.data(), end, days);
  return problem == std::errc() && rest == end && days > 0 ? std::optional<int>(days) : std::nullopt;
}

const pages::Value* member(const pages::Value* object, std::string_view key) {
  if (const auto* members = value_of<pages::Object>(object))
    for (const auto& [name, value] : *members)
      if (name == key) return &value;
  return nullptr;
}

class Answer {
 public:
  Answer(const pages::Page& page, Date asked, Diagnostics& found)
      : page_(page), policy_(site::policy_of(*page.portal)), asked_(asked), found_(found) {
    const pages::Value* written = page.field("class");
    class_ = written == nullptr ? "own" : written->text();
    const auto* with = value_of<pages::List>(page, "with");
    first_ = last_day(days_of(policy_, with != nullptr && !with->empty() ? "inter-agency" : "own"));
  }

  void check() {
    if (class_ == "special") return check_special();
    check_day(last_day(days_of(policy_, class_.c_str())));
  }

 private:
  std::optional<Date> last_day(std::optional<int> days) const {
    return days ? std::optional<Date>(policy_.calendar.last_of(*days, asked_)) : std::nullopt;
  }

  void check_day(std::optional<Date> due) {
    const pages::Value* written = page_.field("answered_on");
    const Date* answered = value_of<Date>(written);
    if (due && answered != nullptr && *due < *answered)
      found_.add(warning("answer-late", place_of(page_, written->at), {to_vietnamese(*answered), to_vietnamese(*due)}));
  }

  void check_special() {
    const std::optional<Date> longest = last_day(days_of(policy_, "special-max"));
    const pages::Value* promise = page_.field("promise");
    const pages::Value *sent = member(promise, "sent_at"), *until = member(promise, "until");
    if (const auto* at = value_of<Instant>(sent); at != nullptr && first_ && *first_ < date_of(*at))
      found_.add(warning("answer-promise-late", place_of(page_, sent->at), {to_vietnamese(*first_)}));
    const Date* promised = value_of<Date>(until);
    if (promised != nullptr && longest && *longest < *promised) {
      found_.add(error("answer-promise-too-far", place_of(page_, until->at),
                       {to_vietnamese(*promised), to_vietnamese(*longest)}));
    }
    check_day(promised != nullptr && longest ? std::optional<Date>(std::min(*promised, *longest)) : longest);
  }

  const pages::Page& page_;
  const site::Policy& policy_;
  Date asked_;
  Diagnostics& found_;
  std::string class_;
  std::optional<Date> first_;  // the last day without a promise
};

}  // namespace

void check_answers(const SiteFacts& facts, Diagnostics& found) {
  each_visible_page(facts, found, [&](PageIndex index, Diagnostics& block) {
    const pages::Page& page = facts.library[index];
    if (page.section_index || !page.type || page.type->schema_org != "QAPage") return;
    if (const Date* asked = value_of<Date>(page, "asked_on")) Answer(page, *asked, block).check();
    if (const markdown::Fragment* body = facts.bodies[index]; body && body->html_size() == 0)
      block.add(error("answer-empty", page.place_of("title"), {page.title}));
  });
}

}  // namespace congbo::check
