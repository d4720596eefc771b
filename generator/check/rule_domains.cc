// SPDX-License-Identifier: GPL-3.0-or-later
// Hosts as the regulation wants them (ID-02, SUBP-01 to SUBP-03, SUBP-05, SUBP-06, X-08) and the languages it allows
// (LNG-03, LNG-04).
#include <algorithm>

#include "generator/check/rules.h"
#include "generator/check/site_file.h"
#include "generator/site/domain_label.h"
#include "generator/site/values/policy.h"

namespace congbo::check {

namespace {

bool is_local(std::string_view host) {
  return host == "localhost" || host.ends_with(".localhost") || host == "127.0.0.1";
}

class DomainCheck {
 public:
  DomainCheck(const SiteFacts& facts, Diagnostics& found)
      : facts_(facts), found_(found), main_(facts.site.portals.front()), labels_(site::distinct_labels(main_.units)) {}

  void run() {
    for (const site::Portal& portal : facts_.site.portals) {
      const std::string host = host_of(portal.base_url);
      if (host.empty() || is_local(host)) continue;
      check_host(portal, host);
      check_languages(portal);
      if (!portal.parent.empty()) check_sub_portal(portal, host);
    }
  }

 private:
  void check_host(const site::Portal& portal, const std::string& host) {
    const site::DomainRule& rule = site::policy_of(portal).domain;
    if (rule.gov_vn && !host.ends_with(".gov.vn"))
      found_.add(error("domain-not-gov-vn", place(portal, "base_url:"), {host, asked_by(rule.clause)}));
    const auto level = std::count(host.begin(), host.end(), '.') + 1;
    if (portal.parent.empty() && rule.level != 0 && level != rule.level)
      found_.add(error("domain-level", place(portal, "base_url:"),
                       {host, std::to_string(level), std::to_string(rule.level), asked_by(rule.clause)}));
  }

  void check_languages(const site::Portal& portal) {
    const site::LanguageRule& rule = site::policy_of(portal).languages;
    if (site::policy_of(portal).profile.empty()) return;
    for (const std::string& language : portal.languages) {
      const auto allowed = [&](std::string_view wanted) {
        return std::find(rule.optional.begin(), rule.optional.end(), wanted) != rule.optional.end();
      };
      const bool first = language == portal.main_language();
      if (first ? language == rule.main : language == rule.main || allowed(language) || allowed("*")) continue;
      found_.add(warning("language-not-allowed", place(portal, "languages:"), {language, asked_by(rule.clause)}));
    }
  }

  void check_sub_portal(const site::Portal& portal, const std::string& host) {
    const site::DomainRule& rule = site::policy_of(main_).domain;
    if (!rule.sub_portals)
      found_.add(error("sub-portal-not-allowed", place(portal, "name:"), {portal.id, asked_by(rule.clause)}));
    if (rule.sub_portal_board && portal.board.empty())
      found_.add(warning("sub-portal-board-missing", place(portal, "name:"), {portal.id}));
    const site::Unit* unit = portal.unit_id.empty() ? nullptr : portal.unit(portal.unit_id);
    if (unit != nullptr && unit->kind == "voluntary" && portal.approved_by.number.empty())
      found_.add(error("sub-portal-unapproved", place(portal, "name:"), {portal.id}));
    if (rule.sub_portal_of_parent && portal.domain_exception.empty()) check_label(portal, host, unit);
  }

  // One label below the parent's host; from the unit's name where the rule says so.
  void check_label(const site::Portal& portal, const std::string& host, const site::Unit* unit) {
    std::string parent = host_of(main_.base_url);
    if (parent.starts_with("www.")) parent.erase(0, 4);
    const std::string name = unit != nullptr ? unit->name.in("vi") : portal.name.in("vi");
    const auto own = unit != nullptr ? labels_.find(unit->id) : labels_.end();
    const std::string proposed = own != labels_.end() ? own->second : site::plain_label(name);
    const std::string label = host.ends_with("." + parent) ? host.substr(0, host.size() - parent.size() - 1) : "";
    const bool form = !label.empty() && label.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789") == label.npos;
    const bool named = label == proposed || label == site::full_label(name) ||
                       (label == site::plain_label(name) && !is_shared(label, unit));
    if (form && is_shared(label, unit))
      found_.add(warning("sub-portal-label-taken", place(portal, "base_url:"), {label, portal.id},
                         "https://" + proposed + "." + parent));
    else if (!form || (site::policy_of(main_).domain.sub_portal_from_name && !named))
      found_.add(
          warning("sub-portal-domain", place(portal, "base_url:"), {host, name}, "https://" + proposed + "." + parent));
  }

  // Another unit has the same name without marks, so the bare label is neither's.
  bool is_shared(const std::string& label, const site::Unit* unit) const {
    return std::any_of(main_.units.begin(), main_.units.end(), [&](const site::Unit& other) {
      return unit != nullptr && other.id != unit->id && !other.valid_until &&
             site::plain_label(other.name.in("vi")) == label && site::plain_label(unit->name.in("vi")) == label &&
             labels_.at(unit->id) != label;
    });
  }

  Place place(const site::Portal& portal, std::string_view key) const {
    return place_in_site_file(facts_, portal, key);
  }

  const SiteFacts& facts_;
  Diagnostics& found_;
  const site::Portal& main_;
  std::map<std::string, std::string> labels_;  // by unit
};

}  // namespace

void check_domains(const SiteFacts& facts, Diagnostics& found) {
  if (!facts.site.portals.empty()) DomainCheck(facts, found).run();
}

}  // namespace congbo::check
