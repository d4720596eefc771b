// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/term_counter.h"

#include <algorithm>

#include "search/analyzer.h"
#include "search/numbers.h"
#include "search/scanner.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

std::size_t bigram_slot(std::uint64_t pair, std::size_t mask) {
  return static_cast<std::size_t>((pair * 0x9E3779B97F4A7C15ull) >> 32) & mask;
}

void add_to(std::vector<std::uint32_t>& counts, std::vector<std::uint32_t>& seen, std::uint32_t number,
            std::uint32_t weight) {
  if (counts[number] == 0) seen.push_back(number);
  counts[number] += weight;
}

std::uint64_t leading_bytes(std::string_view term) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < 8; ++i) bytes = bytes << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0);
  return bytes;
}

}  // namespace

TermCounter::TermCounter(const Vocabulary& vocabulary) : vocabulary_(vocabulary) {
  for (const auto& [form, names] : vocabulary.concepts) concept_beginnings_.insert(form.substr(0, form.find(' ')));
}

const std::vector<const CountedTerm*>& TermCounter::count(const SearchDocument& document) {
  count_text(document.title, title_weight);
  if (!document.number.empty()) count_text(document.type_label + " " + document.number, number_weight);
  count_own_number(document);
  count_text(document.summary, summary_weight);
  for (const std::string& heading : document.headings) count_text(heading, summary_weight);
  count_text(document.body, body_weight);
  collect();
  sort_terms();
  length_ = 0;
  for (const CountedTerm& counted : terms_) length_ += counted.count;
  return sorted_;
}

void TermCounter::count_text(std::string_view text, std::uint32_t weight) {
  run_.clear();
  run_linked_.clear();
  bool any_number = false, any_concept = false;
  Scanner scanner(text);
  while (scanner.next()) {
    const std::uint32_t exact = exact_.number_of(scanner.exact_key());
    if (exact == syllables_.size()) learn(scanner.folded(), scanner.exact());
    add_syllable(exact, weight);
    const std::uint32_t folded = syllables_[exact].folded;
    if (!scanner.clause_start()) add_bigram(run_.back(), folded, weight);
    run_.push_back(folded);
    run_linked_.push_back(!scanner.clause_start());
    any_number = any_number || digits_[folded];
    any_concept = any_concept || begins_concept_[folded];
  }
  if (any_number) count_numbers(weight);
  if (any_concept) count_concepts(weight);
}

// Remembers a new exact form.
void TermCounter::learn(std::string_view folded, const std::string& exact) {
  const std::uint32_t number = folded_.number_of(folded);
  if (number == documents_.size()) {
    documents_.push_back(0);
    folded_counts_.push_back(0);
    digits_.push_back(folded[0] >= '0' && folded[0] <= '9');
    begins_concept_.push_back(concept_beginnings_.count(folded) > 0);
  }
  syllables_.push_back({number, exact != folded});
  exact_terms_.push_back(exact != folded ? std::string(1, exact_prefix) + exact : std::string());
  exact_counts_.push_back(0);
}

void TermCounter::add_syllable(std::uint32_t exact, std::uint32_t weight) {
  add_to(folded_counts_, folded_seen_, syllables_[exact].folded, weight);
  if (syllables_[exact].marked) add_to(exact_counts_, exact_seen_, exact, weight);
}

void TermCounter::add_bigram(std::uint32_t first, std::uint32_t second, std::uint32_t weight) {
  const std::uint64_t pair = static_cast<std::uint64_t>(first) << 32 | second;
  const std::size_t mask = bigrams_.size() - 1;
  std::size_t at = bigram_slot(pair, mask);
  while (bigrams_[at].count != 0 && bigrams_[at].pair != pair) at = (at + 1) & mask;
  if (bigrams_[at].count == 0) {
    bigrams_[at].pair = pair;
    bigrams_seen_.push_back(static_cast<std::uint32_t>(at));
  }
  bigrams_[at].count += weight;
  if (bigrams_seen_.size() * 2 > bigrams_.size()) grow_bigrams();
}

