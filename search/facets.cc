// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/facets.h"

#include <xapian.h>

#include <algorithm>

#include "search/terms.h"

namespace congbo::search {
namespace {

FacetColumn read_column(const std::vector<Xapian::Database>& databases, const std::string& name, Slot slot,
                        const Labels& labels, Reach reach) {
  FacetColumn column{name, {}, {""}, {{}}};
  std::map<std::string, std::uint32_t> codes;
  const std::vector<std::string> values = value_column(databases, slot, reach);
  column.codes.resize(values.size());
  for (std::size_t id = 0; id < values.size(); ++id) {
    if (values[id].empty()) continue;
    const auto [place, added] = codes.emplace(values[id], static_cast<std::uint32_t>(column.ids.size()));
    if (added) {
      const auto label = labels.find(name + '\t' + values[id]);
      column.ids.push_back(values[id]);
      column.labels.push_back(label == labels.end() ? std::map<std::string, std::string>() : label->second);
    }
    column.codes[id] = place->second;
  }
  return column;
}

// In the language asked for, else in Vietnamese, else as any document says it; the id where none says it.
const std::string& label_in(const FacetColumn& column, std::size_t code, const std::string& language) {
  const auto& labels = column.labels[code];
  for (const std::string& wanted : {language, std::string("vi")})
    if (const auto label = labels.find(wanted); label != labels.end() && !label->second.empty()) return label->second;
  return labels.empty() || labels.begin()->second.empty() ? column.ids[code] : labels.begin()->second;
}

}  // namespace

FacetColumns read_facets(const std::vector<Xapian::Database>& databases, const Labels& labels, Reach reach) {
  constexpr std::array<Slot, facet_names.size()> slots = {type_slot, unit_slot, field_slot, year_slot, validity_slot};
  FacetColumns columns;
  for (std::size_t i = 0; i < slots.size(); ++i)
    columns[i] = read_column(databases, facet_names[i].name, slots[i], labels, reach);
  return columns;
}

FacetColumn read_language_column(const Xapian::Database& database) {
  return read_column({database}, "language", language_slot, {}, Reach::here);
}

FacetCounter::FacetCounter(const FacetColumns& columns, const Query& query)
    : columns_(columns), language_(query.label_language) {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    counts_[i].resize(columns_[i].ids.size());
    const Choices& chosen = query.*facet_names[i].choices;
    if (chosen.empty()) continue;
    wanted_[i].resize(columns_[i].ids.size());
    for (std::size_t code = 1; code < wanted_[i].size(); ++code) wanted_[i][code] = chosen.has(columns_[i].ids[code]);
  }
}

bool FacetCounter::count(std::uint32_t document) {
  std::size_t failed = 0;
  std::size_t failed_at = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (wanted_[i].empty() || wanted_[i][columns_[i].codes[document]]) continue;
    ++failed;
    failed_at = i;
  }
  if (failed == 0) {
    for (std::size_t i = 0; i < columns_.size(); ++i) ++counts_[i][columns_[i].codes[document]];
  } else if (failed == 1) {
    ++counts_[failed_at][columns_[failed_at].codes[document]];
  }
  return failed == 0;
}

void FacetCounter::add_to(std::map<std::string, std::vector<FacetValue>>& facets) const {
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::vector<FacetValue>& values = facets[columns_[i].name];
    const std::size_t before = values.size();
    for (std::size_t code = 1; code < counts_[i].size(); ++code) {
      if (counts_[i][code] == 0) continue;
      const std::string& id = columns_[i].ids[code];
      const auto end = values.begin() + static_cast<std::ptrdiff_t>(before);
      const auto known = std::find_if(values.begin(), end, [&](const FacetValue& one) { return one.id == id; });
      if (known == end)
        values.push_back({id, label_in(columns_[i], code, language_), counts_[i][code]});
      else
        known->count += counts_[i][code];
    }
    std::sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
      return a.count != b.count ? a.count > b.count : a.id < b.id;
    });
  }
}

}  // namespace congbo::search
