// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/value_column.h"

#include <algorithm>

namespace congbo::search {

namespace {

// What a damaged database or another machine says is looked at before use.
std::string& value_of(Xapian::docid id, std::vector<std::string>& values) {
  if (id >= values.size()) throw Xapian::DatabaseCorruptError("a value of no document");
  return values[id];
}

void read_here(const Xapian::Database& database, Slot slot, std::vector<std::string>& values) {
  for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at)
    value_of(at.get_docid(), values) = *at;
}

void read_elsewhere(const Xapian::Database& database, Slot slot, std::vector<std::string>& values) {
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query::MatchAll);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(slot, false);
  const Xapian::MSet all = enquire.get_mset(0, database.get_doccount());
  for (auto match = all.begin(); match != all.end(); ++match) value_of(*match, values) = match.get_sort_key();
}

}  // namespace

std::vector<std::string> value_column(const std::vector<Xapian::Database>& databases, Slot slot, Reach reach) {
  std::vector<std::string> values;
  for (const Xapian::Database& database : databases) {
    values.resize(std::max<std::size_t>(values.size(), database.get_lastdocid() + 1));
    (reach == Reach::here ? read_here : read_elsewhere)(database, slot, values);
  }
  return values;
}

}  // namespace congbo::search
