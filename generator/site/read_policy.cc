// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/read_policy.h"

#include <algorithm>

#include "generator/base/nearest_name.h"
#include "generator/base/word_list.h"
#include "generator/site/mapping_reader.h"
#include "generator/site/policy_choices.h"
#include "generator/site/policy_data.h"

namespace congbo::site {
namespace {

using formats::YamlNode;
using formats::YamlPair;

std::optional<CheckLevel> level_of(std::string_view text) {
  for (const CheckLevel level : {CheckLevel::off, CheckLevel::warning, CheckLevel::error})
    if (text == name_of(level)) return level;
  return std::nullopt;
}

class PolicyReader {
 public:
  PolicyReader(const YamlNode& root, const std::string& path, PolicyVoice voice, const Portal* portal, Policy& into,
               Diagnostics& found)
      : reader_(root, path, found), path_(path), voice_(voice), portal_(portal), into_(into), found_(found) {}

  void read() {
    reader_.take("extends");  // the loader has laid the profile below
    if (voice_ == PolicyVoice::profile) reader_.local_text("label", into_.label);
    read_mandatory();
    read_checks();
    read_categories();
    read_slots();
    read_contact();
    read_services();
    read_languages();
    read_domain();
    read_review();
    read_disabled_types();
    read_choices();
    read_policy_data(reader_, into_.data);
    reader_.finish();
  }

 private:
  void refuse(const YamlNode& node, std::string_view code, std::vector<std::string> arguments,
              std::string suggestion = {}) {
    found_.add(error(code, place_of(path_, node), std::move(arguments), std::move(suggestion)));
  }
  // The regulation fixes it: the portal's line has no effect.
  void refuse_mandatory(const YamlNode& node, std::string key, const std::string& clause) {
    refuse(node, "policy-mandatory", {std::move(key), clause});
  }

  // `mandatory: {contact-incomplete: "Điều 9, khoản 1"}`: errors that no portal lowers.
  void read_mandatory() {
    if (voice_ != PolicyVoice::profile) return;
    const YamlNode* node = reader_.take("mandatory");
    if (node == nullptr) return;
    for (const YamlPair& pair : node->pairs)
      into_.checks[pair.first.text] = {CheckLevel::error, true, pair.second.text, {}};
  }

  void read_checks() {
    const YamlNode* node = reader_.take("checks");
    if (node == nullptr) return;
    if (node->kind != YamlNode::Kind::mapping) return refuse(*node, "value-not-mapping", {});
    for (const YamlPair& pair : node->pairs) {
      const std::optional<CheckLevel> level = level_of(pair.second.text);
      if (!level) {
        refuse(pair.second, "policy-level-invalid", {pair.first.text, pair.second.text});
        continue;
      }
      CheckSetting& setting = into_.checks[pair.first.text];
      if (setting.mandatory && *level < setting.level) {
        refuse_mandatory(pair.second, "checks: " + pair.first.text, setting.clause);
        continue;
      }
      setting.level = *level;
      if (voice_ == PolicyVoice::portal) setting.where = place_of(path_, pair.first);
    }
  }

  // A list of ids, checked against the names that exist. Leaves `into` as it is without the key.
  void names(MappingReader& reader, std::string_view key, const std::vector<std::string>& known,
             std::string_view unknown_code, std::vector<std::string>& into) {
    const YamlNode* node = reader.take(key);
    if (node == nullptr || !expect_sequence(*node, path_, found_)) return;
    into.clear();
    for (const YamlNode& item : node->items) {
      if (!expect_scalar(item, path_, found_)) continue;
      if (portal_ != nullptr && std::find(known.begin(), known.end(), item.text) == known.end())
        refuse(item, unknown_code, {item.text}, nearest_name(item.text, known));
      else
        into.push_back(item.text);
    }
  }

  std::vector<std::string> known_types() const {
    std::vector<std::string> known;
    if (portal_ != nullptr)
      for (const auto& type : portal_->types) known.push_back(type.first);
    return known;
  }

