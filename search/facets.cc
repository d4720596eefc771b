// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/facets.h"

#include <xapian.h>

#include <algorithm>

#include "search/terms.h"

namespace congbo::search {
namespace {

constexpr std::uint32_t no_such_value = 0xFFFFFFFF;

// "facet TAB id" → language → label, as the index wrote them.
using Labels = std::map<std::string, std::map<std::string, std::string>>;

Labels read_labels(const Xapian::Database& database) {
  Labels labels;
  const std::string text = database.get_metadata(std::string(labels_key));
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    const std::size_t label = line.rfind('\t');
    const std::size_t language = label == std::string::npos ? label : line.rfind('\t', label - 1);
    if (language != std::string::npos)
      labels[line.substr(0, language)][line.substr(language + 1, label - language - 1)] = line.substr(label + 1);
    begin = end + 1;
  }
  return labels;
}

FacetColumn read_column(const Xapian::Database& database, const std::string& name, Slot slot, const Labels& labels) {
  FacetColumn column{name, std::vector<std::uint32_t>(database.get_lastdocid() + 1), {""}, {{}}};
  std::map<std::string, std::uint32_t> codes;
  for (auto at = database.valuestream_begin(slot); at != database.valuestream_end(slot); ++at) {
    const auto [place, added] = codes.emplace(*at, static_cast<std::uint32_t>(column.ids.size()));
    if (added) {
      const auto label = labels.find(name + '\t' + *at);
      column.ids.push_back(*at);
      column.labels.push_back(label == labels.end() ? std::map<std::string, std::string>() : label->second);
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

// In the language asked for, else in Vietnamese, else as any document says it; the id where none says it.
const std::string& label_in(const FacetColumn& column, std::size_t code, const std::string& language) {
  const auto& labels = column.labels[code];
  for (const std::string& wanted : {language, std::string("vi")})
    if (const auto label = labels.find(wanted); label != labels.end() && !label->second.empty()) return label->second;
  return labels.empty() || labels.begin()->second.empty() ? column.ids[code] : labels.begin()->second;
}

}  // namespace

FacetColumns read_facets(const Xapian::Database& database) {
  const auto labels = read_labels(database);
  return {read_column(database, "type", type_slot, labels), read_column(database, "unit", unit_slot, labels),
          read_column(database, "field", field_slot, labels), read_column(database, "year", year_slot, labels)};
}

FacetCounter::FacetCounter(const FacetColumns& columns, const Query& query)
    : columns_(columns), language_(query.label_language) {
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
      if (counts_[i][code] > 0)
        values.push_back({columns_[i].ids[code], label_in(columns_[i], code, language_), counts_[i][code]});
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
