// SPDX-License-Identifier: GPL-3.0-or-later
// The databases that are joined to one index file. Inside search only; all may throw Xapian::Error.
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/concepts.h"
#include "search/index.h"
#include "search/labels.h"
#include "search/suggestions.h"

namespace congbo::search {

struct Part {
  std::size_t begin = 0, end = 0;  // numbers of its documents
  std::string folder;
  bool cards_later = false;                        // not while it is written, but by give_cards()
  std::map<std::string, std::uint32_t> syllables;  // folded syllable → documents
  LabelTexts labels;
  std::vector<Suggestion> suggestions;
};

constexpr std::uint32_t smallest_lexicon_frequency = 3;

struct PartsRequest {
  unsigned jobs = 0;
  const Vocabulary* vocabulary = nullptr;
  std::uint32_t first_id = 1;  // of document 0 in the database
  std::function<SearchDocument(std::size_t)> document;
  std::function<std::string(std::size_t)> ordinal;  // what decides between equal scores
  CardSink card = {};                               // may be empty
};

// Documents [0, count) in ranges that do not depend on the number of jobs; at least one.
std::vector<Part> divide(const std::string& folder, std::size_t count);
void write_parts(std::vector<Part>& parts, const PartsRequest& request);
void give_cards(const Part& part, const PartsRequest& request);
void set_metadata(const Part& part, const std::map<std::string, std::string>& metadata);  // all but empty ones
// One file, sealed; the numbers of the documents stay.
void compact_parts(const std::vector<Part>& parts, const std::string& file);
void remove_parts(const std::vector<Part>& parts);

// Lines of a lexicon: those in `least` documents or more.
std::string lexicon_text(const std::map<std::string, std::uint32_t>& syllables, std::uint32_t least);
// What makes a syllable frequent: more than a fifth of the documents.
std::uint32_t frequent_least(std::size_t documents);

}  // namespace congbo::search
