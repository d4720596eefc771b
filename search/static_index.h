// SPDX-License-Identifier: GPL-3.0-or-later
// The index as small files for a browser, printed from the Xapian database and from nothing else
// (search/STATIC_FORMAT.md). The same database gives the same bytes.
#pragma once
#include <string>
#include <vector>

#include "generator/base/result.h"

namespace congbo::search {

struct StaticFile {
  std::string path;  // "current.json", "3f2a…/t12.bin"
  std::string bytes;
};

struct StaticRequest {
  std::string folder;    // what write_index was given
  std::string base_url;  // taken from the beginning of addresses: files serve any host of the portal
  bool twins = false;    // whether pages have a JSON file beside them, for snippets
};

constexpr int static_format = 1;
constexpr std::size_t cards_in_file = 16;
constexpr std::size_t shard_bytes = 8192;

// Fails with "index-unreadable". "current.json" comes last: it names the folder of the others.
Result<std::vector<StaticFile>> export_static(const StaticRequest& request);

}  // namespace congbo::search
