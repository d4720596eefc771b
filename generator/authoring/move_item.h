// SPDX-License-Identifier: GPL-3.0-or-later
// `congbo move`: a page under a new path that keeps its identity and its old address.
#pragma once
#include <string>
#include <vector>

#include "generator/base/file_system.h"
#include "generator/base/result.h"
#include "generator/base/snapshot.h"
#include "generator/pages/library.h"

namespace congbo::authoring {

struct MoveReport {
  std::vector<std::string> changed;  // files written, from the root
  std::size_t links = 0;             // addresses rewritten
};

// Moves the page at `from` ("content/tin-tuc/a.md") and its folder of files to `to`: writes `id:` and the old address
// under `aliases:`, and rewrites the relative links of the moved page and of all pages that pointed to it. Fails with
// "page-unknown", "file-exists", "path-outside".
Result<MoveReport> move_item(FileSystem& files, const std::string& root, const Snapshot& snapshot,
                             const pages::Library& library, const std::string& from, const std::string& to);

}  // namespace congbo::authoring
