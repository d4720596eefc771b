// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/attachments/reader.h"

#include "generator/attachments/bounds.h"
#include "generator/attachments/worker.h"
#include "generator/base/content_hash.h"

namespace congbo::attachments {

namespace {

// Kept in memory between the checks, the index and the next edition of a preview; the store has the rest.
constexpr std::size_t most_remembered_bytes = 64'000'000;

std::size_t size_of(const Text& text) {
  std::size_t size = sizeof(Text);
  for (const Part& part : text.parts) size += sizeof(Part) + part.text.size();
  return size;
}

// What another machine, or another minute, may read: never kept.
bool may_change(Outcome outcome) {
  return outcome == Outcome::too_slow || outcome == Outcome::no_program;
}

}  // namespace

Reader::TextPointer Reader::remembered(const SnapshotEntry& entry) {
  const std::lock_guard lock(mutex_);
  const auto known = known_.find(entry.path);
  return known != known_.end() && known->second.fingerprint == entry.fingerprint ? known->second.text : nullptr;
}

void Reader::remember(const SnapshotEntry& entry, const TextPointer& text) {
  const std::lock_guard lock(mutex_);
  Known& known = known_[entry.path];
  if (known.text) remembered_bytes_ -= size_of(*known.text);
  known = {entry.fingerprint, nullptr};
  if (remembered_bytes_ + size_of(*text) > most_remembered_bytes) return;
  known.text = text;
  remembered_bytes_ += size_of(*text);
}

Result<std::shared_ptr<const Text>> Reader::read(const Snapshot& snapshot, const SnapshotEntry& entry, Kind kind) {
  if (TextPointer text = remembered(entry)) return text;
  Text text = failed(Outcome::too_large);
  if (entry.size <= most_file_bytes) {
    CONGBO_TRY(const std::string bytes, snapshot.read(entry));
    const std::string key = sha256_hex("attachment text 1 " + std::string(ending_of(kind)) + sha256_hex(bytes));
    std::optional<std::string> kept = store_->find(key);
    std::optional<Text> known = kept ? from_bytes(*kept) : std::nullopt;
    if (known) {
      text = *std::move(known);
    } else {
      CONGBO_TRY(text, read_in_worker(program_, kind, bytes));
      if (!may_change(text.outcome)) store_->keep(key, to_bytes(text));
    }
  }
  auto shared = std::make_shared<const Text>(std::move(text));
  remember(entry, shared);
  return TextPointer(shared);
}

}  // namespace congbo::attachments
