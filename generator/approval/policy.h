// SPDX-License-Identifier: GPL-3.0-or-later
// Who may approve what: content/_site/approval.yaml as values (ROL-01 to ROL-11, ACC-01 to ACC-03).
//
// The file that counts is always the one of the last accepted commit, so nobody can grant themselves anything, and what
// was approved stays approved under the rules of its day.
#pragma once
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/approval/ssh_key.h"
#include "generator/base/diagnostic.h"
#include "generator/base/instant.h"
#include "generator/site/values/site.h"

namespace congbo::approval {

inline constexpr std::string_view policy_path = "content/_site/approval.yaml";

// What a person may do. `root`: this file, the regulation, layouts, servers' and forge's settings. `edit`: the
// secretary's stage before an approval. `update`: writes only (listed so that accounts can be overseen).
enum class Role { root, approve, edit, takedown, update };
std::string_view name_of(Role role);

// First and last day, both included; open where nothing is written.
struct Term {
  std::optional<Date> from, to;
  bool includes(Date day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

// Where a right applies: a file, a folder with all below it (with or without "/" at its end), or "" for everything. No
// fields: all of them.
struct Scope {
  std::vector<std::string> paths, fields;
};

struct HeldKey {
  SshKey key;
  Term term;
};

struct Person {
  std::string id, name, unit;
  site::LocalText title;            // "Tổng Biên tập": what the public reads
  std::vector<std::string> emails;  // lower case; tells whose work a change is
  std::string account;              // on the forge: "@ngan"
  std::set<Role> roles;
  Scope scope;
  Term term;
  std::vector<HeldKey> keys;
  Place where;
  bool writes_as(std::string_view email) const;
};

// Any member approves within the board's scope (TV); the standing body's staff only where the board says so.
struct Board {
  std::string id, account;
  site::LocalText title;
  std::vector<std::string> members, standing;  // ids of persons
  bool standing_may_approve = false;
  Scope scope;
  Term term;
};

// A deputy approves what the head may, within this and no further (DL, LC).
struct Delegation {
  std::string from, to, document;  // persons; the decision that says so
  Scope scope;
  Term term;
};

// What a change of a path needs: one signature of each role, each by another person.
struct Rule {
  std::string path;
  std::vector<Role> needs;
  bool self_approval = false;  // with one signature: may it be the author's?
};

struct Policy {
  std::vector<Person> people;
  std::vector<Board> boards;
  std::vector<Delegation> delegations;
  std::vector<Rule> rules;
  std::vector<std::string> origins;                          // sites on which passkeys sign
  std::vector<SshKey> forge_keys;                            // evidence E3; none: off
  std::set<std::string> revoked;                             // ids of commits whose approval is taken back
  int approval_days = 30;                                    // an approval that waits longer is void
  int emergency_hours = 24;                                  // a removal by one signature is ratified within
  bool public_names = false;                                 // names beside titles on public pages
  std::vector<std::pair<std::string, Place>> written_paths;  // of rules and scopes

  const Person* person(std::string_view id) const;
  // Whose key this is, whatever the day; null for nobody's.
  const Person* holder(std::string_view key_blob) const;
  const Person* author(std::string_view email) const;
};

// Mistakes go to `found` with their places; a policy with errors is not to be used.
Policy read_policy(std::string_view yaml, const std::string& path, Diagnostics& found);

// What only a whole portal can tell of a policy without mistakes: "approval-path-unmatched" (a warning) for a path
// below content/ or layouts/ that none of `files` has, "approval-too-few-root" when too few of its roots are in office
// on that day, "approval-email-twice".
void check_policy(const Policy& policy, const std::vector<std::string>& files, Date day, const std::string& path,
                  Diagnostics& found);

// The rule for a path: all that match, the strictest of each kind. Without any: one approval by another than the
// author. What controls the site takes as many of root as it would take approvals; this policy two.
Rule rule_for(const Policy& policy, std::string_view path);
// Files that decide how the site is made and who may change it (INF-02): all outside content/, and the settings of
// portals but for what editors keep there.
bool is_control_path(std::string_view path);
// The list of addresses that are gone, of the main portal or a part of it.
bool is_tombstones(std::string_view path);
bool covers(const std::vector<std::string>& paths, std::string_view path);

// One way in which a person may act on a day.
struct Grant {
  Role role = Role::approve;
  const Scope* scope = nullptr;
  const Scope* within = nullptr;           // of a delegation, besides; null for none
  const site::LocalText* title = nullptr;  // in which capacity
};
std::vector<Grant> grants_of(const Policy& policy, const Person& person, Date day);

// The grant by which the person may act on the path as `role`; null when there is none. `fields` are those of the item
// that the path belongs to, before and after the change; empty for none.
const Grant* find_grant(const std::vector<Grant>& grants, Role role, std::string_view path,
                        const std::set<std::string>& fields);

// CODEOWNERS for GitHub, GitLab and Forgejo, by the accounts and teams that the policy names.
// Of those in office on that day.
std::string codeowners(const Policy& policy, Date day);

}  // namespace congbo::approval
