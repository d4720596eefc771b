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
  return has_base_ && approved != branch_changes_.end() && approved->second.after == changes_.at(path).after;
}

// What nobody wrote (an old version brought back by the merge) is the work of who signed the merge.
bool Case::is_sole_author(const Principal& principal, const std::string& path) const {
  const auto authors = authors_.find(path);
  if (authors == authors_.end()) return principal.whole_change;
  return std::all_of(authors->second.begin(), authors->second.end(),
                     [&](const std::string& email) { return policy_.author(email) == principal.person; });
}

Result<Case::Reason> Case::missing_for(const std::string& path) {
  Rule rule = rule_for(policy_, path);
  if (evidence_ == Evidence::emergency) rule = {path, {Role::takedown}, true};
  const bool own_excluded = rule.needs.size() == 1 && !rule.self_approval;
  if (own_excluded && !authors_known_) {
    CONGBO_TRY([[maybe_unused]] const Done collected, collect_authors());
  }
  CONGBO_TRY(const std::set<std::string> fields, fields_of(path));
  std::map<std::string, std::set<Role>> able;  // by person
  Reason reason;
  for (const Principal& principal : principals_) {
    if (!may_count(principal, path)) continue;
    const std::string& id = principal.person->id;
    for (const Role role : rule.needs) {
      if (find_grant(principal.grants, role, path, fields) == nullptr) {
        const bool elsewhere = std::any_of(principal.grants.begin(), principal.grants.end(), [&](const Grant& grant) {
          return grant.role == role && covers(grant.scope->paths, path);
        });
        if (!reason && elsewhere && role != Role::root) reason = refuse("approval-out-of-field", {id, path});
        if (!reason) reason = refuse("approval-out-of-scope", {id, path, std::string(name_of(role))});
      } else if (own_excluded && is_sole_author(principal, path)) {
        reason = refuse("approval-self", {id, path});
      } else {
        able[id].insert(role);
      }
    }
  }
  std::vector<std::set<Role>> roles;
  roles.reserve(able.size());
  for (const auto& [id, of_person] : able) roles.push_back(of_person);
  std::vector<bool> used(roles.size(), false);
  if (can_meet(rule.needs, 0, roles, used)) return Reason();
  if (reason && able.empty()) return reason;
  return Reason(refuse("approval-few-hands", {path, named(rule.needs)}));
}

Result<Case::Reason> Case::missing_approvals() {
  for (const auto& [path, change] : changes_) {
    CONGBO_TRY(const Reason reason, missing_for(path));
    if (reason) return reason;
  }
  return Reason();
}

// Another than the one who ordered the removal, entitled to approve or to take down what it removed.
Case::Reason Case::missing_ratification() const {
  if (marker_.ratifies.empty()) return std::nullopt;
  const auto emergency = std::find_if(emergencies_.begin(), emergencies_.end(),
                                      [&](const Accepted& one) { return one.commit == marker_.ratifies; });
  if (emergency == emergencies_.end()) return refuse("approval-commit-invalid");
  for (const Principal& principal : principals_) {
    const std::string& id = principal.person->id;
    const bool ordered = std::any_of(emergency->signers.begin(), emergency->signers.end(),
                                     [&](const Signer& signer) { return signer.id == id; });
    if (ordered) return refuse("approval-self", {id, short_id(marker_.ratifies)});
    for (const std::string& path : emergency->paths)
      if (find_grant(principal.grants, Role::approve, path, {}) == nullptr &&
          find_grant(principal.grants, Role::takedown, path, {}) == nullptr)
        return refuse("approval-out-of-scope", {id, path, std::string(name_of(Role::takedown))});
  }
  return std::nullopt;
}

Accepted Case::accepted() const {
  Accepted accepted{id_, Instant{commit_.committer.seconds}, evidence_, {}, {}, {}, {}, marker_.ratifies};
  if (evidence_ == Evidence::unchanged) accepted.at = last_.at;
  for (const auto& [path, change] : changes_) accepted.paths.push_back(path);
  for (const Principal& principal : principals_) {
    const auto known = std::find_if(accepted.signers.begin(), accepted.signers.end(),
                                    [&](const Signer& one) { return one.id == principal.person->id; });
    if (known != accepted.signers.end()) continue;
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
