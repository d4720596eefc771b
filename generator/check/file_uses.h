// SPDX-License-Identifier: GPL-3.0-or-later
// Where pages refer to files of the repository: covers, fields, links and images of the body.
#pragma once
#include <vector>

#include "generator/check/check.h"
#include "generator/pages/values/page.h"

namespace congbo::check {

// Where a page refers to a file that is there.
struct FileUse {
  const SnapshotEntry* entry = nullptr;
  pages::PageIndex page = pages::no_page;
  pages::Position at;
  site::Kind kind = site::Kind::file;
};

struct FileUses {
  std::vector<FileUse> uses;
  Diagnostics missing;
};

// Appends the uses of one page, in its order.
void add_file_uses(const SiteFacts& facts, pages::PageIndex index, FileUses& into);

// Whether the same is there in a format that everyone can open, under the same name.
bool has_open_twin(const Snapshot& snapshot, const std::string& path);

}  // namespace congbo::check
