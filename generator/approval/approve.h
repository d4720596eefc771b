// SPDX-License-Identifier: GPL-3.0-or-later
// Making the evidence that verify() accepts: commits written as stored objects and signed here. The work folder moves
// only when the main branch is checked out there.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/approval/sign.h"
#include "generator/approval/verify.h"
#include "generator/base/instant.h"

namespace congbo::approval {

enum class ApprovalKind {
  merge,      // E1: the draft merged into the main branch, file by file, and signed
  on_branch,  // E2: an empty signed commit on the draft; anybody, or the forge, merges it later
  emergency,  // a removal, in force at once
  ratify,     // upholds an emergency
};

// What to do with commits of the main branch that nobody has approved. An emergency undoes them: it cannot wait, and
// may only take down.
enum class WaitingUse {
  refuse,   // name them and stop
  include,  // approve them as well
  undo,     // leave out of the main branch what they changed
};

struct ApproveRequest {
  std::string folder = ".";
  std::string introduction;  // as read_introduction takes it
  std::string branch = "main";
  std::string draft;  // the branch to approve; for ratify nothing
  ApprovalKind kind = ApprovalKind::merge;
  std::string reason;    // of an emergency
  std::string ratifies;  // an emergency commit, or the beginning of its id
  WaitingUse waiting = WaitingUse::refuse;
  std::string key;  // blob of the key to sign with; empty: the first in the ring that the policy lists
  // Looks at what a merge or a signature on the branch would publish, as a commit, before any branch moves; its failure
  // is approve()'s. Removals in an emergency and their ratification are not held up by it. May be empty.
  std::function<Result<Done>(const std::string& commit)> examine = {};
  Instant now;
};

struct Approval {
  std::string commit, person, branch;  // `branch` is the one that moved
  std::string head;                    // of the draft that was approved
  std::vector<std::string> paths;      // all that the signature vouches for
  std::vector<WaitingCommit> undone;   // left out of the main branch
};

// Judges what it has made as verify() will before any branch moves. Fails with the reason why it would wait, with
// "approval-waiting-below" (unapproved commits stand on the main branch), "approval-behind-origin",
// "approval-draft-behind", "approval-draft-conflict" (both sides changed a file), "approval-nothing",
// "approval-no-key", "approval-branch-…", "approval-introduction-…", "git-…" and as `examine` does.
Result<Approval> approve(const ApproveRequest& request, const KeyRing& ring);

}  // namespace congbo::approval
