// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>

#include "generator/approval/policy.h"

namespace congbo::approval {
namespace {

bool is_in_office(const Person& person, Date day) {
  return person.term.includes(day) && std::any_of(person.keys.begin(), person.keys.end(),
                                                  [&](const HeldKey& held) { return held.term.includes(day); });
}

}  // namespace

void check_policy(const Policy& policy, const std::vector<std::string>& files, Date day, const std::string& path,
                  Diagnostics& found) {
  for (const auto& [written, place] : policy.written_paths) {
    const bool of_site = written.starts_with("content/") || written.starts_with("layouts/");
    if (!of_site || written == policy_path) continue;
    const std::vector<std::string> paths{written};
    if (std::none_of(files.begin(), files.end(), [&](const std::string& file) { return covers(paths, file); }))
      found.add(warning("approval-path-unmatched", place, {written}));
  }
  std::map<std::string, std::string> addresses;
  for (const Person& person : policy.people)
    for (const std::string& email : person.emails)
      if (const auto [known, added] = addresses.emplace(email, person.id); !added)
        found.add(error("approval-email-twice", person.where, {email, known->second, person.id}));
  const Rule rule = rule_for(policy, policy_path);
  const auto needed = std::count(rule.needs.begin(), rule.needs.end(), Role::root);
  const auto holders = std::count_if(policy.people.begin(), policy.people.end(), [&](const Person& person) {
    return person.roles.contains(Role::root) && is_in_office(person, day);
  });
  const auto told = [](const Diagnostic& one) { return one.code == "approval-too-few-root"; };  // by read_policy
  if (holders < needed && std::none_of(found.all().begin(), found.all().end(), told))
    found.add(error("approval-too-few-root", {path, 1, 1}, {std::to_string(needed), std::to_string(holders)}));
}

}  // namespace congbo::approval
