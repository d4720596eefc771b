// SPDX-License-Identifier: GPL-3.0-or-later
// Pages parsed once and kept between the builds of one process, by path and fingerprint, as long as `_site/` stays the
// same.
#pragma once
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/base/snapshot.h"
#include "generator/check/page_text.h"
#include "generator/markdown/fragment.h"
#include "generator/pages/load.h"
#include "generator/pages/values/page.h"
#include "generator/pipeline/pipeline.h"
#include "generator/site/values/site.h"

namespace congbo::pipeline {

struct ParsedPage {
  pages::PagePointer page;
  std::shared_ptr<const markdown::Fragment> body;
  check::PageText text;
  Diagnostics found;
};

class PageCache {
 public:
  // Takes the site in use; parsed pages of another one are dropped, since they point into it.
  struct Configuration {
    std::string key;  // paths and fingerprints of all _site/ files
    std::shared_ptr<const site::Site> site;
    Diagnostics found;
  };
  std::shared_ptr<const Configuration> configuration(const std::string& key) const;
  void keep(std::shared_ptr<const Configuration> configuration);

  std::shared_ptr<const ParsedPage> find(const SnapshotEntry& entry) const;
  // Replaces everything known: what is not in `parsed` is forgotten.
  void replace(const std::vector<pages::PageFile>& files, const std::vector<std::shared_ptr<const ParsedPage>>& parsed);

 private:
  struct Known {
    std::string fingerprint;
    std::shared_ptr<const ParsedPage> parsed;
  };
  mutable std::mutex mutex_;
  std::shared_ptr<const Configuration> configuration_;
  std::unordered_map<std::string, Known> known_;
};

}  // namespace congbo::pipeline