  std::vector<std::string> known_categories() const {
    std::vector<std::string> known;
    if (portal_ == nullptr) return known;
    const auto vocabulary = portal_->vocabularies.find("category");
    if (vocabulary != portal_->vocabularies.end())
      for (const Term& term : vocabulary->second.terms) known.push_back(term.id);
    return known;
  }

  void read_categories() {
    reader_.boolean("closed_categories", into_.closed_categories);
    const YamlNode* node = reader_.take("categories");
    if (node == nullptr) return;
    if (node->kind != YamlNode::Kind::mapping) return refuse(*node, "value-not-mapping", {});
    for (const YamlPair& pair : node->pairs) read_category(pair.first.text, pair.second);
  }

  void read_category(const std::string& id, const YamlNode& node) {
    const auto same = std::find_if(into_.categories.begin(), into_.categories.end(),
                                   [&](const CategoryGroup& group) { return group.id == id; });
    CategoryGroup group = same == into_.categories.end() ? CategoryGroup{} : *same;
    group.id = id;
    MappingReader reader(node, path_, found_);
    reader.local_text("label", group.label);
    if (voice_ == PolicyVoice::profile) reader.text("clause", group.clause);
    const bool was_required = group.required;
    reader.boolean("required", group.required);
    if (voice_ == PolicyVoice::portal && was_required && !group.required) {
      refuse_mandatory(*node.find("required"), "categories: " + id, group.clause);
      group.required = true;
    }
    names(reader, "categories", known_categories(), "policy-category-unknown", group.categories);
    names(reader, "types", known_types(), "type-unknown", group.types);
    reader.whole_number("stale_days", 0, 36'500, group.stale_days);
    reader.finish();
    if (group.label.empty()) group.label.texts = {{"vi", id}};
    if (same == into_.categories.end())
      into_.categories.push_back(std::move(group));
    else
      *same = std::move(group);
  }

  void read_slots() {
    const YamlNode* node = reader_.take("slots");
    if (node == nullptr) return;
    for (const YamlPair& pair : node->pairs) {
      const auto same = std::find_if(into_.slots.begin(), into_.slots.end(),
                                     [&](const Slot& slot) { return slot.id == pair.first.text; });
      Slot slot;
      slot.id = pair.first.text;
      MappingReader reader(pair.second, path_, found_);
      reader.local_text("label", slot.label);
      if (voice_ == PolicyVoice::profile) reader.text("clause", slot.clause);
      reader.finish();
      if (same == into_.slots.end()) into_.slots.push_back(std::move(slot));
    }
  }

  void read_contact() {
    const YamlNode* node = reader_.take("contact");
    if (node == nullptr) return;
    static const std::vector<std::string> keys = {"address", "phone", "fax", "email"};
    MappingReader reader(*node, path_, found_);
    if (voice_ == PolicyVoice::profile) reader.text("clause", into_.contact_clause);
    const std::vector<std::string> before = into_.contact_required;
    names(reader, "required", keys, "key-unknown", into_.contact_required);
    reader.finish();
    if (voice_ == PolicyVoice::profile || into_.contact_clause.empty()) return;
    for (const std::string& key : before)
      if (!into_.demands_contact(key)) {
        refuse_mandatory(*node->find("required"), "contact: " + key, into_.contact_clause);
        into_.contact_required.push_back(key);
      }
  }

  // One of a few words; anything else is said with the nearest one.
  std::optional<std::size_t> word(MappingReader& reader, std::string_view key, const std::vector<std::string>& words) {
    const YamlNode* node = reader.take(key);
    if (node == nullptr) return std::nullopt;
    const auto at = std::find(words.begin(), words.end(), node->text);
    if (at != words.end()) return static_cast<std::size_t>(at - words.begin());
    refuse(*node, "policy-word-unknown", {std::string(key), node->text, word_list(words)},
           nearest_name(node->text, words));
    return std::nullopt;
  }

  void read_services() {
    if (const auto scale = word(reader_, "service_levels", {"levels", "modes", "both"}))
      into_.services = static_cast<ServiceScale>(*scale);
  }

  void read_languages() {
    const YamlNode* node = reader_.take("languages");
    if (node == nullptr) return;
    MappingReader reader(*node, path_, found_);
    reader.text("main", into_.languages.main);
    reader.texts("optional", into_.languages.optional);
    if (voice_ == PolicyVoice::profile) reader.text("clause", into_.languages.clause);
    names(reader, "both_or_neither", known_types(), "type-unknown", into_.languages.both_or_neither);
    reader.finish();
  }

  void read_domain() {
    const YamlNode* node = reader_.take("domain");
    if (node == nullptr) return;
    DomainRule& rule = into_.domain;
    MappingReader reader(*node, path_, found_);
    if (voice_ == PolicyVoice::profile) reader.text("clause", rule.clause);
    const bool had_sub_portals = rule.sub_portals;
    reader.boolean("gov_vn", rule.gov_vn);
    reader.whole_number("level", 0, 8, rule.level);
    reader.boolean("sub_portals", rule.sub_portals);
    reader.boolean("sub_portal_of_parent", rule.sub_portal_of_parent);
    reader.boolean("sub_portal_from_name", rule.sub_portal_from_name);
    reader.boolean("sub_portal_board", rule.sub_portal_board);
    reader.finish();
    if (voice_ == PolicyVoice::portal && !had_sub_portals && rule.sub_portals && !rule.clause.empty()) {
      refuse_mandatory(*node->find("sub_portals"), "domain: sub_portals", rule.clause);
      rule.sub_portals = false;
    }
  }

  void read_review() {
    const YamlNode* node = reader_.take("review");
    if (node == nullptr) return;
    const std::vector<std::string> known = known_types();
    MappingReader reader(*node, path_, found_);
    for (const YamlPair& pair : node->pairs) {
      if (portal_ != nullptr && !portal_->types.contains(pair.first.text))
        refuse(pair.first, "type-unknown", {pair.first.text}, nearest_name(pair.first.text, known));
      int days = 0;
      reader.whole_number(pair.first.text, 0, 36'500, days);
      into_.review_days[pair.first.text] = days;
    }
  }

  void read_disabled_types() {
    const YamlNode* node = reader_.take("disabled_types");
    if (node == nullptr) return;
    if (node->kind != YamlNode::Kind::mapping) return refuse(*node, "value-not-mapping", {});
    const std::vector<std::string> known = known_types();
    for (const YamlPair& pair : node->pairs) {
      if (portal_ != nullptr && !portal_->types.contains(pair.first.text))
        refuse(pair.first, "type-unknown", {pair.first.text}, nearest_name(pair.first.text, known));
      else
        into_.disabled_types[pair.first.text] = pair.second.text;
    }
  }

  void read_choices() {
    const YamlNode* node = reader_.take("choices");
    if (node == nullptr) return;
    MappingReader reader(*node, path_, found_);
    for (const ChoiceRow& row : choice_rows()) {
      if (node->find(row.key) != nullptr)
        into_.chosen[std::string(row.key)] = voice_ == PolicyVoice::profile ? Origin::profile : Origin::portal;
      if (row.number != nullptr)
        reader.whole_number(row.key, row.lowest, row.highest, into_.choices.*row.number);
      else
        reader.text(row.key, into_.choices.*row.text);
    }
    reader.finish();
  }

  MappingReader reader_;
  const std::string& path_;
  PolicyVoice voice_;
  const Portal* portal_;
  Policy& into_;
  Diagnostics& found_;
};

}  // namespace

void read_policy(const YamlNode& root, const std::string& path, PolicyVoice voice, const Portal* portal, Policy& into,
                 Diagnostics& found) {
  PolicyReader(root, path, voice, portal, into, found).read();
}

}  // namespace congbo::site
