// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/restored.h"

#include <algorithm>
#include <map>
#include <set>

#include "generator/base/content_hash.h"
#include "generator/formats/json.h"
#include "generator/provenance/git_snapshot.h"

namespace congbo::approval {
namespace {

class RestoredSnapshot final : public Snapshot {
 public:
  explicit RestoredSnapshot(std::shared_ptr<const Snapshot> base)
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

 private:
  std::shared_ptr<const Snapshot> base_;
  SnapshotEntries entries_;
  std::map<std::string, std::shared_ptr<const Snapshot>> origins_;
  std::map<std::string, std::string> texts_;
};

std::string quoted(const std::string& text) {
  formats::JsonWriter json;
  json.value(text);
  return json.take();
}

// What decided on a path last: nothing but emergencies that lapsed, or one that is in force.
struct Decision {
  const Accepted* emergency = nullptr;  // the first of those that lapsed, or the one in force
  bool lapsed = false;
};

std::map<std::string, Decision> decisions(const Verification& verification, Instant now) {
  std::map<std::string, Decision> all;
  for (const Accepted& one : verification.ledger) {
    const bool emergency = one.evidence == Evidence::emergency;
    if (!emergency && all.empty()) continue;
    const bool lapsed = emergency && now >= one.until && !verification.is_ratified(one.commit);
    for (const std::string& path : one.paths) {
      if (lapsed && all.contains(path) && all[path].lapsed) continue;
      if (emergency)
        all[path] = {&one, lapsed};
      else
        all.erase(path);
    }
  }
  return all;
}

// The lines that an emergency added to a list of tombstones are taken out of what the list is now.
Result<Done> take_out_tombstones(const std::string& folder, const Accepted& emergency, RestoredSnapshot& restored) {
  CONGBO_TRY(const std::unique_ptr<Snapshot> before, provenance::git_snapshot(folder, emergency.previous));
  CONGBO_TRY(const std::unique_ptr<Snapshot> after, provenance::git_snapshot(folder, emergency.commit));
  for (const std::string& path : emergency.paths) {
    const SnapshotEntry *was = before->find(path), *is = after->find(path);
    if (!is_tombstones(path) || is == nullptr) continue;
    CONGBO_TRY(const std::string old_text, was == nullptr ? Result<std::string>(std::string()) : before->read(*was));
    CONGBO_TRY(const std::string new_text, after->read(*is));
    CONGBO_TRY(std::string text, restored.text_of(path));
    const std::string added = new_text.substr(std::min(old_text.size(), new_text.size()));
    const std::size_t at = added.empty() ? std::string::npos : text.find(added);
    if (at == std::string::npos || (at > 0 && text[at - 1] != '\n' && added.front() != '\n')) continue;
    restored.put_text(path, text.erase(at, added.size()));
  }
  return Done{};
}

// "content/sites/a/tin/b.md" → "content/sites/a/_site/tombstones.yaml"
std::string tombstones_for(const std::string& portal, const std::string& path) {
  const std::string own = "content/sites/" + portal + "/";
  return (path.starts_with(own) ? own : std::string("content/")) + "_site/tombstones.yaml";
}

// An address without ".html" and the like, as any spelling of it contains it.
std::string core_of(std::string address) {
  if (address.ends_with(".html")) address.resize(address.size() - 5);
  while (address.size() > 1 && address.ends_with('/')) address.pop_back();
  return address;
}

Result<Done> answer_as_gone(const Accepted& emergency, const history::Published& known, RestoredSnapshot& restored) {
  const std::string path = tombstones_for(known.portal, known.source);
  CONGBO_TRY(std::string text, restored.text_of(path));
  if (known.id.empty() || text.find(core_of(known.path)) != std::string::npos ||
      text.find("id: " + known.id) != std::string::npos)
    return Done{};
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  const std::string title = emergency.signers.empty() ? std::string() : emergency.signers.front().title_vi;
  text += "- {address: " + quoted(known.path) + ", on: " + to_text(date_of(emergency.at)) +
          ", reason: Nội dung đang được rà soát, authority: " +
          quoted(title.empty() ? std::string("Ban Biên tập") : title) + "}\n";
  restored.put_text(path, std::move(text));
  return Done{};
}

}  // namespace

Result<std::shared_ptr<const Snapshot>> with_lapsed_restored(const std::string& folder,
                                                             std::shared_ptr<const Snapshot> accepted,
                                                             const Verification& verification, Instant now,
                                                             const history::History& history) {
  const std::map<std::string, Decision> all = decisions(verification, now);
  if (all.empty()) return accepted;
  auto restored = std::make_shared<RestoredSnapshot>(std::move(accepted));
  std::map<std::string, std::shared_ptr<const Snapshot>> origins;
  std::set<const Accepted*> undone;
  for (const auto& [path, decision] : all) {
    if (!decision.lapsed || is_tombstones(path)) continue;
    std::shared_ptr<const Snapshot>& origin = origins[decision.emergency->previous];
    if (!origin) {
      CONGBO_TRY(origin, provenance::git_snapshot(folder, decision.emergency->previous));
    }
    if (const SnapshotEntry* entry = origin->find(path)) restored->put_back(*entry, origin);
    undone.insert(decision.emergency);
  }
  for (const Accepted* emergency : undone) {
    CONGBO_TRY([[maybe_unused]] const Done done, take_out_tombstones(folder, *emergency, *restored));
  }
  for (const history::Published& known : history.addresses()) {
    const auto decision = all.find(known.source);
    if (decision == all.end() || decision->second.lapsed || restored->find(known.source) != nullptr) continue;
    CONGBO_TRY([[maybe_unused]] const Done done, answer_as_gone(*decision->second.emergency, known, *restored));
  }
  return std::shared_ptr<const Snapshot>(restored);
}

}  // namespace congbo::approval
