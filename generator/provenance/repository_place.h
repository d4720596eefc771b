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
  std::string prefix;      // "" or "portal/"
  bool bare = false;
};

// `folder` must be in a repository: find_repository gave `repository` for it.
Result<RepositoryPlace> open_place(const std::string& repository, const std::string& folder);

// The commit HEAD names; null before the first commit.
Result<CommitPtr> head_commit(git_repository* repository);

}  // namespace congbo::provenance
