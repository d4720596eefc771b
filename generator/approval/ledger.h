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

struct Ledger {
  Instant looked;  // when the branch was last looked at
  std::vector<Accepted> accepted;
};

// The first line of a ledger; a ledger that starts otherwise is another introduction's or branch's, or of another
// format. Not of another program: what is void has to stay so when the program is renewed.
std::string ledger_head(std::string_view introduction, std::string_view branch);
// The second line, always of one length.
std::string ledger_clock(Instant looked);
std::string ledger_line(const Accepted& accepted);
// The accepted changes, oldest first; nothing when the head differs or a line is not one (but for a last line that was
// cut off, which is left out).
std::optional<Ledger> read_ledger(std::string_view text, std::string_view head);

}  // namespace congbo::approval
