// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

namespace congbo::publish {

// Everything below a folder, in no order but that a folder stands before what it holds. What is not a folder is a file
// here (symlinks too: they are never followed). Folders that cannot be read count as empty.
struct FolderListing {
  std::vector<std::string> files, folders;
};

// `path` is below the open folder `base`, "" for itself; the listing's paths are relative to `base`.
FolderListing walk_folder(int base, const std::string& path);

}  // namespace congbo::publish
