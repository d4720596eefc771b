// SPDX-License-Identifier: GPL-3.0-or-later
// Real law articles and judged queries for measuring the ranking. They live beside the project, not in it.
#pragma once
#include <string>
#include <vector>

#include "search/document.h"

namespace congbo::search {

struct JudgedQuery {
  std::string text;
  std::vector<std::string> relevant;  // ids
};

// Folder of the collection, or empty. An absent collection fails the test in continuous integration (CI=true).
std::string collection_folder();
// The first `count` articles (0: all 10,000).
std::vector<SearchDocument> read_articles(const std::string& folder, std::size_t count = 0);
// The queries of one file ("titles.tsv") that have a relevant article among `documents`.
std::vector<JudgedQuery> read_queries(const std::string& folder, const std::string& file,
                                      const std::vector<SearchDocument>& documents);

}  // namespace congbo::search
