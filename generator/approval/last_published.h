// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown while the accepted commit cannot be built, because what somebody approved has mistakes: the release
// before it, less what emergencies took down since (SEC-05). Nothing else comes in that way.
#pragma once
#include <map>
#include <memory>
#include <string>

#include "generator/approval/verify.h"
#include "generator/base/snapshot.h"
#include "generator/history/history.h"

namespace congbo::approval {

struct LastPublished {
  std::string commit;
  Instant at;  // for which it was built; it is built for that instant again, so that nothing comes due
};

struct Reduced {
  std::shared_ptr<const Snapshot> snapshot;
  std::size_t known = 0;                           // how many of the ledger it stands for
  std::map<std::string, const Accepted*> removed;  // files taken down since, by path in the snapshot
};

// The files of `last` with what emergencies did after it. A page or file that is as the emergency found it becomes what
// the emergency made of it (nothing, or a withdrawn page); one that had been changed, moved or approved anew meanwhile
// goes whole, since nobody approved the rest of it as it is here. One that the accepted commit has again byte for byte
// stays. What lapsed by `now` is as if it had not been, unless somebody approved the file anew since.
//
// `accepted` is the accepted commit with what lapsed restored. A null snapshot when there is nothing to do: no
// emergency after `last` or with an end after it, or `last` is none of the accepted commits.
Result<Reduced> reduced(const std::string& folder, const LastPublished& last, const Snapshot& accepted,
                        const Verification& verification, Instant now, const history::History& history);

}  // namespace congbo::approval
