// SPDX-License-Identifier: GPL-3.0-or-later
// Counts the terms of one document at a time. Pure but for its memory of syllables seen; one a thread.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/concepts.h"
#include "search/document.h"
#include "search/syllables.h"

namespace congbo::search {

struct CountedTerm {
  std::string term;
  std::uint32_t count = 0;  // Xapian's wdf
};

class TermCounter {
 public:
  // `vocabulary` must outlive the counter.
  explicit TermCounter(const Vocabulary& vocabulary);
  // The terms that carry weight, each once, sorted bytewise (Xapian keeps them in ordered maps: in order is faster).
  // The pointers are good until the next call.
  const std::vector<const CountedTerm*>& count(const SearchDocument& document);
  // The sum of the counts of the last document.
  std::uint64_t length() const { return length_; }
  // Folded syllables with the number of documents counted so far that have them.
  std::vector<std::pair<std::string, std::uint32_t>> syllable_documents() const;

 private:
  struct Syllable {  // what is known of one exact form
    std::uint32_t folded = 0;
    bool marked = false;  // its exact form differs from its folded form
  };
  struct BigramCount {
    std::uint64_t pair = 0;
    std::uint32_t count = 0;  // 0: free
  };

  void count_text(std::string_view text, std::uint32_t weight);
  void count_own_number(const SearchDocument& document);
  void count_numbers(std::uint32_t weight);
  void count_concepts(std::uint32_t weight);
  void add_syllable(std::uint32_t exact, std::uint32_t weight);
  void add_bigram(std::uint32_t first, std::uint32_t second, std::uint32_t weight);
  void grow_bigrams();
  void learn(std::string_view folded, const std::string& exact);
  void collect();
  void add_term(std::string term, std::uint32_t count);
  void sort_terms();

  const Vocabulary& vocabulary_;
  std::set<std::string, std::less<>> concept_beginnings_;
  std::uint64_t length_ = 0;
  StringTable folded_;
  StringTable exact_;
  std::vector<Syllable> syllables_;           // by number in exact_
  std::vector<std::string> exact_terms_;      // by number in exact_; empty where not marked
  std::vector<char> digits_;                  // by number in folded_: begins with a digit
  std::vector<char> begins_concept_;          // by number in folded_: some form of a concept begins so
  std::vector<std::uint32_t> documents_;      // by number in folded_
  std::vector<std::uint32_t> folded_counts_;  // by number in folded_, zero between documents
  std::vector<std::uint32_t> exact_counts_;
  std::vector<std::uint32_t> folded_seen_, exact_seen_;
  std::vector<BigramCount> bigrams_ = std::vector<BigramCount>(4096);
  std::vector<std::uint32_t> bigrams_seen_;  // slots in use
  std::vector<std::uint32_t> run_;           // folded numbers of the text's tokens
  std::vector<char> run_linked_;
  std::map<std::string, std::uint32_t> numbers_;  // and concepts
  std::vector<CountedTerm> terms_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order_;  // first eight bytes of a term, index in terms_
  std::vector<const CountedTerm*> sorted_;
};

}  // namespace congbo::search
