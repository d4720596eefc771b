// SPDX-License-Identifier: GPL-3.0-or-later
// Document numbers in a run of tokens, however they are written: «40/2012/QĐ-UBND», «40-2012-qd-ubnd», «40 2012 qd
// ubnd».
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace congbo::search {

// A run of tokens: how many, the folded form of one, whether one follows its predecessor without a clause break.
struct TokenRun {
  std::size_t size = 0;
  std::function<std::string_view(std::size_t)> folded;
  std::function<bool(std::size_t)> linked;
};

// Emits the number terms that begin at token `index`: the number with its year, then with the kind of document, then
// with one and two issuers. Without a year, "123//ubnd-vx". Most tokens begin none.
void emit_numbers_at(const TokenRun& run, std::size_t index, const std::function<void(const std::string&)>& emit);

// Goes on with a document's own number: «1520/QĐ-UBND» and «1520QĐUBND» become "1520qdubnd", but digits stay apart from
// digits.
void append_own_number(std::string& number, std::string_view token);

bool is_digits(std::string_view text);

}  // namespace congbo::search
