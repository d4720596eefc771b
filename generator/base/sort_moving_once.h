// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace congbo {

// Sorts what is large to move (records of several strings): each element moves once, not at every comparison. Equal
// elements keep their order.
template <class Element, class Less>
void sort_moving_once(std::vector<Element>& elements, Less less) {
  std::vector<std::uint32_t> order(elements.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t left, std::uint32_t right) { return less(elements[left], elements[right]); });
  std::vector<Element> sorted;
  sorted.reserve(elements.size());
  for (const std::uint32_t index : order) sorted.push_back(std::move(elements[index]));
  elements = std::move(sorted);
}

}  // namespace congbo
