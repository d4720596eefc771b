// SPDX-License-Identifier: GPL-3.0-or-later
// The analyzer's inner loop: one token at a time, without allocation. tokenize() and the index are made from it.
#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "search/letters.h"

namespace congbo::search {

class Scanner {
 public:
  // `text` must outlive the scanner.
  explicit Scanner(std::string_view text) : text_(text) {}

  // Goes to the next token; false at the end. The views below are good until the next call.
  bool next();

  std::string_view folded() const { return {letters_.data() + first_, size_ - first_}; }
  // The folded form, modifiers and tone as bytes: two tokens have equal keys exactly if their exact forms are equal.
  std::string_view exact_key();
  std::string exact() const;
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }
  bool clause_start() const { return clause_start_; }

  static constexpr std::size_t maximum_letters = 40;

 private:
  bool skip_to_token();
  void read_token();
  void start_token();
  bool read_letters();
  void append_letter(const Letter& letter);
  void append_foreign(char32_t code_point);
  void apply_mark(const Letter& mark);
  void finish_token();

  static constexpr std::size_t capacity = 3 * maximum_letters + 4;

  std::string_view text_;
  std::size_t offset_ = 0;
  std::size_t begin_ = 0, end_ = 0;
  std::size_t first_ = 0;  // leading zeros of a number are before it
  std::size_t size_ = 0;
  std::size_t letters_count_ = 0;
  bool clause_start_ = false;
  bool break_seen_ = true;
  bool number_ = true;
  bool marked_ = false;
  Tone tone_ = Tone::none;
  std::array<char, 2 * capacity + 1> letters_;  // folded bytes; exact_key() appends the marks behind them
  std::array<Modifier, capacity> modifiers_;
};

}  // namespace congbo::search
