// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <vector>

#include "preview/difference/html_tree.h"

namespace congbo::difference {

struct Pair {
  std::size_t before = 0, after = 0;
};

// Which of the older blocks became which of the newer ones, in order: blocks of one kind with words in common, cells of
// rows of equal length, and the one block of a kind on either side. Takes its steps from `budget`.
std::vector<Pair> belonging_together(const Node* before, std::size_t before_count, const Node* after,
                                     std::size_t after_count, std::size_t& budget);

}  // namespace congbo::difference
