// SPDX-License-Identifier: GPL-3.0-or-later
// A git tree as a Snapshot, without checkout. With base, the only reader of repositories; the owner of libgit2.
#pragma once
#include <memory>
#include <string>
#include <string_view>

#include "generator/base/result.h"
#include "generator/base/snapshot.h"

namespace congbo::provenance {

struct RepositoryFacts {
  bool exists = false;          // the folder is in a git work tree or is a bare repository
  bool shallow = false;
  std::string root;             // the work tree's folder, or the bare repository
  std::string head_commit;      // 40 digits; empty before the first commit
  bool clean = false;           // no tracked or untracked change below the source folder's content/ and layouts/
  std::string prefix;           // path of the source folder within the repository, "" or "portal/"
};

// Facts about the repository around `folder`. Not being in one is no failure. Fails with named diagnostics, each with the
// mending command: "git-owner" (owned by another user), "git-sha256", "git-corrupt".
Result<RepositoryFacts> inspect_repository(const std::string& folder);

// The tree of `ref` (branch, tag, commit) under the source folder `folder`. Fails with "git-ref-unknown",
// "git-not-a-repository", "git-shallow" and those above. Reading is thread-safe.
Result<std::unique_ptr<Snapshot>> git_snapshot(const std::string& folder, std::string_view ref);

// The work folder of `folder` when it equals HEAD as far as content/ and layouts/ go, with commit() set.
Result<std::unique_ptr<Snapshot>> work_folder_snapshot(const FileSystem& files, const std::string& folder);

}  // namespace congbo::provenance
