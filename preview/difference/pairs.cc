// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/difference/pairs.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace congbo::difference {

namespace {

constexpr std::size_t most_compared = 4000;  // pairs of blocks
constexpr std::size_t steps_a_pair = 512;
constexpr double alike_enough = 0.3;
constexpr double of_one_place = 0.05;  // for frames of the page that are there on both sides

bool is_cell(std::string_view name) {
  return name == "td" || name == "th" || name == "dt" || name == "dd";
}

bool is_frame(std::string_view name) {
  static constexpr std::array<std::string_view, 16> frames = {"main",  "header", "footer",  "nav",   "section", "aside",
                                                              "table", "thead",  "tbody",   "ul",    "ol",      "dl",
                                                              "div",   "form",   "article", "figure"};
  return std::find(frames.begin(), frames.end(), name) != frames.end();
}

// How well they go together; 0: not at all.
double score(const Node& before, const Node& after) {
  if (before.name != after.name) return 0;
  const double alike = similarity(before, after);
  if (alike >= alike_enough) return alike;
  return is_frame(before.name) && before.open == after.open ? std::max(alike, of_one_place) : 0;
}

bool are_cells(const Node* before, const Node* after, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i)
    if (before[i].name != after[i].name || !is_cell(before[i].name)) return false;
  return true;
}

std::vector<Pair> by_place(std::size_t count) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < count; ++i) pairs.push_back({i, i});
  return pairs;
}

// The order-preserving pairs with the greatest sum of scores.
std::vector<Pair> best_pairs(const Node* before, std::size_t rows, const Node* after, std::size_t columns) {
  std::vector<double> scores(rows * columns), best((rows + 1) * (columns + 1), 0.0);
  const auto sum = [&](std::size_t i, std::size_t j) -> double& { return best[i * (columns + 1) + j]; };
  for (std::size_t i = rows; i-- > 0;)
    for (std::size_t j = columns; j-- > 0;) {
      double& own = scores[i * columns + j];
      own = score(before[i], after[j]);
      sum(i, j) = std::max({sum(i + 1, j), sum(i, j + 1), own > 0 ? own + sum(i + 1, j + 1) : 0.0});
    }
  std::vector<Pair> pairs;
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    const double own = scores[i * columns + j];
    if (own > 0 && sum(i, j) == own + sum(i + 1, j + 1))
      pairs.push_back({i++, j++});
    else if (sum(i, j) == sum(i + 1, j))
      ++i;
    else
      ++j;
  }
  return pairs;
}

}  // namespace

std::vector<Pair> belonging_together(const Node* before, std::size_t before_count, const Node* after,
                                     std::size_t after_count, std::size_t& budget) {
  if (before_count == 0 || after_count == 0) return {};
  if (before_count == 1 && after_count == 1) return before->name == after->name ? by_place(1) : std::vector<Pair>();
  if (before_count == after_count && are_cells(before, after, before_count)) return by_place(before_count);
  const std::size_t compared = before_count * after_count;
  if (compared > most_compared || budget < compared * steps_a_pair) return {};
  budget -= compared * steps_a_pair;
  return best_pairs(before, before_count, after, after_count);
}

}  // namespace congbo::difference
