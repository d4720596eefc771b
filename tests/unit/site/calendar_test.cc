// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/values/calendar.h"

#include "tests/support/catch.h"

using namespace congbo;
using site::Calendar;

TEST_CASE("Working days are Monday to Friday without holidays, and days that are made up for [QA-08]") {
  Calendar calendar;
  calendar.holidays = {{2026, 9, 2}};
  calendar.working_days = {{2026, 9, 5}};
  CHECK(calendar.is_working_day({2026, 9, 1}));
  CHECK_FALSE(calendar.is_working_day({2026, 9, 2}));
  CHECK(calendar.is_working_day({2026, 9, 5}));
  CHECK_FALSE(calendar.is_working_day({2026, 9, 6}));
  calendar.holidays.insert({2026, 9, 5});
  CHECK_FALSE(calendar.is_working_day({2026, 9, 5}));
}

TEST_CASE("The last of some working days begins to count on the first [QA-08]") {
  const Calendar plain;
  CHECK(plain.last_of(1, {2026, 6, 1}) == Date{2026, 6, 1});
  CHECK(plain.last_of(5, {2026, 6, 1}) == Date{2026, 6, 5});
  CHECK(plain.last_of(6, {2026, 6, 1}) == Date{2026, 6, 8});
  CHECK(plain.last_of(1, {2026, 6, 6}) == Date{2026, 6, 8});
  CHECK(plain.last_of(15, {2026, 6, 1}) == Date{2026, 6, 19});
  CHECK(plain.last_of(0, {2026, 6, 1}) == Date{2026, 6, 1});
  CHECK(plain.last_of(2'000'000'000, {2026, 6, 1}).year == 2064);
}
