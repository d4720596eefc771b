// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "generator/base/result.h"
#include "generator/base/snapshot.h"
#include "generator/provenance/libgit2.h"

namespace congbo::provenance {

// The folders of a portal's repository that a build reads.
inline constexpr const char* source_folders[] = {"content", "layouts"};

// The files of those folders in the commit's tree, paths from `prefix` on, sorted bytewise; the fingerprint is the
// blob's id. Folders whose name starts with "." and submodules are left out. Fails with "git-corrupt" (a damaged tree,
// names no work tree can have) and "git-tree-too-large" (more than 2,000,000 files or 200 levels: trees can share parts
// without end).
Result<std::vector<SnapshotEntry>> list_source(git_commit* commit, const std::string& prefix);

// Whether a build looks at `path`, which is relative to the source folder.
bool is_source_path(std::string_view path);

}  // namespace congbo::provenance
