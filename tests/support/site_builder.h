// SPDX-License-Identifier: GPL-3.0-or-later
// Sites and pages as values, for tests of the stages after loading. Addresses are worked out from the file as the
// loader does.
#pragma once
#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/pages/library.h"
#include "generator/pages/values/page.h"
#include "generator/site/values/site.h"

namespace congbo::test {

inline site::LocalText label(std::string vietnamese, std::string english) {
  return {{{"vi", std::move(vietnamese)}, {"en", std::move(english)}}};
}

inline site::Portal portal(std::string id, std::string root) {
  site::Portal made;
  made.id = std::move(id);
  made.root = std::move(root);
  made.name = label("Cổng thông tin " + made.id, "Portal " + made.id);
  made.base_url = "https://" + made.id + ".example.gov.vn";
  made.contact = {"1 đường Chính", "0260 000 000", "", "banbientap@example.gov.vn"};
  made.languages = {"vi", "en"};
  for (const char* type : {"news", "document", "consultation", "page"}) {
    made.types[type].id = type;
    made.types[type].label = label(type, type);
  }
  made.types["page"].listed = site::Listed::section;
  made.units.resize(2);
  made.units[0].id = "so-noi-vu";
  made.units[0].name = label("Sở Nội vụ", "Department of Home Affairs");
  made.units[1].id = "van-phong";
  made.units[1].name = label("Văn phòng", "Office");
  site::Vocabulary& categories = made.vocabularies["category"];
  categories.id = "category";
  categories.terms = {{"kinh-te", label("Kinh tế", "Economy")}, {"xa-hoi", label("Xã hội", "Society")}};
  site::Vocabulary& tags = made.vocabularies["tags"];
  tags.id = "tags";
  tags.open = true;
  tags.terms = {{"chuyen-doi-so", label("Chuyển đổi số", "Digital transformation")}};
  return made;
}

// A main portal "tinh" and a sub-portal "xa-a", Vietnamese and English.
inline site::Site two_portals() {
  site::Site site;
  site.portals.push_back(portal("tinh", "content/"));
  site.portals.push_back(portal("xa-a", "content/sites/xa-a/"));
  site.portals[1].parent = "tinh";
  return site;
}

// A published page of type news whose file is `source`.
inline pages::Page page_at(const site::Site& site, const std::string& source) {
  pages::Page page;
  page.source = source;
  for (const site::Portal& one : site.portals)
    if (source.starts_with(one.root)) page.portal = &one;
  std::string below = source.substr(page.portal->root.size());
  below.resize(below.size() - 3);
  page.id = below;
  page.route = {page.portal->id, page.portal->languages.front(), ""};
  const auto& languages = page.portal->languages;
  for (auto language = languages.begin() + 1; language < languages.end(); ++language)
    if (below.starts_with(*language + "/")) page.route.language = *language;
  page.section_index = below == "_index" || below.ends_with("/_index");
  page.route.path = "/" + (page.section_index ? below.substr(0, below.size() - 6) : below + ".html");
  page.folder = page.section_index ? source.substr(0, source.size() - 9) : source.substr(0, source.size() - 3) + "/";
  std::string section = below.substr(0, below.find_last_of('/') == std::string::npos ? 0 : below.find_last_of('/'));
  if (page.route.language != languages.front()) section = section.size() > 3 ? section.substr(3) : "";
  page.section = section;
  page.type = &page.portal->types.at(page.section_index ? "page" : "news");
  page.title = "Tiêu đề " + below;
  return page;
}

// A schema for a key that the small types above do not list.
inline const site::FieldSchema& schema_of(const std::string& key, site::Kind kind) {
  static std::map<std::string, site::FieldSchema> made;
  site::FieldSchema& schema = made[key + "/" + std::string(1, static_cast<char>('a' + static_cast<int>(kind)))];
  schema.key = key;
  schema.kind = kind;
  return schema;
}

// Lookups go by key, so the schema only has to bear it.
inline void set_field(pages::Page& page, const std::string& key, pages::Value value,
                      site::Kind kind = site::Kind::text) {
  page.fields.push_back({&schema_of(key, kind), std::move(value)});
}

inline pages::Value value_of(Date day, pages::Position at = {}) {
  return {day, at};
}
inline pages::Value value_of(std::string text, pages::Position at = {}) {
  return {std::move(text), at};
}

inline pages::Library library_of(std::vector<pages::Page> all) {
  std::vector<pages::PagePointer> pointers;
  for (pages::Page& page : all) pointers.push_back(std::make_shared<const pages::Page>(std::move(page)));
  std::sort(pointers.begin(), pointers.end(), [](const auto& a, const auto& b) { return a->source < b->source; });
  Diagnostics found;
  return pages::Library(std::move(pointers), found);
}

}  // namespace congbo::test
