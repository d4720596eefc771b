// SPDX-License-Identifier: GPL-3.0-or-later
// The names of terms, value slots and metadata in the index, and how much each part of a page counts. Writer and reader
// share this file and nothing else. A change of meaning raises `index_version`.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace congbo::search {

constexpr int index_version = 9;
constexpr std::string_view index_file = "index.glass";
constexpr std::string_view delta_file = "delta.glass";  // beside it: what has changed since (delta.h)

// Terms without prefix are folded syllables.
constexpr char bigram_prefix = 'B';      // two neighbouring folded syllables
constexpr char exact_prefix = 'E';       // a syllable with its diacritics
constexpr char number_prefix = 'N';      // a document number, wherever it is mentioned
constexpr char own_number_prefix = 'D';  // the document's own number or its beginning (append_own_number)
constexpr char concept_prefix = 'A';     // what abbreviations and old names stand for (concepts.h)
// Nobody's word: its occurrences lift the length of a document to the next level (levels.h), as the static index has it
constexpr std::string_view padding_term = "~";
// Boolean terms.
constexpr char type_prefix = 'T';
constexpr char unit_prefix = 'U';
constexpr char year_prefix = 'Y';
constexpr char field_prefix = 'F';
constexpr char language_prefix = 'L';
constexpr char portal_prefix = 'P';
constexpr char id_prefix = 'Q';
constexpr char validity_prefix = 'V';
constexpr char group_prefix = 'G';                         // a page that has parts, and its parts
constexpr std::string_view part_term = "S";                // every part
constexpr std::string_view procedure_term = "Tprocedure";  // what suggestions offer first

// The ordinal is the place in the order of addresses (ordinal_text): it decides between equal scores.
enum Slot : unsigned {
  date_slot = 0,
  type_slot = 1,
  unit_slot = 2,
  year_slot = 3,
  field_slot = 4,
  validity_slot = 5,
  language_slot = 6,
  ordinal_slot = 7,
  group_slot = 8,
  length_slot = 9  // level_text
};

constexpr std::string_view release_key = "release";
constexpr std::string_view version_key = "version";
constexpr std::string_view lexicon_key =
    "lexicon";  // "syllable TAB documents LF", sorted, for those in 3 documents or more
constexpr std::string_view labels_key = "labels";         // "facet TAB id TAB language TAB label LF"
constexpr std::string_view frequent_key = "frequent";     // as the lexicon, of those that questions leave out
constexpr std::string_view concepts_key = "concepts";     // "folded form TAB concept LF", sorted
constexpr std::string_view best_bets_key = "best-bets";   // "folded question TAB title TAB address LF"
constexpr std::string_view suggestions_key = "suggest-";  // with two letters behind it: suggestions.h
// In a delta alone; of the keys above it has those that differ.
constexpr std::string_view base_key = "base";        // the identity that Xapian gave the base
constexpr std::string_view removed_key = "removed";  // ids of documents of the base that are no longer, each a line
constexpr std::string_view lost_key = "lost";        // "term TAB documents LF": how many of those have it
constexpr std::string_view no_suggestions = "\n";    // where the base has some

constexpr std::size_t longest_own_number = 200;  // bytes of the term

// Occurrences in these parts count as so many in the body.
constexpr std::uint32_t title_weight = 6;
constexpr std::uint32_t number_weight = 5;
constexpr std::uint32_t summary_weight = 2;
constexpr std::uint32_t body_weight = 1;

constexpr double frequent_share = 0.2;  // syllables in more of the documents say nothing; their pairs do

std::string bigram_term(std::string_view first, std::string_view second);
// "T" + id. Xapian's terms end at 245 bytes: a long id is represented by its hash.
std::string boolean_term(char prefix, std::string_view value);

}  // namespace congbo::search
