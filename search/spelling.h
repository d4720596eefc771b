// SPDX-License-Identifier: GPL-3.0-or-later
// What was probably meant: a word that no text has, or that stands beside no word it was typed beside, becomes the word
// of the lexicon one letter away that its neighbours speak for. Pure (search/ANALYZER.md, «Spelling»).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/query_plan.h"

namespace congbo::search {

using Lexicon = std::vector<std::pair<std::string, std::uint32_t>>;  // folded syllable, documents; sorted

// From lines "word TAB documents LF".
Lexicon read_lexicon(std::string_view text);

// One letter more, less, other, or two neighbours exchanged.
bool is_one_edit(std::string_view one, std::string_view other);

// The text with its repaired words folded, or empty when there is nothing to repair.
std::string corrected_text(std::string_view text, const TermStatistics& statistics, const Lexicon& lexicon);

// The text with its bare words, if others have marks, written as the titles, a line each, first have them beside the
// same word: for people to read, while the question is the folded one.
std::string dressed_text(std::string_view text, std::string_view titles);

}  // namespace congbo::search
