// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string_view>

#include "generator/base/result.h"
#include "generator/provenance/libgit2.h"

namespace congbo::provenance {

// The commit of a branch, a tag, a branch of `origin` (all that a CI checkout has), an id or its beginning, each with
// "~2" or "^2" behind it. No other form of git's is taken. Fails with "git-ref-unknown", whose suggestion is the
// nearest branch or tag.
Result<CommitPtr> find_commit(git_repository* repository, std::string_view ref);

}  // namespace congbo::provenance
