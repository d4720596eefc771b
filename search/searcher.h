// SPDX-License-Identifier: GPL-3.0-or-later
// Reading the Xapian databases. A Searcher is for one thread at a time.
#pragma once
#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "generator/base/result.h"
#include "search/concepts.h"
#include "search/suggestions.h"

namespace congbo::search {

enum class SortOrder { relevance, date };
enum class Spelling { repair, as_written };
enum class FacetCounts { counted, left_out };

// Ids of which one must hold; none: any will do.
class Choices : public std::vector<std::string> {
 public:
  using std::vector<std::string>::vector;
  Choices(std::string one) {  // NOLINT(google-explicit-constructor): one id is the common case
    if (!one.empty()) push_back(std::move(one));
  }
  Choices(const char* one) : Choices(std::string(one)) {}  // NOLINT(google-explicit-constructor)
  Choices(int number) {                                    // NOLINT(google-explicit-constructor): a year; 0 is none
    if (number != 0) push_back(std::to_string(number));
  }
  bool has(const std::string& id) const;
};

struct Query {
  std::string text;  // at most 200 code points, 32 syllables; more is an error "query-too-long"
  Choices type, unit, field, year, validity;  // exact ids, at most 8 each; more is an error "query-filters"
  std::string portal, language;               // empty for any
  std::string label_language = "vi";          // of the labels of facets, where the index knows them in it
  SortOrder order = SortOrder::relevance;
  Spelling spelling = Spelling::repair;
  FacetCounts facets = FacetCounts::counted;
  std::size_t offset = 0;  // at most 1,000
  std::size_t limit = 10;  // 1–50
};

// The facets in the order people see them, and how a query filters by them.
struct FacetName {
  const char* name;
  Choices Query::*choices;
};
inline constexpr std::array<FacetName, 5> facet_names = {{{"type", &Query::type},
                                                          {"unit", &Query::unit},
                                                          {"field", &Query::field},
                                                          {"year", &Query::year},
                                                          {"validity", &Query::validity}}};

inline bool has_filters(const Query& query) {
  return std::any_of(facet_names.begin(), facet_names.end(),
                     [&](const FacetName& facet) { return !(query.*facet.choices).empty(); });
}

struct Hit {
  std::string id, address, title, summary, number, type, type_label, unit, unit_label, date, portal, language;
  std::string validity, validity_label;
  std::string published, updated;  // as SearchDocument has them
  std::string snippet;             // HTML: escaped text with <mark> around what matched
  // The page of an attachment or section of the page that answers best, where that is more than the page as a whole:
  // its name, where it is, what matched there (HTML).
  std::string part, part_address, part_snippet;
  double score = 0;  // rounded to 1e-9; 0 where relevance does not order
};

struct FacetValue {
  std::string id, label;
  std::size_t count = 0;
};

struct Answer {
  std::vector<Hit> hits;
  std::size_t total = 0;                                  // exact
  std::map<std::string, std::vector<FacetValue>> facets;  // by facet_names; exact counts, most frequent first
  std::string corrected;           // what was searched for instead, for people to read; empty: the text itself
  bool direct = false;             // the first hit is the one document whose number was typed
  std::vector<BestBet> best_bets;  // pages that the portal itself names for this question
  std::string release;
};

// Whether any index would answer it: "query-…" where not.
Result<Done> check_query(const Query& query);

class Searcher {
 public:
  // `folder` is what write_index was given, or holds such folders, one a portal. Fails with "index-missing" or
  // "index-unreadable".
  static Result<Searcher> open(const std::string& folder);
  // Databases that together are one collection: folders, index files, or "tcp:host:port" of a xapian-tcpsrv.
  static Result<Searcher> open_all(const std::vector<std::string>& databases);
  // A malformed query (too long, limits) is a Diagnostic "query-…"; hostile text is only text.
  Result<Answer> search(const Query& query);
  // What begins as the text does; nothing for a text of one letter.
  Result<std::vector<Suggestion>> suggest(const std::string& text, const std::string& portal);
  std::size_t document_count() const;
  // Whether the index has one of this id, or anything of it; true for an empty id.
  bool has_portal(const std::string& portal);
  // Of all databases; changes with every release.
  const std::string& release() const;

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

 private:
  struct State;
  explicit Searcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace congbo::search
