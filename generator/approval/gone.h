// SPDX-License-Identifier: GPL-3.0-or-later
// Used inside approval only.
#pragma once
#include <map>
#include <string>

#include "generator/approval/judge.h"
#include "generator/approval/overlaid_snapshot.h"
#include "generator/history/history.h"

namespace congbo::approval {

// Files, or pages by identity, that emergencies took down, each with the one that did.
using FilesTakenDown = std::map<std::string, const Accepted*>;
struct TakenDown {
  FilesTakenDown files, pages;
};

// The portal's folder and the identity of a page, which it keeps when it moves: "content/tin/a"; empty for other files.
Result<std::string> identity(const Snapshot& snapshot, const SnapshotEntry& entry);

// Every address under which such a page or file was ever published is answered as gone, unless tombstones.yaml speaks
// of it or it is there all the same. No tombstone bears a day after `today`: it would not be in force.
Result<Done> answer_as_gone(const TakenDown& taken, const history::History& history, Date today,
                            OverlaidSnapshot& snapshot);

}  // namespace congbo::approval
