// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/edition/window.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "generator/edition/document_type.h"

namespace congbo::edition {

namespace {

using pages::Page;
using pages::Status;

bool holds(const pages::Embargo& embargo, Instant moment) {
  return !embargo.until || *embargo.until > moment;
}

enum class DayEdge { start, end };

// The moment a key names: a day's start or end, or the instant itself.
std::optional<Instant> moment_of(const Page& page, std::string_view key, DayEdge edge) {
  if (page.fields.empty()) return {};
  const pages::Value* value = page.field(key);
  if (!value) return {};
  if (const Date* day = std::get_if<Date>(&value->data))
    return edge == DayEdge::start ? start_of_day(*day) : end_of_day(*day);
  if (const Instant* instant = std::get_if<Instant>(&value->data)) return *instant;
  return {};
}

// Something that begins, lasts and ends, any of the two moments missing.
struct Span {
  std::optional<Instant> begin, end;

  bool empty() const { return !begin && !end; }
  // 0 before, 1 during, 2 after. The end wins where both are past (an end before its beginning).
  int position(Instant moment) const {
    if (end && moment >= *end) return 2;
    return begin && moment < *begin ? 0 : 1;
  }
  void add_changes(std::vector<Instant>& moments) const {
    if (begin && (!end || *begin < *end)) moments.push_back(*begin);
    if (end) moments.push_back(*end);
  }
};

Span opening_of(const Page& page) {
  return {moment_of(page, "opens_on", DayEdge::start), moment_of(page, "closes_on", DayEdge::end)};
}

// Of an event that says when it starts (DLG-01); without an end it lasts until the day is over.
Span event_of(const Page& page) {
  Span span{moment_of(page, "starts_at", DayEdge::start), moment_of(page, "ends_at", DayEdge::end)};
  if (!span.begin) return {};
  if (!span.end) span.end = end_of_day(date_of(*span.begin));
  return span;
}

// Until when applications (CAT-08) or bids (PRJ-06) are taken; nothing for pages that have a phase without it.
Span taking_of(const Page& page) {
  if (!opening_of(page).empty() || !event_of(page).empty()) return {};
  const auto closes = moment_of(page, "closes_at", DayEdge::end);
  return closes ? Span{moment_of(page, "opens_at", DayEdge::start), closes}
                : Span{{}, moment_of(page, "apply_until", DayEdge::end)};
}

// The moment at which the term of a person's page is over (PPL-04).
std::optional<Instant> end_of_term(const Page& page) {
  const pages::Value* term = page.fields.empty() ? nullptr : page.field("term");
  const auto* object = term ? std::get_if<pages::Object>(&term->data) : nullptr;
  if (!object) return {};
  for (const auto& [key, value] : *object)
    if (const Date* day = std::get_if<Date>(&value.data); day && key == "to") return end_of_day(*day);
  return {};
}

// While a schedule is the one to look at; home pages show the one that ends next (DIR-04).
Span schedule_of(const Page& page) {
  const std::optional<Date> last = page.fields.empty() ? std::nullopt : last_day_of_schedule(page);
  return last ? Span{moment_of(page, "starts_on", DayEdge::start), end_of_day(*last)} : Span{};
}

Span force_of(const Page& page) {
  return {moment_of(page, "effective_on", DayEdge::start), moment_of(page, "expires_on", DayEdge::start)};
}

std::string name_at(const Span& span, Instant now, const std::array<std::string_view, 3>& names) {
  return span.empty() ? std::string() : std::string(names[static_cast<std::size_t>(span.position(now))]);
}

// None: withdrawn from the start.
std::optional<Instant> withdrawal_moment(const Page& page) {
  return page.withdrawn ? page.withdrawn->at : std::nullopt;
}

bool is_to_come(Date day, Instant now) {
  return start_of_day(day) > now;
}

int strength(State state) {
  switch (state) {
    case State::draft:
      return 5;
    case State::embargoed:
      return 4;
    case State::expired:
      return 3;
    case State::scheduled:
      return 2;
    case State::withdrawn:
      return 1;
    case State::published:
      return 0;
  }
  return 0;
}

}  // namespace

Window common_part(const Window& one, const Window& other) {
  return {std::max(one.from, other.from), std::min(one.until, other.until)};
}

Window own_window(const Page& page) {
  constexpr Window never{end_of_time, beginning_of_time};
  if (page.status == Status::draft) return never;
  Window window;
  if (page.release_at) window.from = *page.release_at;
  if (page.expires_at) window.until = *page.expires_at;
  if (page.embargo) {
    if (!page.embargo->until) return never;
    window.from = std::max(window.from, *page.embargo->until);
  }
  return window;
}

State own_state(const Page& page, Instant moment) {
  if (page.status == Status::draft) return State::draft;
  if (page.embargo && holds(*page.embargo, moment)) return State::embargoed;
  if (page.expires_at && *page.expires_at <= moment) return State::expired;
  if (page.release_at && *page.release_at > moment) return State::scheduled;
  return is_withdrawn(page, moment) ? State::withdrawn : State::published;
}

std::optional<Instant> release_moment(const Page& page) {
  std::optional<Instant> moment = page.release_at;
  if (page.embargo && page.embargo->until)
    moment = moment ? std::max(*moment, *page.embargo->until) : page.embargo->until;
  return moment;
}

bool is_withdrawn(const Page& page, Instant moment) {
  return page.status == Status::withdrawn && (!withdrawal_moment(page) || *withdrawal_moment(page) <= moment);
}

void add_dates_to_come(const Page& page, Instant now, FirstPublication first, std::vector<Instant>& moments) {
  if (page.status == Status::withdrawn && withdrawal_moment(page)) moments.push_back(*withdrawal_moment(page));
  if (page.section_index) return;  // shown as its list, which bears no dates of its own
  if (page.updated_on && is_to_come(*page.updated_on, now)) moments.push_back(start_of_day(*page.updated_on));
  for (const pages::Update& update : page.updates)
    if (update.major && is_to_come(update.on, now)) moments.push_back(start_of_day(update.on));
  if (first == FirstPublication::unknown && page.date && *page.date > now && !release_moment(page))
    moments.push_back(*page.date);
}

std::optional<Instant> publication_by_file(const Page& page, Instant now) {
  if (const std::optional<Instant> release = release_moment(page)) return *release <= now ? release : std::nullopt;
  return page.date && *page.date <= now ? page.date : std::nullopt;
}

State stronger(State one, State other) {
  return strength(one) >= strength(other) ? one : other;
}

void add_turning_points(const Page& page, std::vector<Instant>& moments) {
  opening_of(page).add_changes(moments);
  event_of(page).add_changes(moments);
  taking_of(page).add_changes(moments);
  schedule_of(page).add_changes(moments);
  if (const auto end = end_of_term(page)) moments.push_back(*end);
  if (!page.type || !holds_documents(*page.type)) force_of(page).add_changes(moments);
}

void add_state_changes(const Page& page, std::vector<Instant>& moments) {
  if (page.release_at) moments.push_back(*page.release_at);
  if (page.expires_at) moments.push_back(*page.expires_at);
  if (page.embargo && page.embargo->until) moments.push_back(*page.embargo->until);
  if (page.status == Status::withdrawn && withdrawal_moment(page)) moments.push_back(*withdrawal_moment(page));
}

namespace {

const Date* day_of(const Page& page, const char* key) {
  const pages::Value* value = page.field(key);
  return value ? std::get_if<Date>(&value->data) : nullptr;
}

// Its pages mark the day of today, so the midnight at which its first day comes or another day of it ends counts.
bool marks_another_day_tomorrow(const Page& page, Date today) {
  const std::optional<Date> last = last_day_of_schedule(page);
  if (!last || *last < today) return false;
  const Date* first = day_of(page, "starts_on");
  return !first || *first <= add_days(today, 1);
}

}  // namespace

std::optional<Date> last_day_of_schedule(const Page& page) {
  if (!page.field("entries")) return {};
  if (const Date* last = day_of(page, "ends_on")) return *last;
  const Date* first = day_of(page, "starts_on");
  return first ? std::optional<Date>(add_days(*first, 6)) : std::nullopt;
}

std::string phase(const Page& page, Instant now) {
  const Span opening = opening_of(page);
  if (!opening.empty()) return name_at(opening, now, {"upcoming", "open", "closed"});
  const Span event = event_of(page);
  if (!event.empty()) return name_at(event, now, {"before", "during", "after"});
  const Span taking = taking_of(page);
  if (!taking.empty()) return name_at(taking, now, {"not-yet", "taking", "ended"});
  return name_at(schedule_of(page), now, {"", "current", ""});
}

std::optional<int> days_left(const Page& page, Instant now) {
  const Span opening = opening_of(page);
  if (!opening.end || opening.position(now) != 1) return {};
  const Instant midnight = end_of_day(date_of(now));
  return static_cast<int>((opening.end->seconds - midnight.seconds + 86'399) / 86'400);
}

void add_countdown(const Page& page, Instant now, std::vector<Instant>& moments) {
  const Instant midnight = end_of_day(date_of(now));
  if (days_left(page, now) && midnight <= *opening_of(page).end) moments.push_back(midnight);
  if (marks_another_day_tomorrow(page, date_of(now))) moments.push_back(midnight);
}

std::string validity(const Page& page, Instant now) {
  return name_at(force_of(page), now, {"pending", "in-force", "ended"});
}

}  // namespace congbo::edition
