// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <mutex>
#include <utility>

#include "generator/base/parallel_for.h"
#include "generator/pipeline/portal_search.h"
#include "generator/site/shipped.h"

namespace congbo::pipeline {

Result<Done> parallel_try(std::size_t count, unsigned jobs, const std::function<Result<Done>(std::size_t)>& body) {
  std::mutex mutex;
  std::size_t first_failure = count;
  Diagnostic failure;
  std::atomic<bool> failed{false};
  parallel_for(count, jobs, [&](std::size_t i) {
    if (failed) return;
    Result<Done> done = body(i);
    if (done) return;
    failed = true;
    const std::lock_guard lock(mutex);
    if (i < first_failure) {
      first_failure = i;
      failure = std::move(done).error();
    }
  });
  if (failed) return failure;
  return Done{};
}

search::Vocabulary search_vocabulary(const Snapshot& snapshot, const site::Site& site, const site::Portal& portal,
                                     Diagnostics& found) {
  search::Vocabulary vocabulary;
  const std::string shipped = "generator/site/shipped/search.yaml";
  if (const auto bytes = site::shipped_file(shipped)) search::read_vocabulary(*bytes, shipped, vocabulary, found);
  std::vector<std::string> roots{portal.root};
  for (const site::Portal& other : site.portals)
    if (other.id == portal.parent) roots.insert(roots.begin(), other.root);
  for (const std::string& root : roots) {
    const std::string path = root + "_site/search.yaml";
    const SnapshotEntry* entry = snapshot.find(path);
    if (!entry) continue;
    if (const Result<std::string> bytes = snapshot.read(*entry))
      search::read_vocabulary(*bytes, path, vocabulary, found);
  }
  return vocabulary;
}

Result<std::size_t> write_search(const Site& site, const std::string& out, publish::Release& release, unsigned jobs) {
  for (const site::Portal& portal : site.site->portals) {
    std::vector<pages::PageIndex> listed;
    for (const pages::PageIndex index : site.edition.listed)
      if (site.publication.records[index].page->portal == &portal) listed.push_back(index);
    CONGBO_TRY([[maybe_unused]] const Done written,
               PortalSearch(site, portal, std::move(listed), release, jobs).write(out));
  }
  return site.edition.listed.size();
}

}  // namespace congbo::pipeline
