// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/instant.h"

#include <fmt/format.h>

#include <array>
#include <chrono>

namespace congbo {
namespace {

constexpr std::int64_t day_seconds = 86400;
constexpr std::array<const char*, 7> weekday_names = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<const char*, 12> month_names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::chrono::sys_days days_of(Date day) {
  return std::chrono::year(day.year) / std::chrono::month(static_cast<unsigned>(day.month)) /
         std::chrono::day(static_cast<unsigned>(day.day));
}

Date date_of_days(std::chrono::sys_days days) {
  const std::chrono::year_month_day parts(days);
  return {static_cast<int>(parts.year()), static_cast<int>(static_cast<unsigned>(parts.month())),
          static_cast<int>(static_cast<unsigned>(parts.day()))};
}

// Reads from the front of a text; the first thing that does not fit makes everything after it fail.
struct Reader {
  std::string_view rest;
  bool good = true;

  int digits(std::size_t count) {
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (i >= rest.size() || rest[i] < '0' || rest[i] > '9') return fail();
      value = value * 10 + (rest[i] - '0');
    }
    rest.remove_prefix(count);
    return value;
  }
  bool skip(char wanted) {
    if (rest.empty() || rest.front() != wanted) return false;
    rest.remove_prefix(1);
    return true;
  }
  void expect(char wanted) {
    if (!skip(wanted)) fail();
  }
  int fail() {
    good = false;
    rest = {};
    return 0;
  }
};

Date read_date(Reader& reader) {
  Date day;
  day.year = reader.digits(4);
  reader.expect('-');
  day.month = reader.digits(2);
  reader.expect('-');
  day.day = reader.digits(2);
  const std::chrono::year_month_day parts(std::chrono::year(day.year),
                                          std::chrono::month(static_cast<unsigned>(day.month)),
                                          std::chrono::day(static_cast<unsigned>(day.day)));
  if (day.year < 1000 || !parts.ok()) reader.fail();
  return day;
}

std::int64_t read_time_of_day(Reader& reader) {
  const int hour = reader.digits(2);
  reader.expect(':');
  const int minute = reader.digits(2);
  const int second = reader.skip(':') ? reader.digits(2) : 0;
  if (hour > 23 || minute > 59 || second > 59) reader.fail();
  return hour * 3600 + minute * 60 + second;
}

std::int64_t read_offset(Reader& reader) {
  if (reader.rest.empty()) return vietnam_offset_seconds;
  if (reader.skip('Z')) return 0;
  const bool west = reader.skip('-');
  if (!west) reader.expect('+');
  const int hour = reader.digits(2);
  reader.expect(':');
  const int minute = reader.digits(2);
  const int seconds = hour * 3600 + minute * 60;
  // No place on earth is further from UTC than 14 hours; more is a slip of the pen.
  if (minute > 59 || seconds > 14 * 3600) reader.fail();
  return west ? -seconds : seconds;
}

struct Clock {
  Date day;
  int hour, minute, second;
};

Clock vietnamese_clock(Instant moment) {
  const std::int64_t local = moment.seconds + vietnam_offset_seconds;
  const int second = static_cast<int>(((local % day_seconds) + day_seconds) % day_seconds);
  return {date_of(moment), second / 3600, second / 60 % 60, second % 60};
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  Reader reader{text};
  const Date day = read_date(reader);
  if (!reader.good || !reader.rest.empty()) return std::nullopt;
  return day;
}

std::optional<Instant> parse_instant(std::string_view text) {
  Reader reader{text};
  const Date day = read_date(reader);
  if (!reader.skip(' ')) reader.expect('T');
  const std::int64_t time = read_time_of_day(reader);
  if (!reader.good) return std::nullopt;
  const std::int64_t offset = read_offset(reader);
  if (!reader.good || !reader.rest.empty()) return std::nullopt;
  return Instant{days_of(day).time_since_epoch().count() * day_seconds + time - offset};
}

Instant start_of_day(Date day) {
  return {days_of(day).time_since_epoch().count() * day_seconds - vietnam_offset_seconds};
}

Instant end_of_day(Date day) {
  return {start_of_day(day).seconds + day_seconds};
}

Date date_of(Instant moment) {
  const std::chrono::sys_seconds local(std::chrono::seconds(moment.seconds + vietnam_offset_seconds));
  return date_of_days(std::chrono::floor<std::chrono::days>(local));
}

Date add_days(Date day, int days) {
  return date_of_days(days_of(day) + std::chrono::days(days));
}

int weekday(Date day) {
  return static_cast<int>(std::chrono::weekday(days_of(day)).iso_encoding());
}

std::string to_text(Date day) {
  return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
}

std::string to_rfc3339(Instant moment) {
  const Clock clock = vietnamese_clock(moment);
  return fmt::format("{}T{:02}:{:02}:{:02}+07:00", to_text(clock.day), clock.hour, clock.minute, clock.second);
}

std::string to_rfc822(Instant moment) {
  const Clock clock = vietnamese_clock(moment);
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0700",
                     weekday_names[static_cast<std::size_t>(weekday(clock.day) - 1)], clock.day.day,
                     month_names[static_cast<std::size_t>(clock.day.month - 1)], clock.day.year, clock.hour,
                     clock.minute, clock.second);
}

// Decree 30/2020/NĐ-CP, annex I: a 0 before days under 10 and before months 1 and 2 only.
std::string to_vietnamese(Date day) {
  if (day.month <= 2) return fmt::format("{:02}/{:02}/{:04}", day.day, day.month, day.year);
  return fmt::format("{:02}/{}/{:04}", day.day, day.month, day.year);
}

std::string to_vietnamese(Instant moment) {
  const Clock clock = vietnamese_clock(moment);
  return fmt::format("{:02}:{:02}, {}", clock.hour, clock.minute, to_vietnamese(clock.day));
}

Instant read_clock() {
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  return {now.time_since_epoch().count()};
}

}  // namespace congbo
