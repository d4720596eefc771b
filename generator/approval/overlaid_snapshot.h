// SPDX-License-Identifier: GPL-3.0-or-later
// An accepted tree with some files taken out, put back or written anew. Used inside approval only.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <utility>

#include "generator/base/content_hash.h"
#include "generator/base/snapshot.h"

namespace congbo::approval {

class OverlaidSnapshot final : public Snapshot {
 public:
  explicit OverlaidSnapshot(std::shared_ptr<const Snapshot> base)
      : base_(std::move(base)), entries_(base_->entries()) {}

  const SnapshotEntries& entries() const override { return entries_; }
  std::string commit() const override { return base_->commit(); }
  Result<std::string> read(const SnapshotEntry& entry) const override {
    const auto from = origins_.find(entry.path);
    if (const auto text = texts_.find(entry.path); text != texts_.end()) return text->second;
    return from == origins_.end() ? base_->read(entry) : from->second->read(entry);
  }

  Result<std::string> text_of(const std::string& path) const {
    const SnapshotEntry* entry = find(path);
    return entry == nullptr ? Result<std::string>(std::string()) : read(*entry);
  }
  void put_text(const std::string& path, std::string text) {
    put_back({path, text.size(), sha256_hex(text), false}, base_);
    texts_[path] = std::move(text);
  }
  void put_back(const SnapshotEntry& entry, const std::shared_ptr<const Snapshot>& from) {
    entries_ = entries_.with({entry});
    origins_[entry.path] = from;
  }
  void take_out(const std::string& path) { entries_ = entries_.with({}, {path}); }

 private:
  std::shared_ptr<const Snapshot> base_;
  SnapshotEntries entries_;
  std::map<std::string, std::shared_ptr<const Snapshot>> origins_;
  std::map<std::string, std::string> texts_;
};

}  // namespace congbo::approval
