// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/deadline.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace congbo::drafts {

namespace {

constexpr int longest_limit = 1000;  // of hours or days
constexpr int most_days = 4000;      // looked at for office hours

struct Span {
  int begin = 0, end = 0;  // seconds of the day
};

std::optional<int> read_minute(std::string_view text) {
  int hour = 0, minute = 0;
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  std::from_chars(text.data(), text.data() + 2, hour);
  std::from_chars(text.data() + 3, text.data() + 5, minute);
  return hour < 24 && minute < 60 ? std::optional(hour * 3600 + minute * 60) : std::nullopt;
}

std::vector<Span> read_office_hours(std::string_view text) {
  std::vector<Span> spans;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
    const std::size_t dash = part.find('-');
    if (dash == std::string_view::npos) return {};
    const auto begin = read_minute(part.substr(0, dash)), end = read_minute(part.substr(dash + 1));
    if (!begin || !end || *begin >= *end) return {};
    spans.push_back({*begin, *end});
  }
  return spans;
}

// Which content a deadline speaks of.
bool is_about(std::string_view deadline_class, const pages::Page& page) {
  const std::string& type = page.type ? page.type->id : std::string();
  if (deadline_class == "legal-document" || deadline_class == "document-own" || deadline_class == "document")
    return type == "document";
  if (type != "news") return deadline_class == type;
  const pages::Value* event = page.field("event_class");
  const bool special = event && (event->text() == "conference" || event->text() == "important");
  return deadline_class == (special ? "conference-or-important-event" : "news");
}

struct Start {
  Instant at;
  bool whole_day = false;
};

std::optional<Start> start_of(const site::Policy& policy, std::string_view from, const pages::Page& page) {
  std::vector<std::string> keys{std::string(from)};
  if (from == "event") keys = {"event_end", "event_at"};
  if (from == "event" && policy.choices.event_clock == "start") keys = {"event_at"};
  for (const std::string& key : keys) {
    const pages::Value* value = page.field(key);
    if (!value) continue;
    if (const Instant* at = std::get_if<Instant>(&value->data)) return Start{*at};
    if (const Date* day = std::get_if<Date>(&value->data)) return Start{start_of_day(*day), true};
  }
  return std::nullopt;
}

std::optional<Instant> due(const site::Policy& policy, const Start& start, std::string_view unit, int limit) {
  const Date day = date_of(start.at);
  const Instant counted = start.whole_day ? end_of_day(day) : start.at;
  if (unit == "hour") return Instant{counted.seconds + std::int64_t{limit} * 3600};
  if (unit == "office-hour" || unit == "working-hour")
    return after_office_hours(policy.calendar, policy.choices.office_hours, counted, limit);
  if (unit == "day") return end_of_day(add_days(day, limit));
  if (unit == "working-day" && limit > 0) return end_of_day(policy.calendar.last_of(limit, add_days(day, 1)));
  return std::nullopt;
}

}  // namespace

std::optional<Instant> after_office_hours(const site::Calendar& calendar, std::string_view office_hours, Instant from,
                                          int hours) {
  const std::vector<Span> spans = read_office_hours(office_hours);
  if (spans.empty()) return std::nullopt;
  std::int64_t left = std::int64_t{hours} * 3600;
  Date day = date_of(from);
  for (int i = 0; i < most_days; ++i, day = add_days(day, 1)) {
    if (!calendar.is_working_day(day)) continue;
    const std::int64_t midnight = start_of_day(day).seconds;
    for (const Span& span : spans) {
      const std::int64_t begin = std::max(midnight + span.begin, from.seconds), end = midnight + span.end;
      if (begin >= end) continue;
      if (left <= end - begin) return Instant{begin + left};
      left -= end - begin;
    }
  }
  return std::nullopt;
}

std::optional<Instant> publication_deadline(const site::Policy& policy, const pages::Page& page) {
  std::optional<Instant> nearest;
  for (std::size_t i = 0;; ++i) {
    const std::string prefix = "deadlines[" + std::to_string(i) + "].";
    const auto word = [&](const char* key) {
      const auto found = policy.data.find(prefix + key);
      return found == policy.data.end() ? std::string() : found->second;
    };
    const std::string about = word("class");
    if (about.empty()) return nearest;
    const std::string limit_text = word("limit");
    int limit = 0;
    std::from_chars(limit_text.data(), limit_text.data() + limit_text.size(), limit);
    if (limit < 1 || limit > longest_limit || word("to") != "published" || !is_about(about, page)) continue;
    const std::optional<Start> start = start_of(policy, word("from"), page);
    const std::optional<Instant> moment = start ? due(policy, *start, word("unit"), limit) : std::nullopt;
    if (moment && (!nearest || *moment < *nearest)) nearest = moment;
  }
}

}  // namespace congbo::drafts
