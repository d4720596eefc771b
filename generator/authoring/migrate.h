// SPDX-License-Identifier: GPL-3.0-or-later
// `congbo migrate`: brings a portal's files to the format of this program, one step a version.
#pragma once
#include <string>
#include <vector>

#include "generator/base/file_system.h"
#include "generator/base/result.h"

namespace congbo::authoring {

struct MigrationReport {
  int from = 0, to = 0;
  std::vector<std::string> changed;  // files written, from the root
};

// Fails with "format-newer" when the portal is of a later format than this program knows, "file-…" when site.yaml
// cannot be read. Nothing is written when nothing has to change.
Result<MigrationReport> migrate(FileSystem& files, const std::string& root);

}  // namespace congbo::authoring
