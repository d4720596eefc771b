// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "generator/base/result.h"
#include "generator/provenance/libgit2.h"

namespace congbo::provenance {

// An open repository and where a source folder lies in it.
struct RepositoryPlace {
  RepositoryPtr handle;
  std::string repository;  // for open_repository
  std::string root;        // the work tree, or the bare repository; no "/" at the end
  std::string git_folder;  // the repository's own folder, shared by its work trees; no "/" at the end
  std::string prefix;      // "" or "portal/"
  bool bare = false;
};

// `folder` must be in a repository: find_repository gave `repository` for it.
Result<RepositoryPlace> open_place(const std::string& repository, const std::string& folder);

// The same for a folder that has to be in a repository with all its history. Fails with "git-not-a-repository" and
// "git-shallow".
Result<RepositoryPlace> open_whole_place(const std::string& folder);

// The commit HEAD names; null before the first commit.
Result<CommitPtr> head_commit(git_repository* repository);

}  // namespace congbo::provenance
