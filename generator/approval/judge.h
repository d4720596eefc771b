// SPDX-License-Identifier: GPL-3.0-or-later
// One commit of the main branch against the last accepted one: is there evidence that people entitled to approved
// exactly this content (ROL-01)?
//
//   E1  the commit itself is signed by an approver and says so (Congbo-Approve: main): the signature vouches for all
//       that differs from the last accepted commit
//   E2  a merge of two parents whose second is signed by an approver (Congbo-Approve-Branch: …), and whose tree is,
//       file by file, what was accepted with what was approved laid over it; who merged does not matter
//   E3  as E2 without the signature: a key of the forge vouches that an approver pressed the button. Weak; off unless
//       the policy names such a key
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "generator/approval/commit_text.h"
#include "generator/approval/policy.h"
#include "generator/approval/tree_changes.h"
#include "generator/base/instant.h"

namespace congbo::approval {

enum class Evidence { unchanged, signed_change, signed_branch, emergency, forge };
std::string_view name_of(Evidence evidence);  // "unchanged", "E1", "E2", "emergency", "E3"

// Who signed, in the words of the policy of that day.
struct Signer {
  std::string id, name, unit, title_vi, title_en;
  bool operator==(const Signer&) const = default;
};

struct Accepted {
  std::string commit;
  Instant at;  // of the signature
  Evidence evidence = Evidence::unchanged;
  std::vector<Signer> signers;
  std::vector<std::string> paths;  // changed since the accepted commit before
  std::string reason;              // of an emergency
  Instant until;                   // of an emergency: ratified until then
  std::string ratifies;            // an emergency commit that this one upholds
  std::string previous;            // the accepted commit before
  std::string merged;              // the branch's head, when the merge is exactly what the branch changed
  bool operator==(const Accepted&) const = default;
};

// What the judge needs to know besides the commit.
struct Situation {
  std::string branch = "main";  // whose approvals count
  Instant now;
  // When this machine looked at the branch before, if it did: a commit that was not there came later, whatever date it
  // bears.
  std::optional<Instant> looked;
};

struct LastAccepted {
  std::string commit, tree;
  Instant at;  // of the newest signature so far
};

class Lineage;

class Judge {
 public:
  Judge(const provenance::ObjectStore& store, Situation situation);

  // The accepted change, or why it waits. Failures of the repository are the Result's; what is wrong with the commit
  // or what it brings, however odd, is only a reason to wait. `lineage` is what was accepted before.
  using Verdict = std::variant<Accepted, Diagnostic>;
  Result<Verdict> judge(const std::string& commit, const LastAccepted& last, const Lineage& lineage);

  // The commit's values; "approval-commit-malformed" when it is not written as git writes.
  Result<const CommitText*> commit(const std::string& id);
  // Of any commit, however odd; empty for one without parents.
  Result<std::string> first_parent(const std::string& id);
  // The policy in the tree of a commit; null with the mistakes in `found` when it has none that is whole.
  Result<std::shared_ptr<const Policy>> policy_in(const std::string& tree, Diagnostics& found);

 private:
  friend class Case;
  const provenance::ObjectStore& store_;
  Situation situation_;
  TreeReader trees_;
  std::map<std::string, CommitText> commits_;
  std::map<std::string, std::shared_ptr<const Policy>> policies_;  // by blob
};

// The first 12 digits: enough for people.
std::string short_id(const std::string& commit);

}  // namespace congbo::approval
