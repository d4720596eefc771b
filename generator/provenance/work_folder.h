// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "generator/base/result.h"
#include "generator/base/snapshot.h"
#include "generator/provenance/repository_place.h"

namespace congbo::provenance {

struct WorkFolderState {
  bool clean = false;
  std::vector<SnapshotEntry> entries;  // of the commit; with the sizes on disk when clean
};

// Compares content/ and layouts/ of the work folder with `head` and with the index. A file whose size, times and inode
// are those the index remembers is not read (git's own rule, with its care for files changed in the index's last
// moment); others are hashed; where that differs, git decides, because it knows line-ending conversion. Ignored files
// do not count.
Result<WorkFolderState> compare_work_folder(const RepositoryPlace& place, git_commit* head);

}  // namespace congbo::provenance
