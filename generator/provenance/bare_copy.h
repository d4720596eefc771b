// SPDX-License-Identifier: GPL-3.0-or-later
// The history behind a release as a bare repository of few files, for an archive (ARC-01).
#pragma once
#include <string>
#include <vector>

#include "generator/base/result.h"

namespace congbo::provenance {

struct BareCopy {
  std::string commit;              // empty: there is no repository or no commit, and nothing was written
  std::vector<std::string> files;  // below the folder, sorted
};

// Writes into the existing folder `to` what `git --git-dir` reads: the commit (HEAD for an empty one) with its whole
// history as branch "release", every tag and refs/congbo/*, and one pack of all their objects. Other branches hold
// drafts and stay behind. Equal bytes for equal commit, tags and log. Fails with "git-shallow", "git-ref-unknown",
// "file-…" and as git_snapshot does.
Result<BareCopy> write_bare_copy(const std::string& source, const std::string& commit, const std::string& to);

}  // namespace congbo::provenance
