// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/value_column.h"

namespace congbo::search {

std::vector<std::string> value_column(const Xapian::Database& database, Slot slot, Reach reach) {
  std::vector<std::string> values(database.get_lastdocid() + 1);
  if (reach == Reach::here) {
    for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at)
      values[at.get_docid()] = *at;
    return values;
  }
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query::MatchAll);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(slot, false);
  const Xapian::MSet all = enquire.get_mset(0, database.get_doccount());
  for (auto match = all.begin(); match != all.end(); ++match) values[*match] = match.get_sort_key();
  return values;
}

}  // namespace congbo::search
