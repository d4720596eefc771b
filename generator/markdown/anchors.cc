// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/markdown/anchors.h"

#include <algorithm>

namespace congbo::markdown {

std::string Anchors::claim(const std::string& wanted) {
  const auto [entry, fresh] = taken_.try_emplace(wanted, 2);
  if (fresh) return wanted;
  int number = entry->second;
  std::string numbered = wanted + "-" + std::to_string(number++);
  while (!taken_.try_emplace(numbered, 2).second) numbered = wanted + "-" + std::to_string(number++);
  taken_[wanted] = number;
  return numbered;
}

std::vector<std::string> Anchors::sorted() const {
  std::vector<std::string> names;
  names.reserve(taken_.size());
  for (const auto& entry : taken_) names.push_back(entry.first);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace congbo::markdown
