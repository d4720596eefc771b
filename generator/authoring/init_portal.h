// SPDX-License-Identifier: GPL-3.0-or-later
// `congbo init`: the smallest portal that builds without a message.
#pragma once
#include <string>
#include <vector>

#include "generator/base/file_system.h"
#include "generator/base/result.h"

namespace congbo::authoring {

// Writes the files of a new portal below `root` and returns their paths. Fails with "folder-not-empty" when there is a
// content/ already; nothing of what stands there is changed.
Result<std::vector<std::string>> init_portal(FileSystem& files, const std::string& root);

}  // namespace congbo::authoring
