// SPDX-License-Identifier: GPL-3.0-or-later
// Makes pictures that are not in the store yet, several at a time within a bound of memory.
#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

#include "generator/base/result.h"
#include "generator/base/snapshot.h"
#include "generator/images/recipe.h"
#include "generator/images/store.h"

namespace congbo::images {

// Gives the bytes of a picture; called only where something has to be made.
using ReadSource = std::function<Result<std::string>()>;

class Workshop {
 public:
  explicit Workshop(std::unique_ptr<Store> store) : store_(std::move(store)) {}

  // What the header of a file says; read once as long as its fingerprint stays. Empty where it is no picture that can
  // be worked on. Fails where the file cannot be read.
  Result<std::optional<Facts>> facts(const Snapshot& snapshot, const SnapshotEntry& entry);

  // One file: from the store, else made now.
  Result<std::string> get(const Facts& facts, const Recipe& recipe, const ReadSource& read);

  // Puts into the store what is not there, decoding the picture once at most. The number of files made.
  Result<std::size_t> make(const Facts& facts, std::span<const Recipe> recipes, const ReadSource& read);

  void prune() { store_->prune(); }

 private:
  class Turn;

  struct Known {
    std::string fingerprint;
    std::optional<Facts> facts;
  };
  const std::unique_ptr<Store> store_;
  std::mutex known_mutex_;
  std::unordered_map<std::string, Known> known_;
  // Pixels being decoded at this moment.
  std::mutex turn_mutex_;
  std::condition_variable turn_ended_;
  std::uint64_t pixels_ = 0;
};

}  // namespace congbo::images