void TermCounter::grow_bigrams() {
  std::vector<BigramCount> larger(bigrams_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (std::uint32_t& slot : bigrams_seen_) {
    std::size_t at = bigram_slot(bigrams_[slot].pair, mask);
    while (larger[at].count != 0) at = (at + 1) & mask;
    larger[at] = bigrams_[slot];
    slot = static_cast<std::uint32_t>(at);
  }
  bigrams_ = std::move(larger);
}

void TermCounter::count_numbers(std::uint32_t weight) {
  TokenRun run;
  run.size = run_.size();
  run.folded = [this](std::size_t index) { return std::string_view(folded_.text(run_[index])); };
  run.linked = [this](std::size_t index) { return run_linked_[index] != 0; };
  const auto emit = [this, weight](const std::string& term) { numbers_[number_prefix + term] += weight; };
  for (std::size_t i = 0; i < run_.size(); ++i) {
    if (digits_[run_[i]]) emit_numbers_at(run, i, emit);
  }
}

void TermCounter::count_concepts(std::uint32_t weight) {
  const auto folded = [this](std::size_t index) -> const std::string& { return folded_.text(run_[index]); };
  const auto linked = [this](std::size_t index) { return run_linked_[index] != 0; };
  const auto emit = [this, weight](const std::string& name) { numbers_[concept_prefix + name] += weight; };
  for (std::size_t i = 0; i < run_.size(); ++i) {
    if (begins_concept_[run_[i]]) emit_concepts_at(vocabulary_, run_.size(), i, folded, linked, emit);
  }
}

// [DOC-02] So that asking for its number puts the document before all that mention it.
void TermCounter::count_own_number(const SearchDocument& document) {
  for (const std::string& term : own_number_terms(document.number)) numbers_[term] += number_weight;
}

void TermCounter::collect() {
  terms_.clear();
  for (const std::uint32_t number : folded_seen_) {
    add_term(folded_.text(number), folded_counts_[number]);
    folded_counts_[number] = 0;
    ++documents_[number];
  }
  for (const std::uint32_t number : exact_seen_) {
    add_term(exact_terms_[number], exact_counts_[number]);
    exact_counts_[number] = 0;
  }
  for (const std::uint32_t slot : bigrams_seen_) {
    BigramCount& bigram = bigrams_[slot];
    add_term(bigram_term(folded_.text(static_cast<std::uint32_t>(bigram.pair >> 32)),
                         folded_.text(static_cast<std::uint32_t>(bigram.pair))),
             bigram.count);
    bigram.count = 0;
  }
  for (const auto& [term, count] : numbers_) add_term(term, count);
  folded_seen_.clear();
  exact_seen_.clear();
  bigrams_seen_.clear();
  numbers_.clear();
}

void TermCounter::add_term(std::string term, std::uint32_t count) {
  terms_.push_back({std::move(term), count});
}

// Most terms differ in their first eight bytes, so most comparisons touch no string.
void TermCounter::sort_terms() {
  order_.clear();
  for (std::uint32_t i = 0; i < terms_.size(); ++i) order_.emplace_back(leading_bytes(terms_[i].term), i);
  std::sort(order_.begin(), order_.end(), [this](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : terms_[a.second].term < terms_[b.second].term;
  });
  sorted_.clear();
  for (const auto& entry : order_) sorted_.push_back(&terms_[entry.second]);
}

std::vector<std::pair<std::string, std::uint32_t>> TermCounter::syllable_documents() const {
  std::vector<std::pair<std::string, std::uint32_t>> result;
  for (std::uint32_t number = 0; number < documents_.size(); ++number) {
    result.emplace_back(folded_.text(number), documents_[number]);
  }
  return result;
}

}  // namespace congbo::search
