// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/calendar.h"

#include <algorithm>

#include "generator/site/mapping_reader.h"

namespace congbo::site {
namespace {

using formats::YamlNode;

constexpr int most_days = 10'000;
constexpr int friday = 5;

void read_days(MappingReader& reader, std::string_view key, std::set<Date>& into) {
  const YamlNode* list = reader.take(key);
  if (list == nullptr || !expect_sequence(*list, reader.path(), reader.found())) return;
  into.clear();
  for (const YamlNode& item : list->items) {
    if (!expect_scalar(item, reader.path(), reader.found())) continue;
    if (const std::optional<Date> day = parse_date(item.text))
      into.insert(*day);
    else
      reader.found().add(error("date-invalid", place_of(reader.path(), item), {std::string(key), item.text}));
  }
}

}  // namespace

bool Calendar::is_working_day(Date day) const {
  if (holidays.contains(day)) return false;
  return weekday(day) <= friday || working_days.contains(day);
}

Date Calendar::last_of(int count, Date first) const {
  Date day = first;
  for (int left = std::clamp(count, 1, most_days);; day = add_days(day, 1))
    if (is_working_day(day) && --left == 0) return day;
}

void read_calendar(const YamlNode& root, const std::string& path, Calendar& into, Diagnostics& found) {
  MappingReader reader(root, path, found);
  read_days(reader, "holidays", into.holidays);
  read_days(reader, "working_days", into.working_days);
  reader.finish();
}

}  // namespace congbo::site
