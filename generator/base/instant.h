// SPDX-License-Identifier: GPL-3.0-or-later
// Time as the regulations use it: instants, whole days, and the one offset +07:00 (Vietnam has had no other since
// 1975). `now` is always an argument; only the command line reads the clock. libstdc++ 12 has no time zones, hence our
// own parser.
#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace congbo {

// A day of the calendar. Always a day that exists when it comes from a function below.
struct Date {
  int year = 0;
  int month = 0;  // 1–12
  int day = 0;    // 1–31
  auto operator<=>(const Date&) const = default;
};

// A moment, to the second, counted from 1970-01-01T00:00:00Z.
struct Instant {
  std::int64_t seconds = 0;
  auto operator<=>(const Instant&) const = default;
};

inline constexpr std::int64_t vietnam_offset_seconds = 7 * 3600;

// "2024-02-29"; nothing for a day that does not exist, years outside 1000–9999 and any other form.
std::optional<Date> parse_date(std::string_view text);
// "2024-03-04T09:30", with optional ":SS", "Z" or "+07:00"/"-03:30"; "T" may be a space. Without an offset: +07:00.
std::optional<Instant> parse_instant(std::string_view text);

Instant start_of_day(Date day);  // 00:00 in Vietnam
Instant end_of_day(Date day);    // 24:00 in Vietnam, i.e. the start of the next day
Date date_of(Instant moment);    // the day in Vietnam
Date add_days(Date day, int days);
int weekday(Date day);                      // 1 Monday … 7 Sunday
std::string to_text(Date day);              // "2024-03-04"
std::string to_rfc3339(Instant moment);     // "2024-03-04T09:30:00+07:00"
std::string to_rfc822(Instant moment);      // "Mon, 04 Mar 2024 09:30:00 +0700" (RSS)
std::string to_vietnamese(Date day);        // "04/3/2024", as Decree 30/2020 writes it: no 0 before months 3–9
std::string to_vietnamese(Instant moment);  // "09:30, 04/3/2024"

// The clock of the machine. Called by the command line and the servers, nowhere else.
Instant read_clock();

}  // namespace congbo
