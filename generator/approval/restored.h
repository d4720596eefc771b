// SPDX-License-Identifier: GPL-3.0-or-later
// What an emergency took down by one signature comes back when nobody else upholds it in time (SEC-05).
#pragma once
#include <memory>
#include <string>

#include "generator/approval/verify.h"
#include "generator/base/snapshot.h"
#include "generator/history/history.h"

namespace congbo::approval {

// `accepted` is the snapshot of the accepted commit; the result is itself when there was no emergency. A file comes
// back as it was accepted before the first of the emergencies that took it down, unless a change approved since decided
// on it; the lines that they added to tombstones.yaml go. Addresses in `history` whose file an emergency that is in
// force has deleted are answered as gone even when nobody wrote a tombstone.
Result<std::shared_ptr<const Snapshot>> with_lapsed_restored(const std::string& folder,
                                                             std::shared_ptr<const Snapshot> accepted,
                                                             const Verification& verification, Instant now,
                                                             const history::History& history = history::none());

}  // namespace congbo::approval
