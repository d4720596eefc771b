// SPDX-License-Identifier: GPL-3.0-or-later
// Getting new commits from the newsroom's server, by a key that may only read.
#pragma once
#include <string>

#include "generator/base/result.h"

namespace congbo::provenance {

struct FetchRequest {
  std::string repository;  // folder; made as a bare repository when there is none
  std::string from;        // address or path
  std::string branch = "main";
  std::string key;  // private SSH key without a passphrase; empty: none is offered
};

// The one branch, as refs/remotes/origin/<branch>. Fails with "git-fetch-failed" (address, reason), "git-branch-gone"
// (the server has no such branch) and as git_snapshot does. Nothing is ever sent.
Result<Done> fetch(const FetchRequest& request);

// All branches and merge requests besides, each version seen under a name of its own, so that nothing the server drops,
// renames or overwrites is lost (ARC-02): refs/archive/heads/<branch>/<commit>. Fails as fetch does; what could be
// fetched is kept.
Result<Done> archive_drafts(const FetchRequest& request);

}  // namespace congbo::provenance
