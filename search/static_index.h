// SPDX-License-Identifier: GPL-3.0-or-later
// The index as small files for a browser (search/STATIC_FORMAT.md), printed from what the Xapian database keeps and
// from nothing else. The same documents give the same bytes.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/result.h"
#include "search/index.h"

namespace congbo::search {

struct StaticFile {
  std::string path;  // "current.json", "3f2a…/t12.bin"
  std::string bytes;
};

// Takes each file once, from several threads at a time; a failure ends the export.
using StaticSink = std::function<Result<Done>(const StaticFile&)>;

struct StaticRequest {
  std::string name;      // of the files' folder, from what the index was made of: other documents, another name
  std::string base_url;  // taken from the beginning of addresses: files serve any host of the portal
  std::vector<std::string> offline = {};  // paths of the search pages that browsers keep (browser/offline.js)
};

constexpr int static_format = 4;
constexpr int static_edition = 1;  // raised where files of one format come to hold more: bases are made anew
constexpr std::string_view shards_file = "shards.bin";

// Does what write_index does and gives every file, "current.json" last: it names the folder of the others. Leaves
// `shards.bin`, the shards in one piece, beside the index: what later changes are reckoned from. Fails as write_index,
// with "index-unreadable", or as `sink` does.
Result<IndexReport> write_index_and_files(const IndexRequest& index, std::size_t count,
                                          const std::function<SearchDocument(std::size_t)>& document,
                                          const StaticRequest& request, const StaticSink& sink);

}  // namespace congbo::search
