// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pipeline/severity.h"

#include <algorithm>
#include <utility>

#include "generator/base/nearest_name.h"
#include "generator/diagnostics/catalogue.h"
#include "generator/site/values/policy.h"

namespace congbo::pipeline {
namespace {

using diagnostics::Change;
using diagnostics::CheckFacts;
using diagnostics::Level;

// Sub-portals lie below the main one's root: the longest root wins.
const site::Portal& portal_of(const site::Site& site, std::string_view file) {
  const site::Portal* best = &site.portals.front();
  for (const site::Portal& portal : site.portals)
    if (file.starts_with(portal.root) && portal.root.size() > best->root.size()) best = &portal;
  return *best;
}

Severity lighter(Severity severity) {
  return severity == Severity::error ? Severity::warning : Severity::note;
}

Level level_of_page(const Site& site, const Diagnostic& one, Level level) {
  const pages::PageIndex page = site.library.by_source(one.where.file);
  if (page == pages::no_page || site.library[page].status != pages::Status::draft) return level;
  return Level::draft;
}

// False when the policy hides it.
bool weigh_one(const Site& site, Level level, Diagnostic& one) {
  const CheckFacts facts = diagnostics::facts_of(one.code);
  if (facts.change == Change::by_policy) {
    const site::CheckSetting* setting = site::policy_of(portal_of(*site.site, one.where.file)).check(one.code);
    if (setting != nullptr && setting->level == site::CheckLevel::off) return false;
    if (setting != nullptr)
      one.severity = setting->level == site::CheckLevel::error ? Severity::error : Severity::warning;
  }
  // What the reader of a draft has made lighter already is not made lighter twice.
  const bool as_usual = one.severity <= facts.usual;
  if (as_usual && facts.asked_from > level_of_page(site, one, level)) one.severity = lighter(one.severity);
  return true;
}

}  // namespace

void weigh(const Site& site, Level level, Diagnostics& found) {
  if (found.empty() || site.site->portals.empty()) return;
  Diagnostics weighed;
  for (Diagnostic one : found.all())
    if (weigh_one(site, level, one)) weighed.add(std::move(one));
  found = std::move(weighed);
}

void check_policy_codes(const site::Site& site, Diagnostics& found) {
  for (const site::Portal& portal : site.portals)
    for (const auto& [code, setting] : site::policy_of(portal).checks) {
      if (!setting.where.file.starts_with(portal.root + "_site/")) continue;  // the profile's, or the main portal's
      if (diagnostics::find_row(code) == nullptr) {
        std::vector<std::string> codes;
        for (const diagnostics::CatalogueRow& row : diagnostics::catalogue()) codes.emplace_back(row.code);
        found.add(error("policy-check-unknown", setting.where, {code}, nearest_name(code, codes)));
      } else if (diagnostics::facts_of(code).change == Change::never) {
        found.add(error("policy-check-fixed", setting.where, {code}));
      }
    }
}

}  // namespace congbo::pipeline
