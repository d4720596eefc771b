// SPDX-License-Identifier: GPL-3.0-or-later
// Making the evidence that verify() accepts: commits written as stored objects and signed here. The work folder moves
// only when the main branch is checked out there.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "generator/approval/sign.h"
#include "generator/base/instant.h"

namespace congbo::approval {

enum class ApprovalKind {
  merge,      // E1: the draft merged into the main branch, file by file, and signed
  on_branch,  // E2: an empty signed commit on the draft; anybody, or the forge, merges it later
  emergency,  // a removal, in force at once
  ratify,     // upholds an emergency
};

struct ApproveRequest {
  std::string folder = ".";
  std::string branch = "main";
  std::string draft;  // the branch to approve; for ratify nothing
  ApprovalKind kind = ApprovalKind::merge;
  std::string reason;    // of an emergency
  std::string ratifies;  // an emergency commit
  std::string key;       // blob of the key to sign with; empty: the first in the ring that the policy lists
  Instant now;
};

struct Approval {
  std::string commit, person, branch;  // `branch` is the one that moved
  std::vector<std::string> paths;      // that the approval changes on the main branch, or vouches for on the draft
};

// Fails with "approval-conflict" (both sides changed a file), "approval-nothing", "approval-key-unknown",
// "approval-policy-missing", "approval-branch-…", "git-…".
Result<Approval> approve(const ApproveRequest& request, const KeyRing& ring);

}  // namespace congbo::approval
