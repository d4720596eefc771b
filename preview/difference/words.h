// SPDX-License-Identifier: GPL-3.0-or-later
// A line of text as words, and the line that shows what became of another one: Vietnamese syllables, numbers of
// documents («12/2026/QĐ-UBND») and entities are one word each, inline elements go with the words they hold.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "preview/difference/difference.h"
#include "preview/difference/html_tokens.h"

namespace congbo::difference {

enum class WordKind : std::uint8_t { word, space, sign, element };

struct Word {
  WordKind kind = WordKind::word;
  std::string_view bytes;
  std::string key;            // equal for words that look alike, the elements around them included
  std::uint32_t context = 0;  // of Line::contexts: the inline elements around it
};

struct Context {
  std::uint32_t parent = 0;
  std::string_view tag;  // empty for the outermost
  std::string name;
};

struct Line {
  std::vector<Word> words;
  std::vector<Context> contexts;  // the first is none
  bool balanced = true;           // every element that begins in the line ends in it
};

Line words_of(const std::vector<Token>& run);

// What both printers of changed text share: how much may still be compared, and the number of the next change.
struct Progress {
  const DiffOptions& options;
  std::size_t budget;
  std::size_t changes = 0;
  bool complete = true;
};

// `after` with what is new in <ins> and what is gone in <del>; where they have too little in common, one after the
// other. A number of change is used up, unless there is nothing to be seen.
std::string compare_lines(const std::vector<Token>& before, const std::vector<Token>& after, Progress& progress);

enum class Whole { added, removed };
// The line, all of it new or gone; its first mark, if there is text to be marked, bears the number (0: none).
std::string whole_line(const std::vector<Token>& run, Whole which, std::size_t number, const DiffOptions& options);
// Whether a mark in `html` bears that number.
bool has_number(std::string_view html, std::size_t number);

}  // namespace congbo::difference
