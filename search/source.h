// SPDX-License-Identifier: GPL-3.0-or-later
// One segment as questions are answered from it: its posting lists, and in memory what is asked of every document that
// matches. Xapian's own matcher asks the database for that, one document after the other, which takes six times as
// long. Inside search only; every function may throw Xapian::Error.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "search/facets.h"
#include "search/groups.h"
#include "search/segment.h"

namespace congbo::search {

struct WeighedTerm {
  std::string term;
  double weight = 0;  // of any number of occurrences; one counts for less
};

// What is looked for in one segment.
struct Wanted {
  bool everything = false;            // every page, whatever it says
  std::vector<WeighedTerm> ranked;    // any of them
  std::vector<std::string> required;  // all of them
  double average_length = 1;          // of the documents of all segments
};

// A page.
struct Match {
  Xapian::docid best = 0;  // the page, or the one of its parts that answers best
  Xapian::docid page = 0;
  Xapian::docid part = 0;  // the best part, if what it scores is half of what its page does at least; else 0
  double score = 0;        // of the best; rounded to 1e-9
};

class Source {
 public:
  Source(const Segment& segment, const Labels& labels);

  // Those that match, each page once, in no order; good until the next call.
  const std::vector<Match>& matches(const Wanted& wanted);

  // Removed documents, which are still in a base that never changes, are left out of all figures.
  std::uint32_t documents() const { return documents_; }
  std::uint64_t length() const { return length_; }  // of all documents together
  std::uint32_t frequency(const std::string& term) const;

  // What the document shows of itself (card.h); good until the next call.
  const std::string& card(Xapian::docid id);
  const std::string& ordinal(Xapian::docid id) const { return ordinals_[id]; }
  const std::string& date(Xapian::docid id) const { return dates_[id]; }
  const FacetColumns& facets() const { return facets_; }

 private:
  template <class Visit>
  void each(const std::string& term, const Visit& visit) const;
  void forget_last();
  void find_pages();
  void find_ranked(const Wanted& wanted);
  void leave_out_without(const std::string& term);
  void join();

  std::vector<Xapian::Database> databases_;  // base and delta, whose documents go on numbering where the base ends
  std::unordered_map<std::string, std::uint32_t> lost_;
  std::uint32_t documents_ = 0;
  std::uint64_t length_ = 0;
  // By document id.
  std::vector<std::uint8_t> levels_;  // of its length (levels.h)
  std::vector<char> present_;
  std::vector<std::string> ordinals_, dates_;
  FacetColumns facets_;
  Groups groups_;
  std::vector<Xapian::docid> pages_of_groups_;
  // Of documents found lately, because reading one takes as long as looking at a thousand postings: by id modulo.
  struct Card {
    Xapian::docid id = 0;
    std::string text;
  };
  std::vector<Card> cards_;
  // Of the last search, kept because memory that is given back and had again is cleared by the system each time.
  enum class Found : char { no, yes, left_out };
  std::vector<Found> found_;  // by document id
  std::vector<double> scores_;
  std::vector<Xapian::docid> hits_;  // those that are not Found::no
  std::vector<Match> matches_;
};

}  // namespace congbo::search
