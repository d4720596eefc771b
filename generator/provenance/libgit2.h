// SPDX-License-Identifier: GPL-3.0-or-later
// libgit2 with owners for its handles and names for its failures. Used inside provenance only. No callback of libgit2
// is used anywhere: iterators instead, so that nothing can unwind through C.
#pragma once
#include <git2.h>

#include <memory>
#include <string>

#include "generator/base/freer.h"
#include "generator/base/result.h"

namespace congbo::provenance {

using RepositoryPtr = std::unique_ptr<git_repository, Freer<git_repository_free>>;
using ReferencePtr = std::unique_ptr<git_reference, Freer<git_reference_free>>;
using BranchesPtr = std::unique_ptr<git_branch_iterator, Freer<git_branch_iterator_free>>;
using ObjectPtr = std::unique_ptr<git_object, Freer<git_object_free>>;
using CommitPtr = std::unique_ptr<git_commit, Freer<git_commit_free>>;
using TreePtr = std::unique_ptr<git_tree, Freer<git_tree_free>>;
using TreeEntryPtr = std::unique_ptr<git_tree_entry, Freer<git_tree_entry_free>>;
using OdbPtr = std::unique_ptr<git_odb, Freer<git_odb_free>>;
using BlobPtr = std::unique_ptr<git_blob, Freer<git_blob_free>>;
using IndexPtr = std::unique_ptr<git_index, Freer<git_index_free>>;
using StatusPtr = std::unique_ptr<git_status_list, Freer<git_status_list_free>>;

std::string to_text(const git_oid& id);  // 40 digits

// What the call that just failed says; `what` is the path, name or object it was about. To be called at once: libgit2
// keeps one text a thread. "git-corrupt" when stored objects are missing or damaged, else "git-failed".
Diagnostic git_failure(const std::string& what);

// To be called before any other function of libgit2; find_repository does it where there may be a repository. Once a
// process; threads may arrive together.
void start_library();

// The `.git` folder (or bare repository) around `folder`; empty when there is none.
std::string find_repository(const std::string& folder);

// Opens what find_repository gave. Fails with "git-owner", "git-sha256", "git-unsupported", "git-corrupt",
// "git-failed".
Result<RepositoryPtr> open_repository(const std::string& repository);

}  // namespace congbo::provenance
