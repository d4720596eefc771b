// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the Xapian database. A Searcher is for one thread at a time.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "generator/base/result.h"

namespace congbo::search {

enum class SortOrder { relevance, date };

struct Query {
  std::string text;  // at most 200 code points, 32 syllables; more is an error "query-too-long"
  std::string type, unit, field, portal, language;  // exact ids; empty for any
  int year = 0;                                     // 0 for any
  std::string label_language = "vi";                // of the labels of facets, where the index knows them in it
  SortOrder order = SortOrder::relevance;
  std::size_t offset = 0;  // at most 1,000
  std::size_t limit = 10;  // 1–50
};

struct Hit {
  std::string id, address, title, summary, number, type, type_label, unit, unit_label, date, portal, language;
  std::string published, updated;  // as SearchDocument has them
  std::string snippet;             // HTML: escaped text with <mark> around what matched
  double score = 0;
};

struct FacetValue {
  std::string id, label;
  std::size_t count = 0;
};

struct Answer {
  std::vector<Hit> hits;
  std::size_t total = 0;  // exact
  std::map<std::string, std::vector<FacetValue>>
      facets;  // "type", "unit", "field", "year"; exact counts, most frequent first
  std::string release;
};

class Searcher {
 public:
  // `folder` is what write_index was given. Fails with "index-missing" or "index-unreadable".
  static Result<Searcher> open(const std::string& folder);
  // A malformed query (too long, limits) is a Diagnostic "query-…"; hostile text is only text.
  Result<Answer> search(const Query& query);
  std::size_t document_count() const;

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

 private:
  struct Database;
  explicit Searcher(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace congbo::search
