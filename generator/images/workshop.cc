// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/images/workshop.h"

#include <utility>
#include <vector>

#include "generator/images/decode.h"

namespace congbo::images {

namespace {
// At most this many pixels are decoded at a time, about 4 bytes each; a larger picture alone waits for the others.
constexpr std::uint64_t most_pixels_at_once = 60'000'000;
}  // namespace

class Workshop::Turn {
 public:
  Turn(Workshop& workshop, const Facts& facts)
      : workshop_(workshop), pixels_(std::uint64_t{facts.width} * facts.height) {
    std::unique_lock lock(workshop_.turn_mutex_);
    workshop_.turn_ended_.wait(
        lock, [&] { return workshop_.pixels_ == 0 || workshop_.pixels_ + pixels_ <= most_pixels_at_once; });
    workshop_.pixels_ += pixels_;
  }
  ~Turn() {
    const std::lock_guard lock(workshop_.turn_mutex_);
    workshop_.pixels_ -= pixels_;
    workshop_.turn_ended_.notify_all();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

 private:
  Workshop& workshop_;
  const std::uint64_t pixels_;
};

Result<std::optional<Facts>> Workshop::facts(const Snapshot& snapshot, const SnapshotEntry& entry) {
  if (entry.size > most_bytes) return std::optional<Facts>();
  {
    const std::lock_guard lock(known_mutex_);
    const auto known = known_.find(entry.path);
    if (known != known_.end() && known->second.fingerprint == entry.fingerprint) return known->second.facts;
  }
  CONGBO_TRY(const std::string bytes, snapshot.read(entry));
  std::optional<Facts> facts = look_at(bytes);
  const std::lock_guard lock(known_mutex_);
  known_[entry.path] = {entry.fingerprint, facts};
  return facts;
}

Result<std::string> Workshop::get(const Facts& facts, const Recipe& recipe, const ReadSource& read) {
  const std::string key = key_of(facts, recipe);
  if (std::optional<std::string> known = store_->find(key)) return *std::move(known);
  CONGBO_TRY(const std::string bytes, read());
  const Turn turn(*this, facts);
  CONGBO_TRY(std::string made, Decoded(bytes, facts).make(recipe));
  store_->keep(key, made);
  return made;
}

Result<std::size_t> Workshop::make(const Facts& facts, std::span<const Recipe> recipes, const ReadSource& read) {
  std::vector<std::pair<const Recipe*, std::string>> missing;
  for (const Recipe& recipe : recipes)
    if (std::string key = key_of(facts, recipe); !store_->has(key)) missing.emplace_back(&recipe, std::move(key));
  if (missing.empty()) return std::size_t{0};
  CONGBO_TRY(const std::string bytes, read());
  const Turn turn(*this, facts);
  Decoded picture(bytes, facts);
  for (const auto& [recipe, key] : missing) {
    CONGBO_TRY(const std::string made, picture.make(*recipe));
    store_->keep(key, made);
  }
  return missing.size();
}

}  // namespace congbo::images
