// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/restored.h"

#include <algorithm>
#include <map>

#include "generator/provenance/git_snapshot.h"

namespace congbo::approval {
namespace {

class RestoredSnapshot final : public Snapshot {
 public:
  explicit RestoredSnapshot(std::shared_ptr<const Snapshot> base)
      : base_(std::move(base)), entries_(base_->entries()) {}

  const std::vector<SnapshotEntry>& entries() const override { return entries_; }
  std::string commit() const override { return base_->commit(); }
  Result<std::string> read(const SnapshotEntry& entry) const override {
    const auto from = origins_.find(entry.path);
    return from == origins_.end() ? base_->read(entry) : from->second->read(entry);
  }

  void put_back(const SnapshotEntry& entry, const std::shared_ptr<const Snapshot>& from) {
    const auto at = std::lower_bound(entries_.begin(), entries_.end(), entry.path,
                                     [](const SnapshotEntry& one, const std::string& path) { return one.path < path; });
    if (at != entries_.end() && at->path == entry.path)
      *at = entry;
    else
      entries_.insert(at, entry);
    origins_[entry.path] = from;
  }

 private:
  std::shared_ptr<const Snapshot> base_;
  std::vector<SnapshotEntry> entries_;
  std::map<std::string, std::shared_ptr<const Snapshot>> origins_;
};

bool is_ratified(const Verification& verification, const std::string& commit) {
  return std::any_of(verification.ledger.begin(), verification.ledger.end(),
                     [&](const Accepted& one) { return one.ratifies == commit; });
}

std::string fingerprint_in(const Snapshot& snapshot, const std::string& path) {
  const SnapshotEntry* entry = snapshot.find(path);
  return entry == nullptr ? std::string() : entry->fingerprint;
}

}  // namespace

Result<std::shared_ptr<const Snapshot>> with_lapsed_restored(const std::string& folder,
                                                             std::shared_ptr<const Snapshot> accepted,
                                                             const Verification& verification, Instant now) {
  std::shared_ptr<RestoredSnapshot> restored;
  for (const Accepted& one : verification.ledger) {
    if (one.evidence != Evidence::emergency || now < one.until || is_ratified(verification, one.commit)) continue;
    CONGBO_TRY(std::shared_ptr<const Snapshot> before, provenance::git_snapshot(folder, one.commit + "~1"));
    CONGBO_TRY(const std::unique_ptr<Snapshot> after, provenance::git_snapshot(folder, one.commit));
    if (!restored) restored = std::make_shared<RestoredSnapshot>(accepted);
    for (const std::string& path : one.paths) {
      const SnapshotEntry* entry = before->find(path);
      if (entry != nullptr && fingerprint_in(*accepted, path) == fingerprint_in(*after, path))
        restored->put_back(*entry, before);
    }
  }
  if (!restored) return accepted;
  return std::shared_ptr<const Snapshot>(restored);
}

}  // namespace congbo::approval
