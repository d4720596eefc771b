// SPDX-License-Identifier: GPL-3.0-or-later
// Writing the Xapian database. Documents are counted to terms by the callers' threads and written by one database a
// job, then compacted to one read-only file.
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "generator/base/result.h"
#include "search/concepts.h"
#include "search/document.h"
#include "search/labels.h"

namespace congbo::search {

struct IndexRequest {
  std::string folder;   // an empty or missing folder; `index.glass` is made in it
  unsigned jobs = 0;    // 0 = one for each core
  std::string release;  // commit or content hash the index belongs to; kept as metadata "release"
  Vocabulary vocabulary = {};
  std::uint32_t first_ordinal = 0;  // of document 0, for an index that is one of several over one collection
  LabelTexts labels = {};           // in the languages that documents do not have; theirs are added
};

struct IndexReport {
  std::size_t documents = 0;
  std::size_t bytes = 0;
};

// Takes what the index keeps of document `i` for its line in the results (card.h), from several threads. What it throws
// ends the writing and reaches the caller.
using CardSink = std::function<void(std::size_t i, std::string_view card)>;

// Indexes documents [0, count); `document(i)` is called once for every i, from several threads. The same documents in
// the same order give a database that answers every query alike, whatever the number of jobs. Between equal scores the
// order of the documents decides.
Result<IndexReport> write_index(const IndexRequest& request, std::size_t count,
                                const std::function<SearchDocument(std::size_t)>& document, const CardSink& card = {});

}  // namespace congbo::search
