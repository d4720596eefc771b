// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/last_published.h"

#include <algorithm>
#include <set>
#include <vector>

#include "generator/approval/gone.h"
#include "generator/approval/restored.h"
#include "generator/provenance/git_snapshot.h"
#include "generator/provenance/moved_from.h"

namespace congbo::approval {
namespace {

class Reduction {
 public:
  Reduction(const std::string& folder, const LastPublished& last, const Snapshot& accepted,
            std::shared_ptr<const Snapshot> base)
      : folder_(folder),
        last_(last),
        accepted_(accepted),
        shown_(std::make_shared<OverlaidSnapshot>(std::move(base))) {}

  OverlaidSnapshot& shown() { return *shown_; }

  // `given_back`: what lapsed emergencies gave back.
  Result<Done> carry_out(const Accepted& emergency, const Decisions& given_back) {
    CONGBO_TRY(const std::shared_ptr<const Snapshot> before, provenance::git_snapshot(folder_, emergency.previous));
    CONGBO_TRY(const std::shared_ptr<const Snapshot> after, provenance::git_snapshot(folder_, emergency.commit));
    std::vector<std::string> absent;
    for (const std::string& path : emergency.paths) {
      if (is_tombstones(path) || removed_.contains(path) || given_back.contains(path)) continue;
      if (shown_->find(path) == nullptr) {
        if (before->find(path) != nullptr) absent.push_back(path);
      } else if (!same(accepted_.find(path), shown_->find(path))) {
        change(emergency, path, same(before->find(path), shown_->find(path)) ? after : nullptr);
      }
    }
    return absent.empty() ? Result<Done>(Done{}) : take_where_they_were(emergency, *before, absent);
  }

  Reduced finish(std::size_t known) { return {shown_, known, std::move(removed_)}; }
  const FilesTakenDown& removed() const { return removed_; }

 private:
  static bool same(const SnapshotEntry* left, const SnapshotEntry* right) {
    return left != nullptr && right != nullptr && left->fingerprint == right->fingerprint;
  }

  // To what the emergency made of the file, where that is still what is accepted; else away.
  void change(const Accepted& emergency, const std::string& path, const std::shared_ptr<const Snapshot>& made) {
    const SnapshotEntry* entry = made ? made->find(path) : nullptr;
    if (same(entry, accepted_.find(path)))
      shown_->put_back(*entry, made);
    else
      shown_->take_out(path);
    removed_[path] = &emergency;
  }

  struct Name {
    std::string path, fingerprint, identity;
  };

  // Files that had another name in what is shown: that of the same page, or one that git takes for the same.
  Result<Done> take_where_they_were(const Accepted& emergency, const Snapshot& before,
                                    const std::vector<std::string>& paths) {
    std::vector<Name> left;  // names that are no more
    for (const SnapshotEntry& one : shown_->entries()) {
      if (before.find(one.path) != nullptr) continue;
      CONGBO_TRY(std::string found, identity(*shown_, one));
      left.push_back({one.path, one.fingerprint, std::move(found)});
    }
    if (left.empty()) return Done{};
    CONGBO_TRY(const auto moved, provenance::moved_from(folder_, {last_.commit, emergency.previous}));
    std::set<std::string> matches;
    for (const std::string& path : paths) {
      const SnapshotEntry& entry = *before.find(path);
      CONGBO_TRY(const std::string wanted, identity(before, entry));
      for (const Name& one : left)
        if (one.fingerprint == entry.fingerprint || (!wanted.empty() && one.identity == wanted))
          matches.insert(one.path);
      if (const auto alike = moved.find(path); alike != moved.end() && shown_->find(alike->second) != nullptr)
        matches.insert(alike->second);
    }
    for (const std::string& match : matches) change(emergency, match, nullptr);
    return Done{};
  }

  const std::string& folder_;
  const LastPublished& last_;
  const Snapshot& accepted_;
  std::shared_ptr<OverlaidSnapshot> shown_;
  FilesTakenDown removed_;
};

// How many of the ledger stand behind the commit.
std::optional<std::size_t> known_by(const Verification& verification, const std::string& commit) {
  if (commit == verification.introduction) return std::size_t{0};
  const std::vector<Accepted>& ledger = verification.ledger;
  const auto found =
      std::find_if(ledger.begin(), ledger.end(), [&](const Accepted& one) { return one.commit == commit; });
  if (found == ledger.end()) return std::nullopt;
  return static_cast<std::size_t>(found - ledger.begin()) + 1;
}

// What emergencies in `last` decided. One that lapsed since does not give back what was approved anew meanwhile and
// waits with the rest; one that had lapsed before is in what is shown.
Decisions still_decided(Decisions before, const Decisions& given_back, Instant shown_since) {
  std::erase_if(before, [&](const auto& one) {
    const auto& [path, decision] = one;
    return decision.lapsed && decision.emergency->until > shown_since && !given_back.contains(path);
  });
  return before;
}

}  // namespace

Result<Reduced> reduced(const std::string& folder, const LastPublished& last, const Snapshot& accepted,
                        const Verification& verification, Instant now, const history::History& history) {
  const std::optional<std::size_t> place = known_by(verification, last.commit);
  if (!place) return Reduced{};
  const std::size_t known = *place;
  const std::vector<Accepted>& ledger = verification.ledger;
  const auto concerns = [&](const Accepted& one) {
    return one.evidence == Evidence::emergency &&
           (static_cast<std::size_t>(&one - ledger.data()) >= known || one.until > last.at);
  };
  if (std::none_of(ledger.begin(), ledger.end(), concerns)) return Reduced{};
  CONGBO_TRY(std::shared_ptr<const Snapshot> base, provenance::git_snapshot(folder, last.commit));
  Reduction reduction(folder, last, accepted, std::move(base));
  Decisions given_back = decisions(verification, ledger.size(), now);
  std::erase_if(given_back, [](const auto& one) { return !one.second.lapsed; });
  const Decisions before = still_decided(decisions(verification, known, now), given_back, last.at);
  CONGBO_TRY([[maybe_unused]] const Done back, put_back_lapsed(folder, before, reduction.shown()));
  for (std::size_t i = known; i < ledger.size(); ++i) {
    if (ledger[i].evidence != Evidence::emergency) continue;
    const bool lapsed = has_lapsed(verification, ledger[i], now);
    CONGBO_TRY([[maybe_unused]] const Done done, reduction.carry_out(ledger[i], lapsed ? given_back : Decisions{}));
  }
  TakenDown gone{reduction.removed(), {}};
  for (const auto& [path, decision] : before)
    if (!decision.lapsed) gone.files.emplace(path, decision.emergency);
  CONGBO_TRY([[maybe_unused]] const Done told, answer_as_gone(gone, history, date_of(last.at), reduction.shown()));
  return reduction.finish(known);
}

}  // namespace congbo::approval
