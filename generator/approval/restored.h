// SPDX-License-Identifier: GPL-3.0-or-later
// What an emergency took down by one signature comes back when nobody else upholds it in time (SEC-05).
#pragma once
#include <memory>
#include <string>

#include "generator/approval/verify.h"
#include "generator/base/snapshot.h"

namespace congbo::approval {

// `accepted` is the snapshot of the accepted commit; the result is itself when no emergency has lapsed. A file comes
// back as it was before the emergency, unless it was changed again since.
Result<std::shared_ptr<const Snapshot>> with_lapsed_restored(const std::string& folder,
                                                             std::shared_ptr<const Snapshot> accepted,
                                                             const Verification& verification, Instant now);

}  // namespace congbo::approval
