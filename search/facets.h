// SPDX-License-Identifier: GPL-3.0-or-later
// Exact counts beside the filters. A filter does not narrow its own list (so that a second value can be chosen
// besides), but it narrows all others: a document that fails no filter counts everywhere, one that fails one counts
// there alone.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "search/labels.h"
#include "search/searcher.h"
#include "search/value_column.h"

namespace Xapian {
class Database;
}

namespace congbo::search {

// The values of one facet by document, read once when the index is opened.
struct FacetColumn {
  std::string name;                                        // one of facet_names
  std::vector<std::uint32_t> codes;                        // by document id; 0 for no value
  std::vector<std::string> ids;                            // by code
  std::vector<std::map<std::string, std::string>> labels;  // by code: language → label
};

using FacetColumns = std::array<FacetColumn, facet_names.size()>;

// Of databases that give no two documents the same id. Throws Xapian::Error.
FacetColumns read_facets(const std::vector<Xapian::Database>& databases, const Labels& labels,
                         Reach reach = Reach::here);

FacetColumn read_language_column(const Xapian::Database& database);

class FacetCounter {
 public:
  FacetCounter(const FacetColumns& columns, const Query& query);
  bool count(std::uint32_t document);  // whether it fails no filter
  // Adds to the counts of other counters.
  void add_to(std::map<std::string, std::vector<FacetValue>>& facets) const;

 private:
  const FacetColumns& columns_;
  std::string language_;
  std::array<std::vector<char>, facet_names.size()> wanted_;  // by code: is it chosen? Empty: nothing is chosen
  std::array<std::vector<std::size_t>, facet_names.size()> counts_;
};

}  // namespace congbo::search
