// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/facets.h"

#include <xapian.h>

#include <algorithm>

#include "search/terms.h"

namespace congbo::search {
namespace {

constexpr std::uint32_t no_such_value = 0xFFFFFFFF;

// "facet TAB id" → label, as the index wrote them.
std::map<std::string, std::string> read_labels(const Xapian::Database& database) {
  std::map<std::string, std::string> labels;
  const std::string text = database.get_metadata(std::string(labels_key));
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    const std::size_t tab = line.rfind('\t');
    if (tab != std::string::npos) labels[line.substr(0, tab)] = line.substr(tab + 1);
    begin = end + 1;
  }
  return labels;
}

FacetColumn read_column(const Xapian::Database& database, const std::string& name, Slot slot,
                        const std::map<std::string, std::string>& labels) {
  FacetColumn column{name, std::vector<std::uint32_t>(database.get_lastdocid() + 1), {""}, {""}};
  std::map<std::string, std::uint32_t> codes;
  for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at) {
    const auto [place, added] = codes.emplace(*at, static_cast<std::uint32_t>(column.ids.size()));
    if (added) {
      const auto label = labels.find(name + '\t' + *at);
      column.ids.push_back(*at);
      column.labels.push_back(label == labels.end() || label->second.empty() ? *at : label->second);
    }
    column.codes[at.get_docid()] = place->second;
  }
  return column;
}

std::array<std::string, 4> filters_of(const Query& query) {
  return {query.type, query.unit, query.field, query.year != 0 ? std::to_string(query.year) : std::string()};
}

std::uint32_t code_of(const FacetColumn& column, const std::string& id) {
  if (id.empty()) return 0;
  const auto found = std::find(column.ids.begin() + 1, column.ids.end(), id);
  return found == column.ids.end() ? no_such_value : static_cast<std::uint32_t>(found - column.ids.begin());
}

}  // namespace

FacetColumns read_facets(const Xapian::Database& database) {
  const auto labels = read_labels(database);
  return {read_column(database, "type", type_slot, labels), read_column(database, "unit", unit_slot, labels),
          read_column(database, "field", field_slot, labels), read_column(database, "year", year_slot, labels)};
}

FacetCounter::FacetCounter(const FacetColumns& columns, const Query& query) : columns_(columns) {
  const auto filters = filters_of(query);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    wanted_[i] = code_of(columns_[i], filters[i]);
    counts_[i].resize(columns_[i].ids.size());
  }
}

void FacetCounter::count(std::uint32_t document) {
  std::size_t failed = 0;
  std::size_t failed_at = 0;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (wanted_[i] == 0 || columns_[i].codes[document] == wanted_[i]) continue;
    ++failed;
    failed_at = i;
  }
  if (failed == 0) {
    ++total_;
    for (std::size_t i = 0; i < columns_.size(); ++i) ++counts_[i][columns_[i].codes[document]];
  } else if (failed == 1) {
    ++counts_[failed_at][columns_[failed_at].codes[document]];
  }
}

std::map<std::string, std::vector<FacetValue>> FacetCounter::facets() const {
  std::map<std::string, std::vector<FacetValue>> facets;
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    std::vector<FacetValue>& values = facets[columns_[i].name];
    for (std::size_t code = 1; code < counts_[i].size(); ++code) {
      if (counts_[i][code] > 0) values.push_back({columns_[i].ids[code], columns_[i].labels[code], counts_[i][code]});
    }
    std::sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
      return a.count != b.count ? a.count > b.count : a.id < b.id;
    });
  }
  return facets;
}

bool has_facet_filter(const Query& query) {
  const auto filters = filters_of(query);
  return std::any_of(filters.begin(), filters.end(), [](const std::string& filter) { return !filter.empty(); });
}

}  // namespace congbo::search
