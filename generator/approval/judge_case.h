// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of judging one commit. Used by judge.cc and its parts only.
#pragma once
#include <functional>

#include "generator/approval/lineage.h"

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
       const Lineage& lineage)
      : judge_(judge), id_(id), commit_(commit), last_(last), policy_(policy), lineage_(lineage) {}

  Result<Judge::Verdict> run();

 private:
  using Reason = std::optional<Diagnostic>;  // none: this step holds nothing against the commit

  // case_signatures.cc
  Result<Finding> signer_of(const std::string& id, MarkerKind wanted) const;
  Result<Finding> signer_by_forge() const;
  Result<Reason> collect_principals();
  Result<Reason> collect_branch(const std::string& head);
  Result<Reason> without_signer_of_merge();
  Reason wrong_time(const Principal& principal, const std::string& signed_commit) const;
  Instant seen() const;
  Instant earliest(const CommitText& signed_commit, MarkerKind wanted) const;
  bool is_revoked(const std::string& id, const CommitText& commit) const;
  std::vector<Grant> lasting_grants(const Person& person, Date day) const;

  // case_content.cc
  Result<Reason> refused_paths();
  Result<Reason> refused_name(const std::string& path);
  Result<Reason> broken_policy();
  Result<Done> compare_with_branch();  // fills base_ and branch_changes_
  Result<Reason> not_mechanical();     // E2 and E3
  Result<bool> is_mechanical();
  Result<Reason> more_than_removal();  // emergency
  Result<bool> is_withdrawal(const std::string& path, const FileChange& change);
  // Of the item that a file in the tree belongs to; that of no item is empty, and nobody's.
  Result<std::string> field_at(const std::string& tree, const std::string& path);
  Result<std::set<std::string>> fields_of(const std::string& path);  // of a changed file, before and after
  Result<Done> collect_authors();
  Result<Done> add_authors(const std::string& commit);

  // case_rights.cc
  Result<Reason> missing_approvals();
  Result<Reason> missing_for(const std::string& path);
  // What a path needs, and of which fields it is.
  struct Need {
    Rule rule;
    std::set<std::string> fields;
    bool own_excluded = false;
  };
  Result<Need> need_of(const std::string& path);
  std::set<Role> able(const Principal& principal, const std::string& path, const Need& need) const;
  Diagnostic unable(const Principal& principal, const std::string& path, const Need& need) const;
  Result<bool> may_everywhere(const Principal& principal);
  bool may_count(const Principal& principal, const std::string& path) const;
  bool is_sole_author(const Principal& principal, const std::string& path) const;
  Result<Reason> missing_ratification();
  Accepted accepted() const;

  Result<std::string> blob(const std::string& id) const;
  Diagnostic refuse(std::string_view code, std::vector<std::string> more = {}) const;

  Judge& judge_;
  const std::string& id_;
  const CommitText& commit_;
  const LastAccepted& last_;
  const Policy& policy_;
  const Lineage& lineage_;

  FileChanges changes_;  // from the last accepted tree to the commit's
  Marker marker_;
  Evidence evidence_ = Evidence::signed_change;
  std::vector<Principal> principals_;
  std::set<std::string> counted_;    // persons without whom a path would have lacked a signature
  std::optional<std::string> base_;  // where the branch left what was accepted
  FileChanges branch_changes_;       // from the merge base to the branch's head
  // By path, for each commit that changed it, the addresses of author and committer.
  std::map<std::string, std::vector<std::pair<std::string, std::string>>> authors_;
  bool authors_known_ = false;
  std::map<std::string, std::map<std::string, std::vector<std::string>>> twins_;  // names by folder and twin key
};

}  // namespace congbo::approval
