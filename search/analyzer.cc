// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/analyzer.h"

#include "search/numbers.h"
#include "search/scanner.h"
#include "search/terms.h"

namespace congbo::search {

std::vector<Token> tokenize(std::string_view text) {
  std::vector<Token> tokens;
  Scanner scanner(text);
  while (scanner.next()) {
    Token token;
    token.folded = scanner.folded();
    token.exact = scanner.exact();
    token.begin = scanner.begin();
    token.end = scanner.end();
    token.clause_start = scanner.clause_start();
    tokens.push_back(std::move(token));
  }
  return tokens;
}

std::vector<std::string> own_number_terms(std::string_view number) {
  std::vector<std::string> terms;
  std::string term(1, own_number_prefix);
  std::size_t tokens = 0;
  for (Scanner scanner(number); scanner.next() && term.size() + scanner.folded().size() < longest_own_number;) {
    append_own_number(term, scanner.folded());
    if (++tokens == 2) terms.clear();  // one token of several says nothing
    terms.push_back(term);
  }
  return terms;
}

std::vector<std::string> number_terms(const std::vector<Token>& tokens) {
  TokenRun run;
  run.size = tokens.size();
  run.folded = [&tokens](std::size_t index) { return std::string_view(tokens[index].folded); };
  run.linked = [&tokens](std::size_t index) { return !tokens[index].clause_start; };
  std::vector<std::string> terms;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    emit_numbers_at(run, i, [&terms](const std::string& term) { terms.push_back(term); });
  }
  return terms;
}

}  // namespace congbo::search
