// SPDX-License-Identifier: GPL-3.0-or-later
// Fields that name another page name one that exists, is of an allowed type and is published (CAT-06).
#include <algorithm>

#include "generator/base/nearest_name.h"
#include "generator/check/rules.h"
#include "generator/check/visit.h"

namespace congbo::check {

namespace {

std::string nearest_id(const SiteFacts& facts, const std::string& portal, const std::string& wanted) {
  std::vector<std::string> ids;
  for (const auto& page : facts.library.pages())
    if (page->route.portal == portal) ids.push_back(page->id);
  return nearest_name(wanted, ids);
}

void look_at(const SiteFacts& facts, const pages::Page& page, const site::FieldSchema& schema,
             const pages::Value& value, Diagnostics& found) {
  const std::string& id = value.text();
  if (schema.kind != site::Kind::reference || id.empty()) return;
  const Place where = place_of(page, value.at);
  const PageIndex target = facts.library.by_id(page.route.portal, id);
  if (target == pages::no_page) return found.add(error("reference-missing", where, {id}));
  const site::ContentType* type = facts.library[target].type;
  const bool allowed = schema.types.empty() || !type ||
                       std::find(schema.types.begin(), schema.types.end(), type->id) != schema.types.end();
  if (!allowed) return found.add(error("reference-type", where, {id, type->id, schema.types.front()}));
  if (!facts.edition.is_visible(target)) found.add(warning("reference-to-unpublished", where, {id}));
}

}  // namespace

void check_references(const SiteFacts& facts, Diagnostics& found) {
  Diagnostics here;
  each_visible_page(facts, here, [&](PageIndex index, Diagnostics& block) {
    const pages::Page& page = facts.library[index];
    each_value(page, [&](const site::FieldSchema& schema, const pages::Value& value) {
      look_at(facts, page, schema, value, block);
    });
  });
  // Suggestions search the whole site: only for the first few (see the rule of links).
  int left = 50;
  for (Diagnostic one : here.all()) {
    if (one.code == "reference-missing" && left-- > 0) {
      const PageIndex page = facts.library.by_source(one.where.file);
      if (page != pages::no_page)
        one.suggestion = nearest_id(facts, facts.library[page].route.portal, one.arguments[0]);
    }
    found.add(std::move(one));
  }
}

}  // namespace congbo::check
