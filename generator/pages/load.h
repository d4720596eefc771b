// SPDX-License-Identifier: GPL-3.0-or-later
// From the bytes of one file to a Page: fences, encoding, YAML, schema. Places are exact; nothing is guessed.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/base/snapshot.h"
#include "generator/pages/values/page.h"
#include "generator/site/values/site.h"

namespace congbo::pages {

// A file that holds a page, and where it stands in the tree.
struct PageFile {
  const SnapshotEntry* entry = nullptr;
  const site::Portal* portal = nullptr;
  std::string language;
};

// The content files (*.md outside `_site/`) of all portals, sorted by path. Files that cannot be published (names that
// are not NFC, symlinks, LFS pointers) go to `found`.
std::vector<PageFile> find_pages(const Snapshot& snapshot, const site::Site& site, Diagnostics& found);

// Reads one page. Always gives a Page (with what could be read); a file with errors has them in `found`.
std::shared_ptr<Page> load_page(const PageFile& file, std::string bytes, Diagnostics& found);

// Front matter and body of a file, apart. The fences are lines of exactly "---".
struct SplitFile {
  std::string_view front_matter;  // between the fences
  int front_matter_line = 2;      // of its first line
  std::string_view body;
  int body_line = 1;
  bool has_front_matter = false;
  bool unterminated = false;
};
SplitFile split_front_matter(std::string_view bytes);

}  // namespace congbo::pages
