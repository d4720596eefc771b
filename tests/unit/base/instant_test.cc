// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/instant.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

using namespace congbo;

TEST_CASE("a date is a day that exists, written as year, month and day") {
  for (const std::string good : {"2024-02-29", "2000-02-29", "2023-12-31", "1000-01-01", "9999-12-31", "2024-04-30"}) {
    CAPTURE(good);
    REQUIRE(parse_date(good));
    CHECK(to_text(*parse_date(good)) == good);
  }
  for (const std::string bad :
       {"",           "2024-02-30",  "2023-02-29",  "1900-02-29",       "2100-02-29", "2024-13-01", "2024-00-10",
        "2024-01-00", "2024-04-31",  "0999-01-01",  "0000-00-00",       "24-01-01",   "2024-1-1",   "2024/01/01",
        "01/02/2024", "2024-01-01 ", " 2024-01-01", "2024-01-01T00:00", "2024-01-0१", "-024-01-01", "+024-01-01",
        "2024-01-1a", "20240101",    "2024-01",     "12024-01-01"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_date(bad));
  }
}

TEST_CASE("an instant without offset is in Vietnamese time") {
  struct Row {
    std::string text;
    std::string in_vietnam;
  };
  const std::vector<Row> rows = {
      {"2024-03-04T09:30", "2024-03-04T09:30:00+07:00"},
      {"2024-03-04 09:30", "2024-03-04T09:30:00+07:00"},
      {"2024-03-04T09:30:15", "2024-03-04T09:30:15+07:00"},
      {"2024-03-04T09:30Z", "2024-03-04T16:30:00+07:00"},
      {"2024-03-04T09:30:15Z", "2024-03-04T16:30:15+07:00"},
      {"2024-03-04T09:30+07:00", "2024-03-04T09:30:00+07:00"},
      {"2024-03-04T09:30-03:30", "2024-03-04T20:00:00+07:00"},
      {"2024-03-04T09:30+14:00", "2024-03-04T02:30:00+07:00"},
      {"2023-12-31T17:00Z", "2024-01-01T00:00:00+07:00"},
      {"2024-02-28T23:59:59-12:00", "2024-02-29T18:59:59+07:00"},
      {"1945-09-02T14:00", "1945-09-02T14:00:00+07:00"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    REQUIRE(parse_instant(row.text));
    CHECK(to_rfc3339(*parse_instant(row.text)) == row.in_vietnam);
  }
  CHECK(parse_instant("1970-01-01T07:00")->seconds == 0);
  CHECK(parse_instant("2024-03-04T02:30Z")->seconds == 1709519400);
}

TEST_CASE("anything that is not an instant is refused") {
  for (const std::string bad : {"",
                                "2024-03-04",
                                "2024-03-04T",
                                "2024-03-04T9:30",
                                "2024-03-04T24:00",
                                "2024-03-04T23:60",
                                "2024-03-04T23:59:60",
                                "2024-03-04T09:30:",
                                "2024-03-04T09",
                                "2024-02-30T09:30",
                                "2024-03-04T09:30z",
                                "2024-03-04t09:30",
                                "2024-03-04T09:30+7:00",
                                "2024-03-04T09:30+0700",
                                "2024-03-04T09:30+07",
                                "2024-03-04T09:30+15:00",
                                "2024-03-04T09:30+07:60",
                                "2024-03-04T09:30 +07:00",
                                "2024-03-04  09:30",
                                "2024-03-04T09:30Zz",
                                "2024-03-04T09:30:00.5Z",
                                "2024-03-04T-9:30",
                                "2024-03-04_09:30"}) {
    CAPTURE(bad);
    CHECK_FALSE(parse_instant(bad));
  }
}

TEST_CASE("a whole day lasts until 24:00 in Vietnam") {
  const Date day{2024, 12, 31};
  CHECK(to_rfc3339(start_of_day(day)) == "2024-12-31T00:00:00+07:00");
  CHECK(to_rfc3339(end_of_day(day)) == "2025-01-01T00:00:00+07:00");
  CHECK(date_of(start_of_day(day)) == day);
  CHECK(date_of({end_of_day(day).seconds - 1}) == day);
  CHECK(date_of(end_of_day(day)) == Date{2025, 1, 1});
  CHECK(date_of({-1}) == Date{1970, 1, 1});
  CHECK(date_of({-7 * 3600 - 1}) == Date{1969, 12, 31});
}

TEST_CASE("days are added across months, leap days and years") {
  CHECK(add_days({2024, 2, 28}, 1) == Date{2024, 2, 29});
  CHECK(add_days({2023, 2, 28}, 1) == Date{2023, 3, 1});
  CHECK(add_days({2024, 1, 1}, -1) == Date{2023, 12, 31});
  CHECK(add_days({2024, 3, 1}, 365) == Date{2025, 3, 1});
  CHECK(add_days({2024, 5, 5}, 0) == Date{2024, 5, 5});
}

TEST_CASE("the week starts on Monday") {
  CHECK(weekday({2024, 3, 4}) == 1);
  CHECK(weekday({2024, 3, 10}) == 7);
  CHECK(weekday({1945, 9, 2}) == 7);
  CHECK(weekday({1970, 1, 1}) == 4);
}

TEST_CASE("times are written for machines and for feeds") {
  const Instant moment = *parse_instant("2024-03-04T09:05:07");
  CHECK(to_rfc3339(moment) == "2024-03-04T09:05:07+07:00");
  CHECK(to_rfc822(moment) == "Mon, 04 Mar 2024 09:05:07 +0700");
  CHECK(to_rfc822(*parse_instant("2025-12-27T18:00Z")) == "Sun, 28 Dec 2025 01:00:00 +0700");
}

TEST_CASE("dates are written as Decree 30/2020 asks: a zero before days under ten and before January and February") {
  CHECK(to_vietnamese(Date{2024, 3, 4}) == "04/3/2024");
  CHECK(to_vietnamese(Date{2024, 1, 14}) == "14/01/2024");
  CHECK(to_vietnamese(Date{2024, 2, 9}) == "09/02/2024");
  CHECK(to_vietnamese(Date{2024, 9, 30}) == "30/9/2024");
  CHECK(to_vietnamese(Date{2024, 10, 1}) == "01/10/2024");
  CHECK(to_vietnamese(*parse_instant("2024-03-04T09:05")) == "09:05, 04/3/2024");
}

TEST_CASE("the clock of the machine runs after this was written") {
  CHECK(read_clock() > *parse_instant("2024-01-01T00:00"));
}
