// SPDX-License-Identifier: GPL-3.0-or-later
// The groups of information that the regulation names are there, are fresh, and are all there is (CAT-01 to CAT-04,
// CAT-07, ID-11, REV-02, REF-03; ADV-02: types that the profile switches off).
#include <algorithm>
#include <set>
#include <unordered_map>

#include "generator/check/rules.h"
#include "generator/check/site_file.h"
#include "generator/check/visit.h"
#include "generator/site/values/policy.h"

namespace congbo::check {

namespace {

constexpr std::int64_t seconds_a_day = 86'400;

class CategoryCheck {
 public:
  CategoryCheck(const SiteFacts& facts, const site::Portal& portal, Diagnostics& found)
      : facts_(facts), portal_(portal), policy_(site::policy_of(portal)), found_(found) {
    items_.resize(policy_.categories.size());
    newest_.resize(policy_.categories.size());
    for (std::size_t group = 0; group < policy_.categories.size(); ++group) {
      for (const std::string& category : policy_.categories[group].categories) by_category_[category].push_back(group);
      for (const std::string& type : policy_.categories[group].types) by_type_[type].push_back(group);
    }
  }

  void visit(const pages::Page& page) {
    if (const auto reason = policy_.disabled_types.find(page.type->id); reason != policy_.disabled_types.end())
      found_.add(error("type-disabled", page.place_of("type"), {page.type->id, reason->second}));
    if (page.section_index) return;
    if (const pages::Value* slot = page.field("slot")) slots_.insert(slot->text());
    const auto of_category = by_category_.find(page.category);
    if (of_category != by_category_.end()) count(of_category->second, page);
    if (const auto of_type = by_type_.find(page.type->id); of_type != by_type_.end()) count(of_type->second, page);
    if (policy_.closed_categories && !page.category.empty() && of_category == by_category_.end())
      found_.add(error("category-outside", page.place_of("category"), {page.category, clause_of_list()}));
  }

  // A sub-portal answers for the groups when it has a policy of its own; else the portal above it does.
  void finish() {
    if (!portal_.parent.empty() && policy_.file.empty()) return;
    const Place where = policy_.file.empty() ? place_in_site_file(facts_, portal_, "name:") : Place{policy_.file, 1, 1};
    for (std::size_t i = 0; i < policy_.categories.size(); ++i) {
      const site::CategoryGroup& group = policy_.categories[i];
      if (items_[i] == 0 && group.required)
        found_.add(error("category-missing", where, {group.label.in("vi"), portal_.id, asked_by(group.clause)}));
      if (items_[i] == 0 || group.stale_days == 0 || !newest_[i]) continue;
      const std::int64_t days = (facts_.edition.now.seconds - newest_[i]->seconds) / seconds_a_day;
      if (days > group.stale_days)
        found_.add(warning("category-stale", where,
                           {group.label.in("vi"), portal_.id, std::to_string(days), std::to_string(group.stale_days)}));
    }
    for (const site::Slot& slot : policy_.slots)
      if (!slots_.contains(slot.id))
        found_.add(error("slot-missing", where, {slot.label.in("vi"), slot.id, asked_by(slot.clause)}));
  }

 private:
  void count(const std::vector<std::size_t>& groups, const pages::Page& page) {
    for (const std::size_t group : groups) {
      ++items_[group];
      if (page.date && (!newest_[group] || *newest_[group] < *page.date)) newest_[group] = page.date;
    }
  }

  std::string clause_of_list() const {
    const site::CheckSetting* setting = policy_.check("category-outside");
    return asked_by(setting == nullptr ? std::string() : setting->clause);
  }

  const SiteFacts& facts_;
  const site::Portal& portal_;
  const site::Policy& policy_;
  Diagnostics& found_;
  std::unordered_map<std::string, std::vector<std::size_t>> by_category_, by_type_;
  std::vector<int> items_;
  std::vector<std::optional<Instant>> newest_;
  std::set<std::string> slots_;
};

}  // namespace

void check_categories(const SiteFacts& facts, Diagnostics& found) {
  std::vector<CategoryCheck> checks;
  checks.reserve(facts.site.portals.size());
  for (const site::Portal& portal : facts.site.portals) checks.emplace_back(facts, portal, found);
  for (const PageIndex index : facts.edition.visible) {
    const pages::Page& page = facts.library[index];
    if (facts.edition.states[index] != edition::State::withdrawn)
      checks[static_cast<std::size_t>(page.portal - facts.site.portals.data())].visit(page);
  }
  for (CategoryCheck& check : checks) check.finish();
}

}  // namespace congbo::check
