// SPDX-License-Identifier: GPL-3.0-or-later
// Which days state bodies work: Monday to Friday without the holidays, and the days that were swapped (QA-08, TTH-06).
#pragma once
#include <set>

#include "generator/base/instant.h"

namespace congbo::site {

struct Calendar {
  std::set<Date> holidays;      // not worked on whatever the day of the week
  std::set<Date> working_days;  // worked on although a Saturday or Sunday: made up for a holiday

  bool is_working_day(Date day) const;
  // The last of `count` working days, the first of which is `first` or the next working day after it. `count` from 1 to
  // 10,000; what is outside is taken for the nearest.
  Date last_of(int count, Date first) const;
};

}  // namespace congbo::site
