// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/accounts.h"

#include <algorithm>

namespace congbo::approval {
namespace {

void add_all(std::set<std::string>& into, const std::vector<std::string>& more) {
  into.insert(more.begin(), more.end());
}

AccountState state_of(const Person& person, bool has_role, Date day) {
  if (person.term.to && *person.term.to < day) return AccountState::ended;
  if (person.term.from && day < *person.term.from) return AccountState::to_come;
  const bool key =
      std::any_of(person.keys.begin(), person.keys.end(), [&](const HeldKey& held) { return held.term.includes(day); });
  return has_role && !key ? AccountState::no_key : AccountState::valid;
}

std::vector<std::string> listed(const std::set<std::string>& all) {
  return {all.begin(), all.end()};
}

AccountRow row_of(const Policy& policy, const Person& person, Date day) {
  std::set<std::string> roles, paths, fields;
  for (const Grant& grant : grants_of(policy, person, day)) {
    roles.insert(std::string(name_of(grant.role)));
    add_all(paths, grant.within != nullptr ? grant.within->paths : grant.scope->paths);
    add_all(fields, grant.scope->fields);
  }
  const bool signs = std::any_of(roles.begin(), roles.end(), [](const std::string& role) { return role != "update"; });
  if (roles.empty()) {  // ended or to come: what was granted
    for (const Role role : person.roles) roles.insert(std::string(name_of(role)));
    add_all(paths, person.scope.paths);
  }
  return {person.id,
          person.account,
          listed(roles),
          listed(paths),
          listed(fields),
          person.term,
          state_of(person, signs, day),
          {}};
}

bool is_known(const Policy& policy, const std::string& account) {
  const auto same = [&](const auto& one) { return one.account == account || one.account == "@" + account; };
  return std::any_of(policy.people.begin(), policy.people.end(), same) ||
         std::any_of(policy.boards.begin(), policy.boards.end(), same);
}

}  // namespace

std::string_view name_of(AccountState state) {
  switch (state) {
    case AccountState::valid:
      return "valid";
    case AccountState::ended:
      return "ended";
    case AccountState::to_come:
      return "to-come";
    case AccountState::no_key:
      return "no-key";
    case AccountState::unknown:
      return "unknown";
  }
  return "";
}

std::vector<AccountRow> account_rows(const Policy& policy, const std::vector<Accepted>& ledger, Date day,
                                     const std::vector<std::string>& members) {
  std::vector<AccountRow> rows;
  for (const Person& person : policy.people) rows.push_back(row_of(policy, person, day));
  for (const Accepted& accepted : ledger)
    for (const Signer& signer : accepted.signers)
      for (AccountRow& row : rows)
        if (row.id == signer.id) row.last = std::max(row.last, date_of(accepted.at));
  std::sort(rows.begin(), rows.end(), [](const AccountRow& a, const AccountRow& b) { return a.id < b.id; });
  for (const std::string& account : members)
    if (!is_known(policy, account)) rows.push_back({"", account, {}, {}, {}, {}, AccountState::unknown, {}});
  return rows;
}

}  // namespace congbo::approval
