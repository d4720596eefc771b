// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/numbers.h"

#include <algorithm>
#include <array>

namespace congbo::search {
namespace {

// Abbreviations of kinds of documents (Decree 30/2020/NĐ-CP, annex III) and of laws, folded. Sorted.
constexpr std::array<std::string_view, 35> kinds = {"bb",   "bc", "bgn", "cd",  "ct", "ctr",  "cv",  "da",  "gm",
                                                    "gp",   "gt", "gu",  "hd",  "kh", "l",    "lct", "nq",  "nqlt",
                                                    "nqtw", "nd", "pa",  "pc",  "pl", "qc",   "qd",  "qyd", "sl",
                                                    "tb",   "tc", "td",  "thc", "tt", "ttlt", "ttr", "vbhn"};

// Authorities that stand directly behind the number of an official letter (công văn has no kind of its own). Sorted.
constexpr std::array<std::string_view, 12> issuers = {"bca",  "bgddt", "bnv", "btc", "btttt", "byt",
                                                      "hdnd", "sgddt", "syt", "ttg", "ubnd",  "vpcp"};

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// "qh10" to "qh99": a law names the National Assembly's term.
bool is_assembly_term(std::string_view word) {
  return word.size() == 4 && word.substr(0, 2) == "qh" && is_digits(word.substr(2));
}

bool is_kind(std::string_view word) {
  return word.size() <= 4 && (contains(kinds, word) || is_assembly_term(word));
}

bool is_year(std::string_view word) {
  return word.size() == 4 && is_digits(word) && word >= "1945" && word <= "2100";
}

bool is_issuer_part(std::string_view word) {
  return word.size() <= 10 && !is_digits(word);
}

}  // namespace

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void append_own_number(std::string& number, std::string_view token) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  while (token.size() > 1 && token[0] == '0' && digit(token[1])) token.remove_prefix(1);  // "04CTUBND"
  if (!number.empty() && !token.empty() && digit(number.back()) && digit(token.front())) number += '-';
  number += token;
}

void emit_numbers_at(const TokenRun& run, std::size_t index, const std::function<void(const std::string&)>& emit) {
  const auto follows = [&](std::size_t at) { return at < run.size && run.linked(at); };
  const std::string_view number = run.folded(index);
  if (number.size() > 5 || !is_digits(number) || !follows(index + 1)) return;
  std::string term(number);
  std::size_t next = index + 1;
  if (is_year(run.folded(next))) {
    term += '/';
    term += run.folded(next++);
    emit(term);
    if (!follows(next) || !is_kind(run.folded(next))) return;
    term += '/';
    term += run.folded(next++);
    emit(term);
  } else {
    const std::string_view kind = run.folded(next);
    const bool official_letter = contains(issuers, kind);
    if (!official_letter && (kind.size() < 2 || !is_kind(kind))) return;
    if (index > 0 && run.linked(index) && is_year(number) && is_digits(run.folded(index - 1)))
      return;  // a year, told above
    term += "//";
    term += run.folded(next++);
    if (official_letter) emit(term);
  }
  for (std::size_t end = next + 2; next < end && follows(next) && is_issuer_part(run.folded(next)); ++next) {
    term += '-';
    term += run.folded(next);
    emit(term);
  }
}

}  // namespace congbo::search
