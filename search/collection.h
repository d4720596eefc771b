// SPDX-License-Identifier: GPL-3.0-or-later
// One or several indexes that are asked as one. Inside search only; every function may throw Xapian::Error.
#pragma once
#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "search/facets.h"
#include "search/groups.h"
#include "search/query_plan.h"
#include "search/searcher.h"
#include "search/segment.h"
#include "search/spelling.h"

namespace congbo::search {

class Collection {
 public:
  explicit Collection(const std::vector<Segment>& segments);

  Answer answer(const QueryPlan& plan, const Query& query) const;
  TermStatistics statistics() const;
  const Lexicon& lexicon() const { return lexicon_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const std::string& release() const { return release_; }
  std::vector<Suggestion> suggest(const std::string& text) const;
  std::size_t document_count() const { return documents_; }

 private:
  struct Ranked {
    Xapian::docid id = 0;
    double score = 0;
    std::string ordinal;
    std::string date = {};
  };

  std::vector<Ranked> rank(Xapian::Enquire& enquire, const Query& query, Xapian::MatchSpy* spy) const;
  std::vector<Ranked> by_relevance(Xapian::Enquire& enquire, std::size_t wanted, Xapian::MatchSpy* spy) const;
  std::vector<Ranked> by_date(Xapian::Enquire& enquire, const Query& query) const;
  std::vector<Ranked> by_date_elsewhere(Xapian::Enquire& enquire, std::size_t wanted) const;
  std::string ordinal_of(Xapian::docid id) const;
  void count_facets(const Xapian::Query& whole, const Query& query, Answer& answer) const;
  std::string metadata(std::string_view key) const;
  std::vector<Hit> hits(const std::vector<Ranked>& ranked, const QueryPlan& plan, const Xapian::Query& whole) const;
  void subtract_removed();
  std::uint32_t frequency(const std::string& term) const;
  double scaled_saturation() const;
  double scale_of(const std::string& term) const;
  Xapian::BM25Weight weighting() const;
  Xapian::Query text_query(const QueryPlan& plan, const Query& query) const;

  std::vector<Segment> segments_;
  Xapian::Database index_;                                // bases and deltas
  std::uint32_t documents_ = 0;                           // without those removed
  double length_ratio_ = 1;                               // average length without those removed, to that of all
  std::shared_ptr<const RemovedDocuments::Ids> removed_;  // null where nothing was removed
  // What a spy sees of a document is its id in its own database: one column an index, whose delta goes on numbering
  // where the base ends.
  struct Facets {
    Xapian::Database index;
    FacetColumns columns;
    Groups groups;
    bool spied = true;  // false for one on another machine, where no spy of ours runs: its matches are fetched
  };
  std::vector<Facets> facets_;
  bool has_parts_ = false;             // any page of any index
  std::vector<std::string> ordinals_;  // by document id; only where a part is on another machine
  Lexicon lexicon_;
  Vocabulary vocabulary_;
  std::string release_;
};

}  // namespace congbo::search
