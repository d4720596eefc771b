// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/query_plan.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "generator/base/source_text.h"
#include "search/analyzer.h"
#include "search/numbers.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

constexpr double number_factor = 3;
constexpr double own_number_factor = 20;  // [DOC-02] the document asked for by its number comes first
constexpr double concept_factor = 1.5;
constexpr std::size_t most_own_tokens = 10;

class Planner {
 public:
  Planner(std::string_view text, const TermStatistics& statistics)
      : text_(text), statistics_(statistics), tokens_(tokenize(text)) {}

  Result<QueryPlan> plan() {
    if (count_code_points(text_) > most_code_points || tokens_.size() > most_syllables) {
      return error("query-too-long", {}, {std::to_string(most_code_points), std::to_string(most_syllables)});
    }
    plan_.everything = text_.find_first_not_of(" \t\r\n") == std::string_view::npos;
    add_numbers();
    add_own_numbers();
    add_concepts();
    add_pairs();
    add_syllables();
    add_exact_syllables();
    require_phrases();
    return std::move(plan_);
  }

 private:
  // Adds the term once, unless no document (or fewer than `least`) has it; true if it was added now.
  bool add(const std::string& term, double factor, std::uint32_t least = 1) {
    if (statistics_.frequency(term) < least || !seen_.insert(term).second) return false;
    plan_.ranked.push_back({term, factor});
    return true;
  }

  double weight(const std::string& term) const {
    const double frequency = statistics_.frequency(term);
    return std::log(1 + statistics_.documents / (frequency + 0.5));
  }

  void add_numbers() {
    for (const std::string& term : number_terms(tokens_)) add(number_prefix + term, number_factor);
  }

  // Any run of tokens with a digit may be the number of a document, however it is written.
  void add_own_numbers() {
    for (std::size_t begin = 0; begin < tokens_.size(); ++begin) {
      std::string term(1, own_number_prefix);
      bool digit = false;
      const std::size_t end = std::min(tokens_.size(), begin + most_own_tokens);
      for (std::size_t i = begin; i < end && term.size() < longest_own_number; ++i) {
        append_own_number(term, tokens_[i].folded);
        digit = digit || is_digits(tokens_[i].folded.substr(0, 1));
        if (!digit || (tokens_.size() > 1 && is_digits(std::string_view(term).substr(1)))) continue;
        if (add(term, own_number_factor) && i + 1 == tokens_.size() && is_said_from(begin)) plan_.whole_number = term;
      }
    }
  }

  // Nothing stands before it, or «Quyết định số».
  bool is_said_from(std::size_t begin) const { return begin == 0 || tokens_[begin - 1].folded == "so"; }

  void add_concepts() {
    if (!statistics_.vocabulary) return;
    const auto folded = [this](std::size_t i) -> const std::string& { return tokens_[i].folded; };
    const auto linked = [this](std::size_t i) { return !tokens_[i].clause_start; };
    const auto emit = [this](const std::string& name) { add(concept_prefix + name, concept_factor); };
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      emit_concepts_at(*statistics_.vocabulary, tokens_.size(), i, folded, linked, emit);
  }

  void add_pairs() {
    const std::uint32_t least = statistics_.documents < small_index ? 1 : 2;
    for (std::size_t i = 1; i < tokens_.size(); ++i) {
      if (tokens_[i].clause_start) continue;
      const std::string term = bigram_term(tokens_[i - 1].folded, tokens_[i].folded);
      if (add(term, 1, least)) plan_.pairs.push_back({term.substr(1), weight(term)});
    }
  }

  bool is_frequent(const std::string& syllable) const {
    return statistics_.frequency(syllable) > frequent_share * statistics_.documents;
  }

  void add_syllables() {
    const bool nothing_yet = plan_.ranked.empty();
    for (const Token& token : tokens_) {
      if (tokens_.size() >= 2 && is_frequent(token.folded)) continue;
      add_syllable(token.folded);
    }
    if (!nothing_yet || !plan_.ranked.empty()) return;
    for (const Token& token : tokens_) add_syllable(token.folded);  // only frequent ones: better than no answer
  }

  void add_syllable(const std::string& syllable) {
    if (add(syllable, 1)) plan_.syllables.push_back({syllable, weight(syllable)});
  }

  // [SEA-02] With one or two syllables there is too little context to tell «má» from «ma»: what was typed counts too.
  void add_exact_syllables() {
    if (tokens_.size() > 2) return;
    for (const Token& token : tokens_) {
      if (token.exact != token.folded) add(exact_prefix + token.exact, 1);
    }
  }

  void require_phrases() {
    for (const std::string_view phrase : quoted_phrases(text_)) {
      const std::vector<Token> tokens = tokenize(phrase);
      for (std::size_t i = 0; i < tokens.size(); ++i) {
        const bool pair = i + 1 < tokens.size() && !tokens[i + 1].clause_start;
        const bool paired = i > 0 && !tokens[i].clause_start;
        if (pair) {
          require(bigram_term(tokens[i].folded, tokens[i + 1].folded));
        } else if (!paired) {
          require(tokens[i].exact == tokens[i].folded ? tokens[i].folded : exact_prefix + tokens[i].exact);
        }
      }
    }
  }

  void require(const std::string& term) {
    if (std::find(plan_.required.begin(), plan_.required.end(), term) == plan_.required.end())
      plan_.required.push_back(term);
  }

  std::string_view text_;
  const TermStatistics& statistics_;
  std::vector<Token> tokens_;
  std::set<std::string> seen_;
  QueryPlan plan_;
};

std::string print_factor(double factor) {
  std::string text;
  if (factor == concept_factor) return "*1.5";
  if (factor != 1) text.append("*").append(std::to_string(static_cast<int>(factor)));
  return text;
}

}  // namespace

std::vector<std::string_view> quoted_phrases(std::string_view text) {
  const auto mark_size = [&text](std::size_t at) -> std::size_t {
    if (text[at] == '"') return 1;
    const std::string_view three = text.substr(at, 3);
    return three == "“" || three == "”" || three == "„" ? 3 : 0;
  };
  std::vector<std::string_view> phrases;
  std::size_t begin = std::string_view::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t size = mark_size(i);
    if (size == 0) continue;
    if (begin != std::string_view::npos) {
      phrases.push_back(text.substr(begin, i - begin));
      begin = std::string_view::npos;
    } else {
      begin = i + size;
    }
    i += size - 1;
  }
  return phrases;
}

Result<QueryPlan> plan_query(std::string_view text, const TermStatistics& statistics) {
  return Planner(text, statistics).plan();
}

std::string to_text(const QueryPlan& plan) {
  std::string text;
  const auto append = [&text](const std::string& part) {
    if (!text.empty()) text += ' ';
    text += part;
  };
  if (plan.everything) append("*");
  for (const PlannedTerm& planned : plan.ranked) append(planned.term + print_factor(planned.factor));
  if (!plan.required.empty()) append("+");
  for (const std::string& term : plan.required) append(term);
  return text;
}

}  // namespace congbo::search
