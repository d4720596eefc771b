// SPDX-License-Identifier: GPL-3.0-or-later
// From what a citizen typed to terms and factors. Pure: it looks at nothing but the text and how many documents have a
// term.
#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/result.h"
#include "search/concepts.h"

namespace congbo::search {

constexpr std::size_t most_code_points = 200;
constexpr std::size_t most_syllables = 32;

struct TermStatistics {
  std::uint32_t documents = 0;                                 // in the whole index
  std::function<std::uint32_t(const std::string&)> frequency;  // documents that have the term
  const Vocabulary* vocabulary = nullptr;                      // may be null
};

struct PlannedTerm {
  std::string term;
  double factor = 1;
};

// What the snippets mark: syllables that count alone, and pairs that count when they stand together.
struct Highlight {
  std::string term;   // folded syllable, or "first_second"
  double weight = 0;  // rarer is heavier
};

struct QueryPlan {
  bool everything = false;            // nothing was typed: every document, the newest first
  std::vector<PlannedTerm> ranked;    // any of them; their BM25 weights times the factors are added
  std::vector<std::string> required;  // all of them: from phrases in quotation marks
  std::string whole_number;           // the term of the number that was typed, alone or behind «số»
  std::vector<Highlight> syllables, pairs;
};

constexpr std::uint32_t small_index = 1000;  // documents; below it what one document has is no accident

// Fails with "query-too-long".
Result<QueryPlan> plan_query(std::string_view text, const TermStatistics& statistics);

// The texts between pairs of quotation marks, straight or “curly”; a lone mark means nothing.
std::vector<std::string_view> quoted_phrases(std::string_view text);

// One line for tests and `--explain`: "N40/2012*3 Bthu_tuc thu + Bthu_tuc"; required terms behind "+", "*" for
// everything.
std::string to_text(const QueryPlan& plan);

}  // namespace congbo::search
