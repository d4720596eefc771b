// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pipeline/page_cache.h"

#include <algorithm>
#include <iterator>

namespace congbo::pipeline {

std::shared_ptr<PageCache> make_page_cache() {
  return std::make_shared<PageCache>();
}

std::shared_ptr<const PageCache::Configuration> PageCache::configuration(const std::string& key) const {
  const std::lock_guard lock(mutex_);
  for (const std::weak_ptr<const Configuration>& one : configurations_) {
    std::shared_ptr<const Configuration> known = one.lock();
    if (known && known->key == key) return known;
  }
  return nullptr;
}

void PageCache::keep(const std::shared_ptr<const Configuration>& configuration) {
  const std::lock_guard lock(mutex_);
  std::erase_if(configurations_, [](const auto& one) { return one.expired(); });
  configurations_.push_back(configuration);
}

std::vector<std::shared_ptr<const ParsedPage>> PageCache::find(const std::vector<pages::PageFile>& files,
                                                               const site::Site& site) const {
  std::vector<std::shared_ptr<const ParsedPage>> found(files.size());
  const std::lock_guard lock(mutex_);
  for (std::size_t i = 0; i < files.size(); ++i) {
    const auto known = known_.find(files[i].entry->path);
    if (known == known_.end()) continue;
    for (const Known& one : known->second)
      if (!found[i] && one.site == &site && one.fingerprint == files[i].entry->fingerprint)
        found[i] = one.parsed.lock();
  }
  return found;
}

void PageCache::keep(const std::vector<pages::PageFile>& files,
                     const std::vector<std::shared_ptr<const ParsedPage>>& parsed,
                     const std::vector<std::size_t>& fresh) {
  const std::lock_guard lock(mutex_);
  for (const std::size_t i : fresh) {
    std::vector<Known>& versions = known_[files[i].entry->path];
    const bool there = std::any_of(versions.begin(), versions.end(), [&](const Known& one) {
      return !one.parsed.owner_before(parsed[i]) && !parsed[i].owner_before(one.parsed);
    });
    if (there) continue;
    std::erase_if(versions, [](const Known& one) { return one.parsed.expired(); });
    versions.push_back({files[i].entry->fingerprint, parsed[i]->site.get(), parsed[i]});
  }
  if (known_.size() > 2 * files.size()) forget_unused();
}

void PageCache::forget_unused() {
  for (auto path = known_.begin(); path != known_.end();) {
    std::erase_if(path->second, [](const Known& one) { return one.parsed.expired(); });
    path = path->second.empty() ? known_.erase(path) : std::next(path);
  }
}

}  // namespace congbo::pipeline
