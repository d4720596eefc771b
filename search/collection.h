// SPDX-License-Identifier: GPL-3.0-or-later
// One or several databases that are asked as one. Inside search only; every function may throw Xapian::Error.
#pragma once
#include <xapian.h>

#include <string>
#include <vector>

#include "search/facets.h"
#include "search/query_plan.h"
#include "search/searcher.h"
#include "search/spelling.h"

namespace congbo::search {

class Collection {
 public:
  explicit Collection(const std::vector<Xapian::Database>& parts);

  Answer answer(const QueryPlan& plan, const Query& query) const;
  TermStatistics statistics() const;
  const Lexicon& lexicon() const { return lexicon_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const std::string& release() const { return release_; }
  std::vector<Suggestion> suggest(const std::string& text) const;
  std::size_t document_count() const { return index_.get_doccount(); }

 private:
  struct Ranked {
    Xapian::docid id = 0;
    double score = 0;
    std::string ordinal;
  };

  std::vector<Ranked> rank(Xapian::Enquire& enquire, const Query& query, Xapian::MatchSpy* spy) const;
  std::vector<Ranked> by_relevance(Xapian::Enquire& enquire, std::size_t wanted, Xapian::MatchSpy* spy) const;
  void count_facets(const Xapian::Query& whole, FacetCounter& counter) const;
  std::string metadata(std::string_view key) const;

  std::vector<Xapian::Database> parts_;
  Xapian::Database index_;  // all parts
  FacetColumns facets_;
  Lexicon lexicon_;
  Vocabulary vocabulary_;
  std::string release_;
};

}  // namespace congbo::search
