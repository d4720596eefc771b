// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/judge.h"

#include "generator/approval/judge_case.h"
#include "generator/approval/lineage.h"

namespace congbo::approval {
namespace {

constexpr std::size_t most_commits_kept = 20'000;
constexpr std::size_t most_parents = 2;
constexpr std::size_t short_digits = 12;

// What somebody can bring about by a push, as opposed to a damaged repository.
bool is_fault_of_content(const Diagnostic& failure) {
  return failure.code == "approval-commit-malformed" || failure.code == "approval-tree-refused" ||
         failure.code == "git-object-kind" || failure.code == "approval-history-too-long";
}

}  // namespace

std::string short_id(const std::string& commit) {
  return commit.substr(0, short_digits);
}

std::string_view name_of(Evidence evidence) {
  switch (evidence) {
    case Evidence::unchanged:
      return "unchanged";
    case Evidence::signed_change:
      return "E1";
    case Evidence::signed_branch:
      return "E2";
    case Evidence::emergency:
      return "emergency";
    case Evidence::forge:
      return "E3";
  }
  return "";
}

Judge::Judge(const provenance::ObjectStore& store, Situation situation)
    : store_(store), situation_(std::move(situation)), trees_(store) {}

Result<const CommitText*> Judge::commit(const std::string& id) {
  const auto known = commits_.find(id);
  if (known != commits_.end()) return &known->second;
  CONGBO_TRY(const std::string bytes, store_.read(id, provenance::ObjectKind::commit));
  std::optional<CommitText> read = read_commit(bytes);
  if (!read) return warning("approval-commit-malformed", {}, {short_id(id)});
  if (commits_.size() > most_commits_kept) commits_.clear();
  return &commits_.emplace(id, *std::move(read)).first->second;
}

Result<std::string> Judge::first_parent(const std::string& id) {
  CONGBO_TRY(const std::string bytes, store_.read(id, provenance::ObjectKind::commit));
  const std::vector<std::string> parents = parents_in(bytes);
  return parents.empty() ? std::string() : parents.front();
}

Result<std::shared_ptr<const Policy>> Judge::policy_in(const std::string& tree, Diagnostics& found) {
  const std::string path = store_.prefix() + std::string(policy_path);
  CONGBO_TRY(const FileVersion file, trees_.file(tree, path));
  if (!file.exists()) {
    found.add(error("approval-policy-missing", {}, {std::string(policy_path)}));
    return std::shared_ptr<const Policy>();
  }
  const auto known = policies_.find(file.id);
  if (known != policies_.end()) return known->second;
  CONGBO_TRY(const std::string yaml, store_.read(file.id, provenance::ObjectKind::blob));
  Diagnostics mistakes;
  auto policy = std::make_shared<const Policy>(read_policy(yaml, std::string(policy_path), mistakes));
  const bool whole = !mistakes.has_errors();
  found.append(std::move(mistakes));
  if (!whole) return std::shared_ptr<const Policy>();
  policies_[file.id] = policy;
  return std::shared_ptr<const Policy>(policy);
}

Result<Judge::Verdict> Judge::judge(const std::string& id, const LastAccepted& last, const Lineage& lineage) {
  Result<const CommitText*> read = commit(id);
  if (!read && is_fault_of_content(read.error())) return Verdict(read.error());
  if (!read) return read.error();
  const CommitText copy = **read;  // the store of commits may be emptied meanwhile
  if (copy.parents.size() > most_parents) return Verdict(warning("approval-octopus", {}, {short_id(id)}));
  Diagnostics mistakes;
  CONGBO_TRY(const std::shared_ptr<const Policy> policy, policy_in(last.tree, mistakes));
  if (!policy) return Verdict(warning("approval-policy-broken", {}, {short_id(last.commit), std::string(policy_path)}));
  Result<Verdict> verdict = Case(*this, id, copy, last, *policy, lineage).run();
  if (verdict || !is_fault_of_content(verdict.error())) return verdict;
  const Diagnostic& fault = verdict.error();
  if (fault.code == "approval-commit-malformed") return Verdict(fault);
  return Verdict(warning("approval-tree-refused", {}, {short_id(id), fault.arguments.back()}));
}

Diagnostic Case::refuse(std::string_view code, std::vector<std::string> more) const {
  more.insert(more.begin(), short_id(id_));
  return warning(code, {}, std::move(more));
}

Result<std::string> Case::blob(const std::string& id) const {
  return judge_.store_.read(id, provenance::ObjectKind::blob);
}

// In this order, so that the first reason is the one that helps the most.
Result<Judge::Verdict> Case::run() {
  CONGBO_TRY(changes_, judge_.trees_.changes(last_.tree, commit_.tree, judge_.store_.prefix()));
  marker_ = read_marker(commit_.message);
  if (changes_.empty() && marker_.ratifies.empty()) {
    evidence_ = Evidence::unchanged;
    return Judge::Verdict(accepted());
  }
  for (const auto step : {&Case::refused_paths, &Case::broken_policy, &Case::collect_principals,
                          &Case::more_than_removal, &Case::missing_approvals, &Case::missing_ratification}) {
    CONGBO_TRY(const Reason reason, (this->*step)());
    if (reason) return Judge::Verdict(*reason);
  }
  Accepted made = accepted();
  CONGBO_TRY(const bool as_approved, is_mechanical());
  if (as_approved) made.merged = commit_.parents[1];
  return Judge::Verdict(std::move(made));
}

}  // namespace congbo::approval
