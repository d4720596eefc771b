// SPDX-License-Identifier: GPL-3.0-or-later
// One list of all who may do something on any portal, for whoever oversees accounts (ACC-03, ACC-05).
#pragma once
#include <string>
#include <vector>

#include "generator/approval/judge.h"

namespace congbo::approval {

enum class AccountState { valid, ended, to_come, no_key, unknown };
std::string_view name_of(AccountState state);  // "valid", "ended", "to-come", "no-key", "unknown"

struct AccountRow {
  std::string id, account;
  std::vector<std::string> roles, paths, fields;  // boards and delegations included, sorted
  Term term;
  AccountState state = AccountState::valid;
  Date last;  // of the newest approval; year 0: none
};

// By id; after them the `members` of the forge that no person or board of the policy stands for, as unknown.
std::vector<AccountRow> account_rows(const Policy& policy, const std::vector<Accepted>& ledger, Date day,
                                     const std::vector<std::string>& members);

}  // namespace congbo::approval
