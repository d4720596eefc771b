// SPDX-License-Identifier: GPL-3.0-or-later
// Whether those who signed may: by role, path, field, day, and not for their own work alone.
#include <algorithm>

#include "generator/approval/judge_case.h"

namespace congbo::approval {
namespace {

constexpr std::int64_t hour_seconds = 3600;

// Whether each need can be met by another person. Needs are few (five at most).
bool can_meet(const std::vector<Role>& needs, std::size_t next, const std::vector<std::set<Role>>& able,
              std::vector<bool>& used) {
  if (next == needs.size()) return true;
  for (std::size_t i = 0; i < able.size(); ++i) {
    if (used[i] || !able[i].contains(needs[next])) continue;
    used[i] = true;
    if (can_meet(needs, next + 1, able, used)) return true;
    used[i] = false;
  }
  return false;
}

std::string named(const std::vector<Role>& needs) {
  std::string text;
  for (const Role role : needs) text += (text.empty() ? "" : " + ") + std::string(name_of(role));
  return text;
}

Signer signer_of_day(const Person& person, const site::LocalText* title) {
  const site::LocalText& shown = title != nullptr ? *title : person.title;
  return {person.id, person.name, person.unit, shown.in("vi"), shown.in("en")};
}

}  // namespace

// Who signed the branch's head saw what the branch changes, no more.
bool Case::may_count(const Principal& principal, const std::string& path) const {
  if (principal.whole_change || evidence_ != Evidence::signed_change) return true;
  const auto approved = branch_changes_.find(path);
  return base_ && approved != branch_changes_.end() && approved->second.after == changes_.at(path).after;
}

// What nobody wrote (an old version brought back by the merge) is the work of who signed the merge. A commit under
// somebody else's name is also the work of who made it.
bool Case::is_sole_author(const Principal& principal, const std::string& path) const {
  const auto authors = authors_.find(path);
  if (authors == authors_.end()) return principal.whole_change;
  return std::all_of(authors->second.begin(), authors->second.end(), [&](const auto& of_commit) {
    return principal.person->writes_as(of_commit.first) || principal.person->writes_as(of_commit.second);
  });
}

Result<Case::Need> Case::need_of(const std::string& path) {
  Need need{rule_for(policy_, path), {}, false};
  if (evidence_ == Evidence::emergency) need.rule = {path, {Role::takedown}, true};
  need.own_excluded = need.rule.needs.size() == 1 && !need.rule.self_approval;
  if (need.own_excluded && !authors_known_) {
    CONGBO_TRY([[maybe_unused]] const Done collected, collect_authors());
  }
  CONGBO_TRY(need.fields, fields_of(path));
  return need;
}

// The needed roles in which the principal's signature counts for the path.
std::set<Role> Case::able(const Principal& principal, const std::string& path, const Need& need) const {
  std::set<Role> roles;
  if (!may_count(principal, path) || (need.own_excluded && is_sole_author(principal, path))) return roles;
  for (const Role role : need.rule.needs)
    if (find_grant(principal.grants, role, path, need.fields) != nullptr) roles.insert(role);
  return roles;
}

Result<bool> Case::may_everywhere(const Principal& principal) {
  for (const auto& [path, change] : changes_) {
    CONGBO_TRY(const Need need, need_of(path));
    if (able(principal, path, need).empty()) return false;
  }
  return true;
}

// Why the signature does not count for the path.
Diagnostic Case::unable(const Principal& principal, const std::string& path, const Need& need) const {
  const std::string& id = principal.person->id;
  for (const Role role : need.rule.needs) {
    if (find_grant(principal.grants, role, path, need.fields) != nullptr) continue;
    const bool elsewhere = std::any_of(principal.grants.begin(), principal.grants.end(), [&](const Grant& grant) {
      return grant.role == role && covers(grant.scope->paths, path);
    });
    if (elsewhere && role != Role::root) return refuse("approval-out-of-field", {id, path});
    return refuse("approval-out-of-scope", {id, path, std::string(name_of(role))});
  }
  return refuse("approval-self", {id, path});
}

Result<Case::Reason> Case::missing_for(const std::string& path) {
  CONGBO_TRY(const Need need, need_of(path));
  std::map<std::string, std::set<Role>> of_persons;
  Reason reason;
  for (const Principal& principal : principals_) {
    if (!may_count(principal, path)) continue;
    const std::set<Role> roles = able(principal, path, need);
    if (!roles.empty()) of_persons[principal.person->id].insert(roles.begin(), roles.end());
    if (roles.empty() && !reason) reason = unable(principal, path, need);
  }
  std::vector<std::set<Role>> roles;
  roles.reserve(of_persons.size());
  for (const auto& [id, of_person] : of_persons) roles.push_back(of_person);
  std::vector<bool> used(roles.size(), false);
  if (can_meet(need.rule.needs, 0, roles, used)) {
    for (const auto& [id, of_person] : of_persons) counted_.insert(id);
    return Reason();
  }
  if (reason && of_persons.empty()) return reason;
  return Reason(refuse("approval-few-hands", {path, named(need.rule.needs)}));
}

Result<Case::Reason> Case::missing_approvals() {
  for (const auto& [path, change] : changes_) {
    CONGBO_TRY(const Reason reason, missing_for(path));
    if (reason) return reason;
  }
  return Reason();
}

// Another than the one who ordered the removal, entitled to approve or to take down what it removed, by the signature
// of this very commit: nobody else said so.
Result<Case::Reason> Case::missing_ratification() {
  if (marker_.ratifies.empty()) return Reason();
  const std::vector<Accepted>& emergencies = lineage_.emergencies();
  const auto emergency = std::find_if(emergencies.begin(), emergencies.end(),
                                      [&](const Accepted& one) { return one.commit == marker_.ratifies; });
  if (emergency == emergencies.end() || evidence_ == Evidence::emergency)
    return Reason(refuse("approval-ratify-unknown", {short_id(marker_.ratifies)}));
  if (principals_.empty() || !principals_.front().whole_change) {
    marker_.ratifies.clear();
    return Reason();
  }
  const Principal& signer = principals_.front();
  const std::string& id = signer.person->id;
  for (const Signer& one : emergency->signers)
    if (one.id == id) return Reason(refuse("approval-self", {id, short_id(marker_.ratifies)}));
  CONGBO_TRY(const CommitText* before, judge_.commit(emergency->previous));
  const std::string tree = before->tree;
  for (const std::string& path : emergency->paths) {
    CONGBO_TRY(std::string field, field_at(tree, path));
    const std::set<std::string> fields{std::move(field)};
    if (find_grant(signer.grants, Role::approve, path, fields) == nullptr &&
        find_grant(signer.grants, Role::takedown, path, fields) == nullptr)
      return Reason(refuse("approval-out-of-scope", {id, path, std::string(name_of(Role::takedown))}));
  }
  counted_.insert(id);
  return Reason();
}

Accepted Case::accepted() const {
  Accepted accepted{id_, Instant{commit_.committer.seconds}, evidence_, {}, {}, {}, {}, {}, last_.commit, {}};
  if (evidence_ == Evidence::unchanged) accepted.at = last_.at;
  accepted.ratifies = marker_.ratifies;
  for (const auto& [path, change] : changes_) accepted.paths.push_back(path);
  for (const Principal& principal : principals_) {
    const auto known = std::find_if(accepted.signers.begin(), accepted.signers.end(),
                                    [&](const Signer& one) { return one.id == principal.person->id; });
    if (known != accepted.signers.end() || !counted_.contains(principal.person->id)) continue;
    const site::LocalText* title = principal.grants.empty() ? nullptr : principal.grants.front().title;
    accepted.signers.push_back(signer_of_day(*principal.person, title));
    if (accepted.signers.size() == 1) accepted.at = principal.at;
  }
  if (evidence_ == Evidence::emergency) {
    accepted.reason = marker_.value;
    accepted.until = Instant{accepted.at.seconds + policy_.emergency_hours * hour_seconds};
  }
  return accepted;
}

}  // namespace congbo::approval
