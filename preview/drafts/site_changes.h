// SPDX-License-Identifier: GPL-3.0-or-later
// What a draft changes in the published site, found by comparing all outputs of both sites: the pages somebody wrote,
// and all others that come out differently because of them (lists, home pages, feeds).
#pragma once
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "preview/drafts/editions.h"

namespace congbo::drafts {

enum class OutputChange { added, changed, removed };

struct ChangedOutput {
  OutputChange change = OutputChange::changed;
  std::string portal, path;  // on the portal's host: "/tin-tuc/2026/11/a.html", "/tin-tuc/"
  std::string title;         // of the page; empty for other files
  std::string reason;        // as OutputPlan says: "page", "listing", "feed", "attachment" …
  bool operator==(const ChangedOutput&) const = default;
};

struct SiteChanges {
  std::vector<ChangedOutput> by_hand;   // whose own file the draft wrote; pages first, each group by path
  std::vector<ChangedOutput> knock_on;  // the same order
};

// A fingerprint for each output of the plan, in its order. Makes every page: about as long as a build writes.
std::vector<std::uint64_t> fingerprints(const pipeline::Site& site);

SiteChanges compare_sites(const pipeline::Site& before, const std::vector<std::uint64_t>& before_prints,
                          const pipeline::Site& after, const std::vector<std::uint64_t>& after_prints,
                          const std::vector<provenance::DraftFile>& files);

// The changes of drafts, each found once. Safe from several threads; one comparison at a time.
class ChangesKeeper {
 public:
  explicit ChangesKeeper(std::shared_ptr<Editions> editions) : editions_(std::move(editions)) {}
  // `draft` was laid over a main branch. Fails as Editions::get does.
  Result<std::shared_ptr<const SiteChanges>> get(const EditionName& draft);

 private:
  struct Known {
    std::string draft;
    Instant now;  // of both editions: they are built again when their next event has come
    std::shared_ptr<const SiteChanges> changes;
  };

  std::shared_ptr<Editions> editions_;
  std::mutex mutex_;
  std::vector<Known> known_;  // the newest last
  std::shared_ptr<const DraftEdition> main_;
  std::vector<std::uint64_t> main_prints_;
};

}  // namespace congbo::drafts
