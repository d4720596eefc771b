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
  bool exists = false;  // the folder is in a git work tree or is a bare repository
  bool shallow = false;
  std::string root;         // the work tree's folder, or the bare repository
  std::string head_commit;  // 40 digits; empty before the first commit
  bool clean = false;       // no tracked or untracked change below the source folder's content/ and layouts/
  std::string prefix;       // path of the source folder within the repository, "" or "portal/"
};

// Facts about the repository around `folder`. Not being in one is no failure. Fails with named diagnostics, each with
// the mending command: "git-owner" (owned by another user), "git-sha256", "git-unsupported" (a partial clone and the
// like), "git-corrupt", "git-failed" (anything else, with libgit2's words).
Result<RepositoryFacts> inspect_repository(const std::string& folder);

// Where the folder stands in its repository: "portal/"; empty for the root of one, and outside any.
std::string path_in_repository(const std::string& folder);

// The tree of `ref` (branch, tag, commit) under the source folder `folder`. Fails with "git-ref-unknown",
// "git-not-a-repository", "git-shallow", "git-no-content" (no file below content/ and layouts/), "git-tree-too-large"
// and those above. Sizes of entries are 0, fingerprints blob ids. Reading is thread-safe.
Result<std::unique_ptr<Snapshot>> git_snapshot(const std::string& folder, std::string_view ref);

// The work folder `folder`. When it equals HEAD as far as content/ and layouts/ go, commit() is set, fingerprints are
// blob ids, files that git ignores are left out, and bytes always are the commit's. With changes, before the first
// commit and outside a repository it is folder_snapshot(). `files` must outlive the snapshot. A shallow clone is fine
// here.
Result<std::unique_ptr<Snapshot>> work_folder_snapshot(const FileSystem& files, const std::string& folder);

}  // namespace congbo::provenance
