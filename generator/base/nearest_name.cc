// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/nearest_name.h"

#include <algorithm>

#include "generator/base/unicode.h"

namespace congbo {
namespace {

// Edit distance with transpositions of neighbours (optimal string alignment), on bytes of folded text.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::swap(before_last, last);
    std::swap(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, substituted});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::string nearest_name(std::string_view wanted, const std::vector<std::string>& known) {
  constexpr std::size_t longest_name = 200;  // longer than any key, code or id: nobody meant one of those
  const std::string folded = fold(wanted);
  if (folded.empty() || folded.size() > longest_name) return {};
  std::size_t limit = std::min<std::size_t>(3, folded.size() / 3);
  const std::string* nearest = nullptr;
  for (const std::string& name : known) {
    const std::string candidate = fold(name);
    const std::size_t difference =
        candidate.size() > folded.size() ? candidate.size() - folded.size() : folded.size() - candidate.size();
    if (difference > limit) continue;
    const std::size_t edits = distance(folded, candidate);
    if (edits > limit || (nearest != nullptr && edits == limit)) continue;
    nearest = &name;
    limit = edits;
  }
  return nearest == nullptr ? std::string() : *nearest;
}

}  // namespace congbo
