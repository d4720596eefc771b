// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers that run without a gap: the issues of the gazette within a year and a portal (GAZ-01). Which fields do, the
// type says (`gapless_within`). A run may start anywhere: older issues need not be on the portal. Translations repeat
// them: each language counts apart.
#include <algorithm>
#include <map>
#include <string>

#include "generator/check/rules.h"
#include "generator/check/visit.h"

namespace congbo::check {

namespace {

struct Numbered {
  double number = 0;
  const pages::Page* page = nullptr;
  const pages::Value* value = nullptr;
};

std::string text_of(const pages::Page& page, const std::string& key) {
  const pages::Value* value = page.field(key);
  if (value == nullptr) return {};
  const auto* number = std::get_if<pages::Number>(&value->data);
  return number != nullptr ? number->text : value->text();
}

void check_run(std::vector<Numbered>& run, const std::string& group, Diagnostics& found) {
  std::stable_sort(run.begin(), run.end(),
                   [](const Numbered& one, const Numbered& other) { return one.number < other.number; });
  double last = 0;
  const pages::Page* before = nullptr;
  for (const Numbered& one : run) {
    const std::string& number = std::get<pages::Number>(one.value->data).text;
    const Place where = place_of(*one.page, one.value->at);
    if (before != nullptr && one.number == last)
      found.add(error("sequence-repeated", where, {number, group, before->source}));
    else if (before != nullptr && one.number != last + 1)
      found.add(error("sequence-gap", where, {number, group, std::to_string(static_cast<long long>(last) + 1)}));
    last = one.number;
    before = one.page;
  }
}

}  // namespace

void check_sequences(const SiteFacts& facts, Diagnostics& found) {
  std::map<std::string, std::vector<Numbered>> runs;
  std::map<std::string, std::string> groups;
  for (const PageIndex index : facts.edition.visible) {
    const pages::Page& page = facts.library[index];
    for (const pages::Field& field : page.fields) {
      if (!field.schema || field.schema->gapless_within.empty() || !page.type) continue;
      const auto* number = std::get_if<pages::Number>(&field.value.data);
      if (number == nullptr) continue;
      const std::string group = text_of(page, field.schema->gapless_within);
      const std::string key = page.route.portal + "\n" + page.route.language + "\n" + page.type->id + "\n" +
                              field.schema->key + "\n" + group;
      runs[key].push_back({number->value, &page, &field.value});
      groups[key] = group;
    }
  }
  for (auto& [key, run] : runs) check_run(run, groups[key], found);
}

}  // namespace congbo::check
