// SPDX-License-Identifier: GPL-3.0-or-later
// Texts of attachments: from memory, from the store of earlier builds, else read now by a worker. A second build reads
// nothing anew.
#pragma once
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "generator/attachments/text.h"
#include "generator/base/result.h"
#include "generator/base/snapshot.h"
#include "generator/images/store.h"

namespace congbo::attachments {

class Reader {
 public:
  // `program`: own_program(), or that of a test.
  Reader(std::string program, std::unique_ptr<images::Store> store)
      : program_(std::move(program)), store_(std::move(store)) {}

  // The text of a file of that kind; may be called from several threads. Fails where the file cannot be read or no
  // worker can be started.
  Result<std::shared_ptr<const Text>> read(const Snapshot& snapshot, const SnapshotEntry& entry, Kind kind);

  // Drops from the store what was not used for longest.
  void prune() { store_->prune(); }

 private:
  using TextPointer = std::shared_ptr<const Text>;
  struct Known {
    std::string fingerprint;
    TextPointer text;
  };
  TextPointer remembered(const SnapshotEntry& entry);
  void remember(const SnapshotEntry& entry, const TextPointer& text);

  const std::string program_;
  const std::unique_ptr<images::Store> store_;
  std::mutex mutex_;
  std::unordered_map<std::string, Known> known_;  // by path
  std::size_t remembered_bytes_ = 0;
};

}  // namespace congbo::attachments
