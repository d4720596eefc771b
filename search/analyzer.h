// SPDX-License-Identifier: GPL-3.0-or-later
// Vietnamese text to terms; pure. Folded syllables, folded bigrams, exact (tone-placement-free) syllables and document
// numbers, the same for texts and queries. The specification is search/ANALYZER.md; its vectors are
// tests/tables/analyzer.tsv.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace congbo::search {

struct Token {
  std::string folded;     // "thu", "2012", "qd"; i/y and leading zeros unified
  std::string exact;      // letters with modifiers and the tone as a digit at the end: "thu3"
  std::size_t begin = 0;  // byte range in the text
  std::size_t end = 0;
  bool clause_start = false;  // no bigram across the gap before it
};

std::vector<Token> tokenize(std::string_view text);

// [DOC-02] The terms of a document's own number «40/2012/QĐ-UBND»: of all of it, and of its beginnings («40/2012»), but
// not the first token alone.
std::vector<std::string> own_number_terms(std::string_view number);

// Number terms of the text without prefix: "40/2012", "40/2012/qd", "40/2012/qd-ubnd"; "123//ubnd-vx".
std::vector<std::string> number_terms(const std::vector<Token>& tokens);

}  // namespace congbo::search
