// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/policy.h"

#include <algorithm>
#include <array>
#include <map>

#include "generator/base/ascii.h"

namespace congbo::approval {
namespace {

// What editors keep among the settings of a portal.
constexpr std::array<std::string_view, 5> editors_files = {"_site/calendar.yaml", "_site/emergency.yaml",
                                                           "_site/procedures.csv", "_site/search.yaml",
                                                           "_site/tombstones.yaml"};

// "content/sites/a/tin/b.md" → "tin/b.md"
std::string_view below_portal(std::string_view path) {
  constexpr std::string_view content = "content/", sites = "sites/";
  path.remove_prefix(content.size());
  if (!path.starts_with(sites)) return path;
  const std::size_t end = path.find('/', sites.size());
  return end == std::string_view::npos ? path : path.substr(end + 1);
}

template <class T>
const T* find_id(const std::vector<T>& all, std::string_view id) {
  const auto at = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
  return at == all.end() ? nullptr : &*at;
}

bool contains(const std::vector<std::string>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

bool matches(std::string_view pattern, std::string_view path) {
  if (pattern.empty() || pattern == path) return true;
  return path.starts_with(pattern) && (pattern.ends_with('/') || path[pattern.size()] == '/');
}

void add_own_grants(const Policy& policy, const Person& person, Date day, std::vector<Grant>& grants) {
  if (!person.term.includes(day)) return;
  for (const Role role : person.roles) grants.push_back({role, &person.scope, nullptr, &person.title});
  for (const Board& board : policy.boards) {
    const bool seated =
        contains(board.members, person.id) || (board.standing_may_approve && contains(board.standing, person.id));
    if (!seated || !board.term.includes(day)) continue;
    const site::LocalText* title = person.title.empty() ? &board.title : &person.title;
    grants.push_back({Role::approve, &board.scope, nullptr, title});
  }
}

// The stricter of two lists of roles: each role as often as either asks.
std::vector<Role> joined_needs(const std::vector<Role>& left, const std::vector<Role>& right) {
  std::vector<Role> joined;
  for (const Role role : {Role::root, Role::approve, Role::edit, Role::takedown, Role::update}) {
    const auto often =
        std::max(std::count(left.begin(), left.end(), role), std::count(right.begin(), right.end(), role));
    joined.insert(joined.end(), static_cast<std::size_t>(often), role);
  }
  return joined;
}

bool within_fields(const std::vector<std::string>& allowed, const std::set<std::string>& fields) {
  if (allowed.empty()) return true;
  return !fields.empty() &&
         std::all_of(fields.begin(), fields.end(), [&](const std::string& field) { return contains(allowed, field); });
}

bool within(const Scope& scope, std::string_view path, const std::set<std::string>& fields) {
  return covers(scope.paths, path) && within_fields(scope.fields, fields);
}

}  // namespace

std::string_view name_of(Role role) {
  switch (role) {
    case Role::root:
      return "root";
    case Role::approve:
      return "approve";
    case Role::edit:
      return "edit";
    case Role::takedown:
      return "takedown";
    case Role::update:
      return "update";
  }
  return "";
}

const Person* Policy::person(std::string_view id) const {
  return find_id(people, id);
}

const Person* Policy::holder(std::string_view key_blob) const {
  for (const Person& one : people)
    for (const HeldKey& held : one.keys)
      if (held.key.blob == key_blob) return &one;
  return nullptr;
}

bool Person::writes_as(std::string_view email) const {
  return contains(emails, ascii_lower(email));
}

const Person* Policy::author(std::string_view email) const {
  for (const Person& one : people)
    if (one.writes_as(email)) return &one;
  return nullptr;
}

bool is_control_path(std::string_view path) {
  if (!path.starts_with("content/")) return true;
  const std::string_view below = below_portal(path);
  return below.starts_with("_site/") &&
         std::find(editors_files.begin(), editors_files.end(), below) == editors_files.end();
}

bool is_tombstones(std::string_view path) {
  return path.starts_with("content/") && below_portal(path) == "_site/tombstones.yaml";
}

bool covers(const std::vector<std::string>& paths, std::string_view path) {
  return std::any_of(paths.begin(), paths.end(), [&](const std::string& one) { return matches(one, path); });
}

Rule rule_for(const Policy& policy, std::string_view path) {
  Rule joined{std::string(path), {}, true};
  bool any = false, named = false;
  for (const Rule& rule : policy.rules) {
    if (!matches(rule.path, path)) continue;
    joined.needs = joined_needs(joined.needs, rule.needs);
    joined.self_approval = joined.self_approval && rule.self_approval;
    any = true;
    named = named || rule.path == path;
  }
  if (is_control_path(path) && std::count(joined.needs.begin(), joined.needs.end(), Role::root) == 0)
    joined.needs.assign(std::max<std::size_t>(joined.needs.size(), 1), Role::root);
  if (path == policy_path && !named) joined.needs = joined_needs(joined.needs, {Role::root, Role::root});
  if (joined.needs.empty()) joined.needs = {Role::approve};
  if (!any) joined.self_approval = false;
  return joined;
}

std::vector<Grant> grants_of(const Policy& policy, const Person& person, Date day) {
  std::vector<Grant> grants;
  add_own_grants(policy, person, day, grants);
  if (!person.term.includes(day)) return grants;
  for (const Delegation& delegation : policy.delegations) {
    if (delegation.to != person.id || !delegation.term.includes(day)) continue;
    const Person* head = policy.person(delegation.from);
    if (head == nullptr) continue;
    std::vector<Grant> heads;
    add_own_grants(policy, *head, day, heads);
    for (const Grant& grant : heads)
      if (grant.role == Role::approve) grants.push_back({Role::approve, grant.scope, &delegation.scope, &person.title});
  }
  return grants;
}

const Grant* find_grant(const std::vector<Grant>& grants, Role role, std::string_view path,
                        const std::set<std::string>& fields) {
  for (const Grant& grant : grants) {
    if (grant.role != role) continue;
    if (role == Role::root) return &grant;
    if (within(*grant.scope, path, fields) && (grant.within == nullptr || within(*grant.within, path, fields)))
      return &grant;
  }
  return nullptr;
}

std::string codeowners(const Policy& policy, Date day) {
  std::map<std::string, std::vector<std::string>> owners;  // by pattern; a later line counts on every forge
  const auto add = [&](const std::string& path, const std::string& account) {
    std::vector<std::string>& known = owners["/" + path];
    if (!account.empty() && !contains(known, account)) known.push_back(account);
  };
  const auto add_all = [&](const std::vector<std::string>& paths, const std::string& account) {
    for (const std::string& path : paths)
      if (path.empty() || path.starts_with("content")) add(path.empty() ? "content/" : path, account);
  };
  for (const Person& one : policy.people)
    if ((one.roles.contains(Role::approve) || one.roles.contains(Role::edit)) && one.term.includes(day))
      add_all(one.scope.paths, one.account);
  for (const Board& board : policy.boards)
    if (board.term.includes(day)) add_all(board.scope.paths, board.account);
  std::string roots;
  for (const Person& one : policy.people)
    if (one.roles.contains(Role::root) && !one.account.empty() && one.term.includes(day)) roots += " " + one.account;
  std::string out = "# congbo approve --codeowners\n";
  if (!roots.empty()) out += "*" + roots + "\n";
  for (const auto& [pattern, accounts] : owners) {
    if (accounts.empty()) continue;
    out += pattern;
    // The last line that matches counts alone, so that who owns a folder is named again for the folders in it.
    std::vector<std::string> named;
    for (const auto& [wider, wide] : owners)
      if (pattern.starts_with(wider))
        for (const std::string& account : wide)
          if (!contains(named, account)) named.push_back(account);
    for (const std::string& account : named) out += " " + account;
    out += "\n";
  }
  if (roots.empty()) return out;
  out += "/content/_site/" + roots + "\n/content/sites/*/_site/" + roots + "\n";
  return out;
}

}  // namespace congbo::approval
