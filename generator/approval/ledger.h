// SPDX-License-Identifier: GPL-3.0-or-later
// What was accepted, one line a change, as text: kept by the machine that verifies, so that only new commits are
// judged.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/approval/judge.h"

namespace congbo::approval {

// The first line of a ledger; a ledger that starts otherwise is another introduction's, branch's or program's.
std::string ledger_head(std::string_view introduction, std::string_view branch);
std::string ledger_line(const Accepted& accepted);
// The accepted changes, oldest first; nothing when the head differs or a line is not one (but for a last line that was
// cut off, which is left out).
std::optional<std::vector<Accepted>> read_ledger(std::string_view text, std::string_view head);

}  // namespace congbo::approval
