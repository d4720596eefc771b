// SPDX-License-Identifier: GPL-3.0-or-later
// What a portal says about words: abbreviations and old names with what they stand for, and pages that answer certain
// questions best. The shipped list is concepts.yaml; a portal adds to it in `_site/search.yaml`:
//
//   concepts:
//     - [UBND, Ủy ban nhân dân]          any of them finds the others
//   best_bets:
//     - {questions: [giờ làm việc, lịch tiếp dân], title: Lịch tiếp công dân, address: /lich-tiep-dan.html}
//   questions:                         what `congbo search judge` asks: see questions.h
//     - {ask: làm căn cước, expect: /thu-tuc/cap-can-cuoc.html, within: 3}
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"

namespace congbo::search {

struct BestBet {
  std::string title, address;
};

// A page that has to be among the first results of a question.
struct OwnQuestion {
  std::string ask, expect;  // expect: an address within the portal
  std::size_t within = 3;   // 1–10
  Place where;              // of `expect`
};

struct Vocabulary {
  // Folded tokens joined by a space → concepts, each named by its first form. A form may belong to several.
  std::map<std::string, std::vector<std::string>, std::less<>> concepts;
  std::map<std::string, std::vector<BestBet>, std::less<>> best_bets;  // by folded question
  std::vector<OwnQuestion> questions;                                  // in the order written
};

constexpr std::size_t most_concept_tokens = 8;
constexpr std::size_t most_concepts = 5000;

// Folded tokens joined by a space: what forms and questions are compared by.
std::string folded_words(std::string_view text);

// Adds what `yaml` says; mistakes go to `found` with their places in `path`.
void read_vocabulary(std::string_view yaml, const std::string& path, Vocabulary& vocabulary, Diagnostics& found);

// As the index keeps them (terms.h), and back.
std::string concepts_text(const Vocabulary& vocabulary);
std::string best_bets_text(const Vocabulary& vocabulary);
Vocabulary vocabulary_of(std::string_view concepts, std::string_view best_bets);

// Concepts whose forms begin at token `index` of a run: calls emit(name).
template <class Folded, class Linked, class Emit>
void emit_concepts_at(const Vocabulary& vocabulary, std::size_t size, std::size_t index, const Folded& folded,
                      const Linked& linked, const Emit& emit) {
  std::string form;
  for (std::size_t i = index; i < size && i < index + most_concept_tokens; ++i) {
    if (i > index && !linked(i)) return;
    if (i > index) form += ' ';
    form += folded(i);
    const auto found = vocabulary.concepts.lower_bound(form);
    if (found == vocabulary.concepts.end() || found->first.compare(0, form.size(), form) != 0) return;
    if (found->first != form) continue;
    for (const std::string& name : found->second) emit(name);
  }
}

}  // namespace congbo::search
