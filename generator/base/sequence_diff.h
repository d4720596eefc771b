// SPDX-License-Identifier: GPL-3.0-or-later
// The shortest way from one sequence of texts to another (Myers, 1986), bounded: beyond `most_changes` insertions and
// deletions what lies between the common beginning and the common end counts as replaced.
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace congbo {

enum class Change { kept, removed, added };

// A run of elements: of the old sequence for kept and removed, of the new one for added. `begin` and `end` are indices.
struct ChangeRun {
  Change change = Change::kept;
  std::size_t begin = 0, end = 0;
  bool operator==(const ChangeRun&) const = default;
};

// Runs in order; of two neighbours removed comes before added. Time (old + new) · most_changes at worst, memory
// most_changes².
std::vector<ChangeRun> sequence_diff(const std::vector<std::string_view>& old_ones,
                                     const std::vector<std::string_view>& new_ones, std::size_t most_changes);

}  // namespace congbo
