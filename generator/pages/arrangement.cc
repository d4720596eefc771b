// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/arrangement.h"

#include <tuple>

namespace congbo::pages {

bool same_arrangement(const Page& a, const Page& b) {
  const auto place = [](const Page& page) {
    return std::tie(page.source, page.id, page.portal, page.type, page.route, page.section, page.section_index,
                    page.folder, page.translation_of, page.aliases);
  };
  const auto order = [](const Page& page) {
    return std::tie(page.unit, page.category, page.tags, page.date, page.date_has_time, page.updated_on, page.order,
                    page.featured, page.cover, page.cover_focus);
  };
  const auto fate = [](const Page& page) {
    return std::tie(page.status, page.release_at, page.expires_at, page.embargo, page.withdrawn, page.updates);
  };
  const auto words = [](const Page& page) { return std::tie(page.title, page.summary); };
  return place(a) == place(b) && order(a) == order(b) && (!a.section_index || words(a) == words(b)) &&
         fate(a) == fate(b) && a.fields == b.fields;
}

bool same_but_for_body(const Page& a, const Page& b) {
  const auto words = [](const Page& page) {
    return std::tie(page.title, page.summary, page.author, page.source_name, page.source_url, page.cover_alt,
                    page.change_note);
  };
  return words(a) == words(b) && same_arrangement(a, b);
}

}  // namespace congbo::pages
