// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/restored.h"

#include <algorithm>
#include <set>

#include "generator/approval/gone.h"
#include "generator/provenance/git_snapshot.h"

namespace congbo::approval {
namespace {

// The lines that an emergency added to a list of tombstones are taken out of what the list is now.
Result<Done> take_out_tombstones(const std::string& folder, const Accepted& emergency, OverlaidSnapshot& snapshot) {
  CONGBO_TRY(const std::unique_ptr<Snapshot> before, provenance::git_snapshot(folder, emergency.previous));
  CONGBO_TRY(const std::unique_ptr<Snapshot> after, provenance::git_snapshot(folder, emergency.commit));
  for (const std::string& path : emergency.paths) {
    const SnapshotEntry *was = before->find(path), *is = after->find(path);
    if (!is_tombstones(path) || is == nullptr) continue;
    CONGBO_TRY(const std::string old_text, was == nullptr ? Result<std::string>(std::string()) : before->read(*was));
    CONGBO_TRY(const std::string new_text, after->read(*is));
    CONGBO_TRY(std::string text, snapshot.text_of(path));
    const std::string added = new_text.substr(std::min(old_text.size(), new_text.size()));
    const std::size_t at = added.empty() ? std::string::npos : text.find(added);
    if (at == std::string::npos || (at > 0 && text[at - 1] != '\n' && added.front() != '\n')) continue;
    snapshot.put_text(path, text.erase(at, added.size()));
  }
  return Done{};
}

// What is taken down. A page that was never published under the name that it had then is known by its identity: it had
// moved, and the move was not published yet.
Result<TakenDown> in_force(const std::string& folder, const Decisions& all, const history::History& history) {
  TakenDown taken;
  std::set<std::string_view> sources;
  for (const history::Published& known : history.addresses()) sources.insert(known.source);
  std::map<std::string, std::unique_ptr<Snapshot>> before;
  for (const auto& [path, decision] : all) {
    if (decision.lapsed) continue;
    taken.files[path] = decision.emergency;
    if (sources.contains(path) || !path.ends_with(".md") || sources.empty()) continue;
    std::unique_ptr<Snapshot>& origin = before[decision.emergency->previous];
    if (!origin) {
      CONGBO_TRY(origin, provenance::git_snapshot(folder, decision.emergency->previous));
    }
    const SnapshotEntry* entry = origin->find(path);
    if (entry == nullptr) continue;
    CONGBO_TRY(std::string name, identity(*origin, *entry));
    taken.pages[std::move(name)] = decision.emergency;
  }
  return taken;
}

}  // namespace

bool has_lapsed(const Verification& verification, const Accepted& emergency, Instant now) {
  return now >= emergency.until && !verification.is_ratified(emergency.commit);
}

Decisions decisions(const Verification& verification, std::size_t count, Instant now) {
  Decisions all;
  for (std::size_t i = 0; i < count; ++i) {
    const Accepted& one = verification.ledger[i];
    const bool emergency = one.evidence == Evidence::emergency;
    if (!emergency && all.empty()) continue;
    const bool lapsed = emergency && has_lapsed(verification, one, now);
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

Result<Done> put_back_lapsed(const std::string& folder, const Decisions& all, OverlaidSnapshot& snapshot) {
  std::map<std::string, std::shared_ptr<const Snapshot>> origins;
  std::set<const Accepted*> undone;
  for (const auto& [path, decision] : all) {
    if (!decision.lapsed || is_tombstones(path)) continue;
    std::shared_ptr<const Snapshot>& origin = origins[decision.emergency->previous];
    if (!origin) {
      CONGBO_TRY(origin, provenance::git_snapshot(folder, decision.emergency->previous));
    }
    if (const SnapshotEntry* entry = origin->find(path)) snapshot.put_back(*entry, origin);
    undone.insert(decision.emergency);
  }
  for (const Accepted* emergency : undone) {
    CONGBO_TRY([[maybe_unused]] const Done done, take_out_tombstones(folder, *emergency, snapshot));
  }
  return Done{};
}

Result<std::shared_ptr<const Snapshot>> with_lapsed_restored(const std::string& folder,
                                                             std::shared_ptr<const Snapshot> accepted,
                                                             const Verification& verification, Instant now,
                                                             const history::History& history) {
  const Decisions all = decisions(verification, verification.ledger.size(), now);
  if (all.empty()) return accepted;
  auto restored = std::make_shared<OverlaidSnapshot>(std::move(accepted));
  CONGBO_TRY([[maybe_unused]] const Done back, put_back_lapsed(folder, all, *restored));
  CONGBO_TRY(const TakenDown gone, in_force(folder, all, history));
  CONGBO_TRY([[maybe_unused]] const Done told, answer_as_gone(gone, history, date_of(now), *restored));
  return std::shared_ptr<const Snapshot>(restored);
}

}  // namespace congbo::approval
