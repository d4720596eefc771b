// SPDX-License-Identifier: GPL-3.0-or-later
// The browser's search for a preview: the files of `/search/` (search/STATIC_FORMAT.md) of an edition that is not
// written anywhere, so that what is searched is what is shown (SEA-03).
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "generator/pipeline/pipeline.h"

namespace congbo::pipeline {

// By path below "/search/". Fails as the index does. Takes as long as indexing the portal.
Result<std::map<std::string, std::string>> make_search_files(const Site& site, const site::Portal& portal);

// Makes them when a browser asks for the first time, and keeps those of the last four. Safe from several threads.
class SearchFiles {
 public:
  // Null where there is no such file; `path` is the whole one: "/search/current.json".
  std::shared_ptr<const std::string> find(const std::shared_ptr<const Site>& site, const std::string& portal,
                                          const std::string& path);

 private:
  struct Made {
    std::weak_ptr<const Site> site;
    std::string portal;
    std::map<std::string, std::string> files;
  };
  std::mutex mutex_;
  std::vector<std::shared_ptr<const Made>> made_;
};

}  // namespace congbo::pipeline
