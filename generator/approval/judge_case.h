// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of judging one commit. Used by judge.cc and its parts only.
#pragma once
#include <functional>

#include "generator/approval/judge.h"

namespace congbo::approval {

// A person who signed, and by which commit.
struct Principal {
  const Person* person = nullptr;
  Instant at;
  std::vector<Grant> grants;
  bool whole_change = false;  // signed the commit itself; else only what the branch changed
};

// What an attempt to find a signature gave: a principal, or why there is none.
using Finding = std::variant<Principal, Diagnostic>;

class Case {
 public:
  Case(Judge& judge, const std::string& id, const CommitText& commit, const LastAccepted& last, const Policy& policy,
       const std::vector<Accepted>& emergencies)
      : judge_(judge), id_(id), commit_(commit), last_(last), policy_(policy), emergencies_(emergencies) {}

  Result<Judge::Verdict> run();

 private:
  using Reason = std::optional<Diagnostic>;  // none: this step holds nothing against the commit

  // case_signatures.cc
  Result<Finding> signer_of(const std::string& id, MarkerKind wanted) const;
  Result<Finding> signer_by_forge() const;
  Result<Reason> collect_principals();
  Result<Reason> collect_branch(const std::string& head);
  Reason wrong_time(const Principal& principal, const std::string& signed_commit) const;

  // case_content.cc
  Result<Reason> refused_paths();
  Result<Reason> refused_name(const std::string& path);
  Result<Reason> broken_policy();
  Result<Reason> compare_with_branch();  // fills approved_
  Result<Reason> not_mechanical();       // E2 and E3
  Result<Reason> more_than_removal();    // emergency
  Result<bool> is_withdrawal(const std::string& path, const FileChange& change);
  Result<std::set<std::string>> fields_of(const std::string& path);
  Result<Done> collect_authors();

  // case_rights.cc
  Result<Reason> missing_approvals();
  Result<Reason> missing_for(const std::string& path);
  bool may_count(const Principal& principal, const std::string& path) const;
  bool is_sole_author(const Principal& principal, const std::string& path) const;
  Reason missing_ratification() const;
  Accepted accepted() const;

  Result<std::string> blob(const std::string& id) const;
  Diagnostic refuse(std::string_view code, std::vector<std::string> more = {}) const;

  Judge& judge_;
  const std::string& id_;
  const CommitText& commit_;
  const LastAccepted& last_;
  const Policy& policy_;
  const std::vector<Accepted>& emergencies_;

  FileChanges changes_;  // from the last accepted tree to the commit's
  Marker marker_;
  Evidence evidence_ = Evidence::signed_change;
  std::vector<Principal> principals_;
  bool has_base_ = false;
  FileChanges branch_changes_;                            // from the merge base to the branch's head
  std::map<std::string, std::set<std::string>> authors_;  // e-mail addresses by path
  bool authors_known_ = false;
  std::map<std::string, std::map<std::string, std::vector<std::string>>> twins_;  // names by folder and twin key
};

}  // namespace congbo::approval
