// SPDX-License-Identifier: GPL-3.0-or-later
// Pages parsed once and shared by the sites of one process that hold the same file under the same `_site/`: the
// editions of a preview and all branches it shows. The cache owns nothing: what no site holds any more is gone.
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
  std::shared_ptr<const site::Site> site;  // that `page` points into
  pages::PagePointer page;
  std::shared_ptr<const markdown::Fragment> body;
  check::PageText text;
  Diagnostics found;
};

// Safe from several threads.
class PageCache {
 public:
  struct Configuration {
    std::string key;  // paths and fingerprints of all _site/ files
    std::shared_ptr<const site::Site> site;
    Diagnostics found;
  };
  std::shared_ptr<const Configuration> configuration(const std::string& key) const;  // null: nobody holds it
  void keep(const std::shared_ptr<const Configuration>& configuration);

  // One for each file; null where nobody holds it.
  std::vector<std::shared_ptr<const ParsedPage>> find(const std::vector<pages::PageFile>& files,
                                                      const site::Site& site) const;
  // Those of `files` with these numbers, just parsed.
  void keep(const std::vector<pages::PageFile>& files, const std::vector<std::shared_ptr<const ParsedPage>>& parsed,
            const std::vector<std::size_t>& fresh);

 private:
  struct Known {
    std::string fingerprint;
    const site::Site* site = nullptr;  // compared only while `parsed` is there, which holds it
    std::weak_ptr<const ParsedPage> parsed;
  };
  void forget_unused();

  mutable std::mutex mutex_;
  std::vector<std::weak_ptr<const Configuration>> configurations_;
  std::unordered_map<std::string, std::vector<Known>> known_;  // by path
};

}  // namespace congbo::pipeline
