// SPDX-License-Identifier: GPL-3.0-or-later
// What has changed since an index was made: a small database beside it, and small files for browsers. The two together
// answer as an index of all documents that are there now would, on the server and in browsers; the base stays as it is.
#pragma once
#include <functional>
#include <set>
#include <string>

#include "generator/base/result.h"
#include "search/changes.h"
#include "search/concepts.h"
#include "search/static_index.h"

namespace congbo::search {

// A base with fewer documents is made anew instead: that takes no longer.
constexpr std::size_t least_base = 256;

// Whether so much has changed that a new base is due.
bool is_due(std::size_t base_documents, const Changes& changes);

struct DeltaRequest {
  std::string base;     // folder of the base: index.glass and shards.bin
  std::string folder;   // takes delta.glass
  unsigned jobs = 0;    // 0 = one for each core
  StaticRequest files;  // `name` is that of the base's files
  std::string name;     // of the folder of the delta's files; empty: it has none, because the documents are the same
  std::string release;
  const Vocabulary& vocabulary;
  const Survey& now;  // everything
  const Changes& changes;
  std::set<std::string> replaced;  // files of the base that the delta shown before this one stood for
};

// Writes delta.glass and gives the files of the delta, "current.json" last. `document(i)` is called for those added, by
// their number in `now`. Gives the names of the base's files that the delta's stand for: what is withdrawn is gone from
// every byte only when those are deleted. Fails as write_index_and_files does.
Result<std::set<std::string>> write_delta(const DeltaRequest& request,
                                          const std::function<SearchDocument(std::size_t)>& document,
                                          const StaticSink& sink);

}  // namespace congbo::search
