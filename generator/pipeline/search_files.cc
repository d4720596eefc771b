// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pipeline/search_files.h"

#include <stdlib.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "generator/pipeline/portal_search.h"
#include "generator/pipeline/stages.h"
#include "search/index.h"
#include "search/static_index.h"

namespace congbo::pipeline {

namespace {

constexpr std::size_t most_made = 4;
constexpr std::string_view prefix = "/search/";

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::error_code failure;
    path_ = (std::filesystem::temp_directory_path(failure) / "congbo-search-XXXXXX").string();
    if (::mkdtemp(path_.data()) == nullptr) path_.clear();
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

Result<std::map<std::string, std::string>> make_search_files(const Site& site, const site::Portal& portal) {
  const TemporaryFolder folder;
  if (folder.path().empty()) return error("temporary-file-lost", {});
  std::vector<pages::PageIndex> listed;
  for (const pages::PageIndex index : site.edition.listed)
    if (site.publication.records[index].page->portal == &portal) listed.push_back(index);
  std::sort(listed.begin(), listed.end(), [&](pages::PageIndex a, pages::PageIndex b) {
    return site.publication.records[a].url < site.publication.records[b].url;
  });
  Diagnostics said;  // prepare() has told them
  const search::IndexRequest request{folder.path() + "/index",
                                     0,
                                     site.snapshot->commit(),
                                     search_vocabulary(*site.snapshot, *site.site, portal, said),
                                     0,
                                     search_labels(portal)};
  std::map<std::string, std::string> files;
  std::mutex mutex;
  CONGBO_TRY(
      [[maybe_unused]] const search::IndexReport report,
      search::write_index_and_files(
          request, listed.size(),
          [&](std::size_t i) { return record::search_document(site.publication, site.publication.records[listed[i]]); },
          {"preview", portal.base_url},
          [&](const search::StaticFile& file) -> Result<Done> {
            const std::lock_guard lock(mutex);
            files[file.path] = file.bytes;
            return Done{};
          }));
  return files;
}

std::shared_ptr<const std::string> SearchFiles::find(const std::shared_ptr<const Site>& site, const std::string& portal,
                                                     const std::string& path) {
  const site::Portal* known = site->renderer ? site->site->portal(portal) : nullptr;
  if (!known || !path.starts_with(prefix)) return nullptr;
  const std::lock_guard lock(mutex_);
  auto made = std::find_if(made_.begin(), made_.end(), [&](const std::shared_ptr<const Made>& one) {
    return one->portal == portal && one->site.lock() == site;
  });
  if (made == made_.end()) {
    auto fresh = std::make_shared<Made>();
    fresh->site = site;
    fresh->portal = portal;
    if (auto files = make_search_files(*site, *known)) fresh->files = *std::move(files);
    if (made_.size() >= most_made) made_.erase(made_.begin());
    made = made_.insert(made_.end(), std::move(fresh));
  }
  const auto file = (*made)->files.find(path.substr(prefix.size()));
  if (file == (*made)->files.end()) return nullptr;
  return {*made, &file->second};
}

}  // namespace congbo::pipeline
