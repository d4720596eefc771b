// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/terms.h"

#include "generator/base/content_hash.h"

namespace congbo::search {
namespace {
constexpr std::size_t longest_value = 180;  // bytes; leaves room for the prefix and for zero bytes, which count twice
}

std::string bigram_term(std::string_view first, std::string_view second) {
  std::string term;
  term.reserve(first.size() + second.size() + 2);
  term += bigram_prefix;
  term += first;
  term += '_';
  term += second;
  return term;
}

std::string boolean_term(char prefix, std::string_view value) {
  const bool plain = value.size() <= longest_value && value.find('\0') == std::string_view::npos;
  std::string term(1, prefix);
  if (plain) {
    term += value;
  } else {
    term += sha256_hex(value);
  }
  return term;
}

}  // namespace congbo::search
