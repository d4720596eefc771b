// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pipeline/page_cache.h"

#include <utility>

namespace congbo::pipeline {

std::shared_ptr<PageCache> make_page_cache() {
  return std::make_shared<PageCache>();
}

std::shared_ptr<const PageCache::Configuration> PageCache::configuration(const std::string& key) const {
  const std::lock_guard lock(mutex_);
  return configuration_ && configuration_->key == key ? configuration_ : nullptr;
}

void PageCache::keep(std::shared_ptr<const Configuration> configuration) {
  const std::lock_guard lock(mutex_);
  configuration_ = std::move(configuration);
  known_.clear();
}

std::shared_ptr<const ParsedPage> PageCache::find(const SnapshotEntry& entry) const {
  const std::lock_guard lock(mutex_);
  const auto known = known_.find(entry.path);
  if (known == known_.end() || known->second.fingerprint != entry.fingerprint) return nullptr;
  return known->second.parsed;
}

void PageCache::replace(const std::vector<pages::PageFile>& files,
                        const std::vector<std::shared_ptr<const ParsedPage>>& parsed) {
  const std::lock_guard lock(mutex_);
  known_.clear();
  for (std::size_t i = 0; i < files.size(); ++i)
    known_[files[i].entry->path] = Known{files[i].entry->fingerprint, parsed[i]};
}

}  // namespace congbo::pipeline
