// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/branch_book.h"

#include "preview/drafts/address.h"

namespace congbo::drafts {

// By its whole name: a tag may bear the same.
std::string BranchBook::tip_of(const std::string& branch) const {
  for (const char* kind : {"refs/heads/", "refs/remotes/origin/"})
    if (const Result<std::string> commit = repository_->find(kind + branch)) return *commit;
  return {};
}

std::optional<Target> BranchBook::commit_of(const std::string& label) const {
  constexpr std::size_t shortest = 7;
  const Result<std::string> commit = label.size() < shortest ? Result<std::string>("") : repository_->find(label);
  // Other names of git's (tags, "head") are no addresses.
  if (!commit || label.size() < shortest || !commit->starts_with(label)) return std::nullopt;
  return Target{{}, *commit, {}};
}

std::optional<Target> BranchBook::main() const {
  const Result<std::string> name = repository_->main_branch();
  if (!name || name->empty()) return std::nullopt;
  const std::string commit = tip_of(*name);
  if (commit.empty()) return std::nullopt;
  return Target{*name, commit, {}};
}

std::string BranchBook::branch_of(const std::string& label) {
  const std::lock_guard lock(mutex_);
  if (const auto known = branches_.find(label); known != branches_.end()) return known->second;
  const auto branches = repository_->branches();
  if (!branches) return {};
  branches_.clear();
  for (const provenance::Branch& branch : *branches) branches_[branch_label(branch.name)] = branch.name;
  const auto known = branches_.find(label);
  return known == branches_.end() ? std::string() : known->second;
}

std::optional<Target> BranchBook::find(const std::string& label) {
  const std::string branch = branch_of(label);
  if (branch.empty()) return commit_of(label);
  Target target{branch, tip_of(branch), {}};
  if (target.commit.empty()) return std::nullopt;
  const std::optional<Target> newest = main();
  if (newest && newest->branch != branch) target.main = newest->commit;
  return target;
}

}  // namespace congbo::drafts
