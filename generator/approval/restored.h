// SPDX-License-Identifier: GPL-3.0-or-later
// What an emergency took down by one signature comes back when nobody else upholds it in time (SEC-05).
#pragma once
#include <map>
#include <memory>
#include <string>

#include "generator/approval/overlaid_snapshot.h"
#include "generator/approval/verify.h"
#include "generator/history/history.h"

namespace congbo::approval {

// What decided on a path last: nothing but emergencies that lapsed, or one that is in force.
struct Decision {
  const Accepted* emergency = nullptr;  // the first of those that lapsed, or the one in force
  bool lapsed = false;
};

bool has_lapsed(const Verification& verification, const Accepted& emergency, Instant now);

// By path, for those that an emergency was the last to decide on, among the first `count` of the ledger.
using Decisions = std::map<std::string, Decision>;
Decisions decisions(const Verification& verification, std::size_t count, Instant now);

// Puts back what lapsed emergencies took down. A file comes back as it was accepted before the first of the emergencies
// that took it down; the lines that they added to tombstones.yaml go.
Result<Done> put_back_lapsed(const std::string& folder, const Decisions& all, OverlaidSnapshot& snapshot);

// `accepted` is the snapshot of the accepted commit; the result is itself when there was no emergency. What lapsed is
// back in it, unless a change approved since decided on it, and addresses in `history` whose page an emergency that is
// in force has deleted are answered as gone even when nobody wrote a tombstone.
Result<std::shared_ptr<const Snapshot>> with_lapsed_restored(const std::string& folder,
                                                             std::shared_ptr<const Snapshot> accepted,
                                                             const Verification& verification, Instant now,
                                                             const history::History& history = history::none());

}  // namespace congbo::approval
