// SPDX-License-Identifier: GPL-3.0-or-later
// Getting new commits from the newsroom's server, by a key that may only read.
#pragma once
#include <string>

#include "generator/base/result.h"

namespace congbo::provenance {

enum class FetchWhat {
  branch,  // the one branch: refs/remotes/origin/<branch>
  drafts,  // besides all branches and merge requests, kept under refs/archive/ even when the server drops them (ARC-02)
};

struct FetchRequest {
  std::string repository;  // folder; made as a bare repository when there is none
  std::string from;        // address or path
  std::string branch = "main";
  std::string key;  // private SSH key without a passphrase; empty: none is offered
  FetchWhat what = FetchWhat::branch;
};

// Fails with "git-fetch-failed" (address, reason) and as git_snapshot does. Nothing is ever sent.
Result<Done> fetch(const FetchRequest& request);

}  // namespace congbo::provenance
