// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/lineage.h"

#include <algorithm>

namespace congbo::approval {
namespace {

constexpr std::size_t most_commits = 1'000'000;
constexpr std::size_t usual_branch = 500;  // a longer one may have begun before the introduction

}  // namespace

// The first known commits on every way back, and all before them.
struct Lineage::Reach {
  std::vector<std::string> fresh;
  std::vector<std::string> known, old;  // old: before the introduction
};

Lineage::Lineage(const provenance::ObjectStore& store, const std::string& introduction)
    : store_(store), introduction_(introduction) {
  known_[introduction] = {0, true, {}};
}

void Lineage::add(const Accepted& accepted) {
  known_[accepted.commit] = {++length_, true, accepted.at};
  if (!accepted.merged.empty()) known_.try_emplace(accepted.merged, Known{length_, false, accepted.at});
  if (accepted.evidence != Evidence::unchanged) approved_.emplace_back(length_, accepted.commit);
  if (accepted.evidence == Evidence::emergency) emergencies_.push_back(accepted);
}

void Lineage::add_waiting(const std::string& id) {
  known_.try_emplace(id, Known{++length_, true, {}});
}

std::optional<Instant> Lineage::approved_at(const std::string& id) const {
  const auto known = known_.find(id);
  return known == known_.end() ? std::nullopt : known->second.at;
}

Result<std::vector<std::string>> Lineage::parents(const std::string& id) const {
  CONGBO_TRY(const std::string bytes, store_.read(id, provenance::ObjectKind::commit));
  return parents_in(bytes);
}

Result<bool> Lineage::is_before_introduction(const std::string& id) const {
  if (!before_) {
    std::unordered_set<std::string> seen;
    std::vector<std::string> waiting = {introduction_};
    while (!waiting.empty() && seen.size() < most_commits) {
      const std::string one = std::move(waiting.back());
      waiting.pop_back();
      CONGBO_TRY(const std::vector<std::string> parents_of_one, parents(one));
      for (const std::string& parent : parents_of_one)
        if (seen.insert(parent).second) waiting.push_back(parent);
    }
    before_ = std::move(seen);
  }
  return before_->contains(id);
}

Result<Lineage::Reach> Lineage::reach(const std::string& from) const {
  Reach found;
  std::unordered_set<std::string> seen = {from};
  std::vector<std::string> waiting = {from};
  bool look_before = before_.has_value();
  while (!waiting.empty()) {
    const std::string id = std::move(waiting.back());
    waiting.pop_back();
    if (known_.contains(id)) {
      found.known.push_back(id);
      continue;
    }
    if (look_before) {
      CONGBO_TRY(const bool before, is_before_introduction(id));
      if (before) {
        found.old.push_back(id);
        continue;
      }
    }
    CONGBO_TRY(const std::vector<std::string> parents_of_one, parents(id));
    found.fresh.push_back(id);
    if (!look_before && (parents_of_one.empty() || found.fresh.size() > usual_branch)) {
      look_before = true;  // once more, with what came before the introduction known
      found = {};
      seen = {from};
      waiting = {from};
      continue;
    }
    if (found.fresh.size() > most_commits) return error("approval-history-too-long", {}, {short_id(from)});
    for (const std::string& parent : parents_of_one)
      if (seen.insert(parent).second) waiting.push_back(parent);
  }
  return found;
}

Result<std::optional<std::string>> Lineage::base_of(const std::string& head) const {
  CONGBO_TRY(const Reach found, reach(head));
  // The commits of the main branch contain each other; a head is contained in the commit that merged it.
  std::optional<std::string> newest;
  std::size_t position = 0;
  for (const std::string& id : found.known) {
    const Known& one = known_.at(id);
    if (!one.on_main || (newest && one.position <= position)) continue;
    newest = id;
    position = one.position;
  }
  std::vector<std::string> others;
  for (const std::string& id : found.known)
    if (!known_.at(id).on_main && (!newest || known_.at(id).position > position)) others.push_back(id);
  if (!newest) others.insert(others.end(), found.old.begin(), found.old.end());
  const bool one_base = newest ? others.empty() : others.size() == 1;
  if (!one_base) return std::optional<std::string>();
  const std::string base = newest ? *newest : others.front();
  const auto at = known_.find(base);  // none: from before the introduction
  CONGBO_TRY(const bool merged, is_merged(head, at == known_.end() ? 0 : at->second.position));
  return std::optional<std::string>(merged ? head : base);
}

// Each approval is looked into once. What came with no approval counts for nothing here: whoever pushes could bring in
// anybody's branch without a change.
Result<bool> Lineage::is_merged(const std::string& id, std::size_t after) const {
  const auto add_below = [this](const std::string& commit) -> Result<Done> {
    CONGBO_TRY(const std::vector<std::string> all, parents(commit));
    for (const std::string& parent : all) {
      CONGBO_TRY(const Reach below, reach(parent));
      inside_.insert(below.fresh.begin(), below.fresh.end());
    }
    return Done{};
  };
  for (auto one = approved_.rbegin(); one != approved_.rend() && one->first > after; ++one) {
    if (!looked_into_.insert(one->first).second) continue;
    CONGBO_TRY([[maybe_unused]] const Done added, add_below(one->second));
    CONGBO_TRY(const std::vector<std::string> all, parents(one->second));
    const auto merged = all.size() > 1 ? known_.find(all[1]) : known_.end();
    if (merged == known_.end() || merged->second.on_main) continue;
    CONGBO_TRY([[maybe_unused]] const Done further, add_below(all[1]));
  }
  return inside_.contains(id);
}

Result<std::vector<std::string>> Lineage::since(const std::string& tip) const {
  CONGBO_TRY(Reach found, reach(tip));
  return std::move(found.fresh);
}

Result<bool> Lineage::is_ancestor(const std::string& ancestor, const std::string& tip) const {
  std::unordered_set<std::string> seen = {tip};
  std::vector<std::string> waiting = {tip};
  while (!waiting.empty() && seen.size() < most_commits) {
    const std::string id = std::move(waiting.back());
    waiting.pop_back();
    if (id == ancestor) return true;
    CONGBO_TRY(const std::vector<std::string> parents_of_one, parents(id));
    for (const std::string& parent : parents_of_one)
      if (seen.insert(parent).second) waiting.push_back(parent);
  }
  return false;
}

}  // namespace congbo::approval
