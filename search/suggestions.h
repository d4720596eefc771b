// SPDX-License-Identifier: GPL-3.0-or-later
// What is offered while a citizen types: titles and numbers that begin so, with or without diacritics. Kept by their
// first two letters (three where two are many), the same on the server and for the browser.
#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "search/document.h"

namespace congbo::search {

struct Suggestion {
  std::string folded;  // "thu tuc dat dai", "40 2012 qd ubnd"
  std::string text;    // the title or the number
  std::string address;
  std::string label;  // type
};

constexpr std::size_t most_suggestions = 8;

void add_suggestions(const SearchDocument& document, std::vector<Suggestion>& all);

// Key → lines "folded TAB text TAB address TAB label", sorted by their folded form. A key of two letters that has too
// many says "+" and its lines are under three letters.
std::map<std::string, std::string> suggestion_texts(const std::vector<Suggestion>& all);

// The key of a question's folded words: their first `letters` letters, "_" for what is no letter of a–z and no digit.
// Empty when there are fewer.
std::string suggestion_key(std::string_view folded, std::size_t letters);

// Those lines of a text that begin with `folded`.
std::vector<Suggestion> matching_suggestions(std::string_view text, std::string_view folded,
                                             std::size_t most = most_suggestions);

}  // namespace congbo::search
