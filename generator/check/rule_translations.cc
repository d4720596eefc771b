// SPDX-License-Identifier: GPL-3.0-or-later
// translation_of names an existing page in the main language, and each language translates it once (LNG-02). Where the
// regulation speaks of languages: nothing exists in another language only (LNG-01), and types that are published in
// every language or in none keep to it.
#include <algorithm>
#include <map>
#include <tuple>

#include "generator/base/nearest_name.h"
#include "generator/check/rules.h"
#include "generator/check/visit.h"
#include "generator/pages/source_hash.h"
#include "generator/site/values/policy.h"

namespace congbo::check {

namespace {

std::string nearest_original(const SiteFacts& facts, const pages::Page& page) {
  std::vector<std::string> ids;
  for (const auto& other : facts.library.pages())
    if (other->route.portal == page.route.portal && other->route.language == page.portal->main_language())
      ids.push_back(other->id);
  return nearest_name(page.translation_of, ids);
}

// The original was changed after it was translated.
void check_fresh(const SiteFacts& facts, const pages::Page& page, const pages::Page& original, Diagnostics& found) {
  const pages::Value* from = page.field("translated_from");
  const SnapshotEntry* entry = from ? facts.snapshot.find(original.source) : nullptr;
  if (!entry) return;
  const Result<std::string> bytes = facts.snapshot.read(*entry);
  if (bytes && pages::source_hash(*bytes) != from->text())
    found.add(warning("translation-stale", place_of(page, from->at), {original.title, original.source},
                      "congbo translated " + page.source));
}

void check_alone(const SiteFacts& facts, const pages::Page& page, Diagnostics& found) {
  const site::Policy& policy = site::policy_of(*page.portal);
  if (policy.languages.clause.empty() || page.section_index) return;
  if (page.route.language == page.portal->main_language()) return;
  const PageIndex original =
      page.translation_of.empty() ? pages::no_page : facts.library.by_id(page.route.portal, page.translation_of);
  if (original == pages::no_page || !facts.edition.is_visible(original))
    found.add(error("translation-alone", page.place_of("title"),
                    {page.title, std::string(page.portal->main_language()), policy.languages.clause}));
}

using Translated = std::map<std::tuple<PageIndex, std::string_view>, PageIndex>;

// Types that the policy wants in every language of the portal.
void check_both(const SiteFacts& facts, const Translated& translated, Diagnostics& found) {
  for (const PageIndex index : facts.edition.visible) {
    const pages::Page& page = facts.library[index];
    const std::vector<std::string>& types = site::policy_of(*page.portal).languages.both_or_neither;
    if (page.section_index || page.route.language != page.portal->main_language()) continue;
    if (std::find(types.begin(), types.end(), page.type->id) == types.end()) continue;
    for (const std::string& language : page.portal->languages)
      if (language != page.portal->main_language() && !translated.contains({index, language}))
        found.add(warning("translation-required", page.place_of("title"), {page.title, language, page.type->id}));
  }
}

}  // namespace

void check_translations(const SiteFacts& facts, Diagnostics& found) {
  Translated translated;  // original, language → first translation
  int suggestions = 50;
  for (const PageIndex index : facts.edition.visible) {
    const pages::Page& page = facts.library[index];
    check_alone(facts, page, found);
    if (page.translation_of.empty()) continue;
    const Place where = page.place_of("translation_of");
    const PageIndex original = facts.library.by_id(page.route.portal, page.translation_of);
    if (original == pages::no_page) {
      found.add(error("translation-missing", where, {page.translation_of},
                      suggestions-- > 0 ? nearest_original(facts, page) : std::string()));
      continue;
    }
    const std::string_view main = page.portal->main_language();
    if (facts.library[original].route.language != main)
      found.add(error("translation-not-main", where, {page.translation_of, std::string(main)}));
    else if (page.route.language == main)
      found.add(error("translation-same-language", where, {page.translation_of}));
    else if (const auto [known, is_new] =
                 translated.emplace(std::tuple(original, std::string_view(page.route.language)), index);
             !is_new)
      found.add(error("translation-duplicate", where, {page.translation_of, facts.library[known->second].source}));
    check_fresh(facts, page, facts.library[original], found);
  }
  check_both(facts, translated, found);
}

}  // namespace congbo::check
