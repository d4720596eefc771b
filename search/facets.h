// SPDX-License-Identifier: GPL-3.0-or-later
// Exact counts beside the filters. A filter does not narrow its own list (so that a second value can be chosen
// instead), but it narrows all others: a document that fails no filter counts everywhere, one that fails one counts
// there alone.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "search/searcher.h"

namespace Xapian {
class Database;
}

namespace congbo::search {

// The values of one facet by document, read once when the index is opened.
struct FacetColumn {
  std::string name;                                        // "type", "unit", "field", "year"
  std::vector<std::uint32_t> codes;                        // by document id; 0 for no value
  std::vector<std::string> ids;                            // by code
  std::vector<std::map<std::string, std::string>> labels;  // by code: language → label
};

using FacetColumns = std::array<FacetColumn, 4>;

// Throws Xapian::Error.
FacetColumns read_facets(const Xapian::Database& database);

class FacetCounter {
 public:
  FacetCounter(const FacetColumns& columns, const Query& query);
  void count(std::uint32_t document);
  std::size_t total() const { return total_; }  // documents that fail no filter
  std::map<std::string, std::vector<FacetValue>> facets() const;

 private:
  const FacetColumns& columns_;
  std::string language_;
  std::array<std::uint32_t, 4> wanted_;  // code filtered by; 0 for none, `no_such_value` for one no document has
  std::array<std::vector<std::size_t>, 4> counts_;
  std::size_t total_ = 0;
};

bool has_facet_filter(const Query& query);

}  // namespace congbo::search
