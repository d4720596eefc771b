// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <utility>

#include "generator/base/snapshot.h"
#include "generator/provenance/repository_pool.h"

namespace congbo::provenance {

// Entries whose fingerprints are blob ids of one repository.
class ListedSnapshot final : public Snapshot {
 public:
  ListedSnapshot(const std::string& repository, std::string commit, SnapshotEntries entries)
      : pool_(repository), commit_(std::move(commit)), entries_(std::move(entries)) {}

  const SnapshotEntries& entries() const override { return entries_; }
  std::string commit() const override { return commit_; }
  Result<std::string> read(const SnapshotEntry& entry) const override {
    if (entry.symlink) return error("file-is-link", {entry.path}, {entry.path});
    return pool_.read_blob(entry.fingerprint, entry.path);
  }

 private:
  mutable RepositoryPool pool_;
  std::string commit_;
  SnapshotEntries entries_;
};

}  // namespace congbo::provenance
