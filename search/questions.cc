// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/questions.h"

#include <array>

#include "generator/base/unicode.h"

namespace congbo::search {
namespace {

constexpr std::size_t looked_at = 10;  // results

// The address without scheme and host.
std::string_view path_of(std::string_view address) {
  const std::size_t host = address.find("://");
  if (host == std::string_view::npos) return address;
  const std::size_t path = address.find('/', host + 3);
  return path == std::string_view::npos ? "/" : address.substr(path);
}

// The place of the page among the results, from 1; 0: not among the first ten.
Result<std::size_t> rank_of(Searcher& searcher, const Query& query, std::string_view expected) {
  CONGBO_TRY(const Answer answer, searcher.search(query));
  for (std::size_t i = 0; i < answer.best_bets.size(); ++i)
    if (path_of(answer.best_bets[i].address) == expected) return i + 1;
  for (std::size_t i = 0; i < answer.hits.size(); ++i)
    if (path_of(answer.hits[i].address) == expected) return answer.best_bets.size() + i + 1;
  return std::size_t{0};
}

}  // namespace

Result<Done> ask_questions(Searcher& searcher, const std::string& portal, const std::vector<OwnQuestion>& questions,
                           QuestionReport& report, Diagnostics& found) {
  for (const OwnQuestion& question : questions) {
    bool told = false;
    for (const std::string& written : std::array{question.ask, fold(question.ask), to_upper(question.ask)}) {
      Query query;
      query.text = written;
      query.portal = portal;
      query.limit = looked_at;
      CONGBO_TRY(const std::size_t rank, rank_of(searcher, query, question.expect));
      const bool in_time = rank > 0 && rank <= question.within;
      ++report.asked;
      report.found += in_time ? 1 : 0;
      report.reciprocal_ranks += rank > 0 ? 1 / static_cast<double>(rank) : 0;
      if (in_time || std::exchange(told, true)) continue;
      found.add(
          error("search-question-missed", question.where,
                {written, question.expect, std::to_string(question.within), rank > 0 ? std::to_string(rank) : "> 10"}));
    }
  }
  return Done{};
}

}  // namespace congbo::search
