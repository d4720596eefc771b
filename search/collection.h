// SPDX-License-Identifier: GPL-3.0-or-later
// One or several indexes that are asked as one. Inside search only; every function may throw Xapian::Error.
#pragma once
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/query_plan.h"
#include "search/searcher.h"
#include "search/segment.h"
#include "search/source.h"
#include "search/spelling.h"

namespace congbo::search {

class Collection {
 public:
  explicit Collection(const std::vector<Segment>& segments);

  Answer answer(const QueryPlan& plan, const Query& query);
  TermStatistics statistics();
  const Lexicon& lexicon() const { return lexicon_; }
  const Vocabulary& vocabulary() const { return vocabulary_; }
  const std::string& release() const { return release_; }
  std::vector<Suggestion> suggest(const std::string& text) const;
  std::size_t document_count() const { return documents_; }

 private:
  struct Ranked {
    Source* source = nullptr;
    Match match;
  };

  std::string metadata(std::string_view key) const;
  std::uint32_t frequency(const std::string& term);
  Wanted wanted(const QueryPlan& plan, const Query& query);
  static bool stands_before(const Ranked& a, const Ranked& b, SortOrder order);
  void rank(const Wanted& wanted, const Query& query, Answer& answer);

  std::vector<Segment> segments_;
  std::vector<Source> sources_;  // of each
  std::uint32_t documents_ = 0;
  double average_length_ = 1;
  Lexicon lexicon_;
  Vocabulary vocabulary_;
  std::string release_;
  std::unordered_map<std::string, std::uint32_t> frequencies_;  // of terms asked about lately
  std::vector<Ranked> ranked_;                                  // by the last search; kept for its memory
};

}  // namespace congbo::search
