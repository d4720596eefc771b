// SPDX-License-Identifier: GPL-3.0-or-later
// translation_of names an existing page in the main language, and each language translates it once.
#include <map>
#include <tuple>

#include "generator/base/nearest_name.h"
#include "generator/check/rules.h"
#include "generator/check/visit.h"

namespace congbo::check {

namespace {

std::string nearest_original(const SiteFacts& facts, const pages::Page& page) {
  std::vector<std::string> ids;
  for (const auto& other : facts.library.pages())
    if (other->route.portal == page.route.portal && other->route.language == page.portal->main_language())
      ids.push_back(other->id);
  return nearest_name(page.translation_of, ids);
}

}  // namespace

void check_translations(const SiteFacts& facts, Diagnostics& found) {
  std::map<std::tuple<PageIndex, std::string_view>, PageIndex> translated;  // original, language → first translation
  int suggestions = 50;
  for (const PageIndex index : facts.edition.visible) {
    const pages::Page& page = facts.library[index];
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
  }
}

}  // namespace congbo::check
