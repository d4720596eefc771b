// SPDX-License-Identifier: GPL-3.0-or-later
// The index as small files for a browser, printed from the Xapian database and from nothing else
// (search/STATIC_FORMAT.md). The same database gives the same bytes.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/result.h"

namespace congbo::search {

struct StaticFile {
  std::string path;  // "current.json", "3f2a…/t12.bin"
  std::string bytes;
};

// Takes each file once, from several threads at a time; a failure ends the export.
using StaticSink = std::function<Result<Done>(const StaticFile&)>;

struct StaticRequest {
  std::string folder;    // what write_index was given
  std::string name;      // of the files' folder, from what the index was made of: other documents, another name
  std::string base_url;  // taken from the beginning of addresses: files serve any host of the portal
  unsigned jobs = 0;     // 0 = one for each core
  std::vector<std::string> offline = {};  // paths of the search pages that browsers keep (browser/offline.js)
};

constexpr int static_format = 4;
constexpr int static_edition = 1;  // raised where files of one format come to hold more: bases are made anew
constexpr std::string_view shards_file = "shards.bin";

// Gives every file, "current.json" last: it names the folder of the others. Leaves `shards.bin`, the shards in one
// piece, beside the index: what later changes are reckoned from. Fails with "index-unreadable", or as `sink` does.
Result<Done> export_static(const StaticRequest& request, const StaticSink& sink);

}  // namespace congbo::search
