// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/syllables.h"

#include <functional>

namespace congbo::search {

StringTable::StringTable() : entries_(8192) {}

std::uint32_t StringTable::number_of(std::string_view text) {
  const std::uint32_t hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(text));
  const std::size_t mask = entries_.size() - 1;
  std::size_t at = hash & mask;
  for (; entries_[at].number_plus_one != 0; at = (at + 1) & mask) {
    const Entry& entry = entries_[at];
    if (entry.hash == hash && texts_[entry.number_plus_one - 1] == text) return entry.number_plus_one - 1;
  }
  texts_.emplace_back(text);
  const std::uint32_t number = static_cast<std::uint32_t>(texts_.size() - 1);
  entries_[at] = {hash, number + 1};
  if (texts_.size() * 2 > entries_.size()) grow();
  return number;
}

void StringTable::grow() {
  std::vector<Entry> larger(entries_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (const Entry& entry : entries_) {
    if (entry.number_plus_one == 0) continue;
    std::size_t at = entry.hash & mask;
    while (larger[at].number_plus_one != 0) at = (at + 1) & mask;
    larger[at] = entry;
  }
  entries_ = std::move(larger);
}

}  // namespace congbo::search
