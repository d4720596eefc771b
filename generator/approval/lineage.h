// SPDX-License-Identifier: GPL-3.0-or-later
// What was accepted so far, and where a branch left it.
//
// Not the merge base of git: that follows every parent, so whoever merges a part of a branch without any approval would
// move it, and the approval of the branch's head would be taken for the rest alone. Here a branch leaves the main one
// at an accepted commit, or at a head that was merged as it was approved. A head that came along with an approved
// change has nothing left to bring: its approval was used up, or replaced by that of what stands above it.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "generator/approval/judge.h"

namespace congbo::approval {

class Lineage {
 public:
  Lineage(const provenance::ObjectStore& store, const std::string& introduction);

  void add(const Accepted& accepted);       // oldest first
  void add_waiting(const std::string& id);  // on the main branch after those; only for what a draft itself changed

  // The commit that the branch with this head left; nothing when it left several that do not contain each other.
  Result<std::optional<std::string>> base_of(const std::string& head) const;
  // `tip` and the commits before it that were not accepted.
  Result<std::vector<std::string>> since(const std::string& tip) const;
  Result<bool> is_ancestor(const std::string& ancestor, const std::string& tip) const;
  // The accepted commits that took something down at once.
  const std::vector<Accepted>& emergencies() const { return emergencies_; }
  // When an accepted commit, or the head that it merged, was approved; nothing for any other.
  std::optional<Instant> approved_at(const std::string& id) const;

 private:
  struct Known {
    std::size_t position = 0;  // on the main branch
    bool on_main = true;       // else the head that was merged there
    std::optional<Instant> at;
  };
  struct Reach;
  Result<Reach> reach(const std::string& from) const;
  Result<std::vector<std::string>> parents(const std::string& id) const;
  Result<bool> is_before_introduction(const std::string& id) const;
  // Whether the commit came along with what was approved after that place on the main branch.
  Result<bool> is_merged(const std::string& id, std::size_t after) const;

  const provenance::ObjectStore& store_;
  std::string introduction_;
  std::unordered_map<std::string, Known> known_;
  std::size_t length_ = 0;
  std::vector<Accepted> emergencies_;
  std::vector<std::pair<std::size_t, std::string>> approved_;  // place and commit; oldest first
  mutable std::unordered_set<std::string> inside_;             // what those looked into brought along
  mutable std::unordered_set<std::size_t> looked_into_;
  mutable std::optional<std::unordered_set<std::string>> before_;  // the introduction; read when first needed
};

}  // namespace congbo::approval
