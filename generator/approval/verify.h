// SPDX-License-Identifier: GPL-3.0-or-later
// The walk: along the first parents from the introduction to the tip, each commit judged against the last accepted one.
// What is published is the last accepted commit; what waits neither gets out nor stands in the way.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "generator/approval/introduction.h"
#include "generator/approval/judge.h"
#include "generator/base/file_system.h"

namespace congbo::approval {

struct VerifyRequest {
  std::string folder = ".";     // in the repository
  std::string ref;              // empty: the branch
  std::string branch = "main";  // whose approvals count
  std::string introduction;     // as read_introduction takes it
  std::string published;        // commit that must not be lost; empty: none is known
  std::string ledger;           // file; empty: in the repository's own folder
  bool keep_ledger = true;      // false: judge everything, write nothing
  Instant now;
};

struct WaitingCommit {
  std::string commit, author, subject;
  Instant at;
  Diagnostic why;
};

struct Verification {
  std::string introduction, tip, accepted;  // commits; `accepted` is the introduction when nothing else is
  std::vector<Accepted> ledger;             // oldest first
  std::vector<WaitingCommit> waiting;       // after the last accepted commit, oldest first
  LastAccepted last;                        // the same commit with its tree and the newest signature
  std::size_t judged = 0;                   // commits looked at in this run
  bool public_names = false;                // of the policy in force
  // Waiting commits, emergencies not ratified and weak evidence as warnings; what forbids publishing as errors.
  Diagnostics found;
  bool may_publish() const { return !found.has_errors(); }
  bool is_ratified(const std::string& emergency) const;  // whether an accepted commit upholds that one
};

// Fails with "git-…", "approval-introduction-…" for what makes judging impossible. A rollback, or history without the
// introduction, is an error among `found`.
Result<Verification> verify(FileSystem& files, const VerifyRequest& request);

}  // namespace congbo::approval
