// SPDX-License-Identifier: GPL-3.0-or-later
// A small fictional province put together by hand, value by value, so that these tests look at records and feeds alone.
#pragma once
#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "generator/record/public_record.h"

namespace congbo::testing {

inline site::LocalText words(std::string vietnamese, std::string english = {}) {
  site::LocalText text;
  text.texts.emplace_back("vi", std::move(vietnamese));
  if (!english.empty()) text.texts.emplace_back("en", std::move(english));
  return text;
}

inline site::FieldSchema schema(std::string key, site::Kind kind, std::string label) {
  site::FieldSchema made;
  made.key = std::move(key);
  made.kind = kind;
  made.label = words(std::move(label));
  return made;
}

template <class T>
pages::Value value(T data) {
  pages::Value made;
  made.data = std::move(data);
  return made;
}

class Province {
 public:
  Province() {
    site.portals.resize(2);
    make_portal(site.portals[0], "tinh", "content/", "https://tinh.example.gov.vn");
    make_portal(site.portals[1], "so-noi-vu", "content/sites/so-noi-vu/", "https://snv.example.gov.vn");
    site.portals[1].parent = "tinh";
  }

  site::Portal& main() { return site.portals[0]; }
  site::Portal& department() { return site.portals[1]; }

  // A page at "<root><name>.md"; its title is the name until the test says otherwise.
  pages::Page& add(site::Portal& portal, const std::string& name, const std::string& type = "news",
                   const std::string& language = "vi") {
    auto page = std::make_shared<pages::Page>();
    page->source = portal.root + name + ".md";
    page->id = name;
    page->portal = &portal;
    page->type = &portal.types.at(type);
    page->route = {portal.id, language, "/" + name + ".html"};
    page->section = name.substr(0, name.find('/'));
    page->folder = portal.root + name + "/";
    page->title = name;
    made_.push_back(page);
    return *page;
  }

  // Only after the last add(): every page not named in `hidden` or `withdrawn` is public.
  record::Publication& publish(unsigned jobs = 1) {
    std::sort(made_.begin(), made_.end(), [](const auto& a, const auto& b) { return a->source < b->source; });
    std::vector<pages::PagePointer> pointers(made_.begin(), made_.end());
    Diagnostics found;
    library = pages::Library(std::move(pointers), found);
    make_edition();
    make_lists();
    snapshot = memory_snapshot(files);
    std::vector<const markdown::Fragment*> bodies(library.size());
    for (pages::PageIndex i = 0; i < library.size(); ++i)
      if (const auto body = fragments.find(library[i].id); body != fragments.end()) bodies[i] = &body->second;
    publication = record::make_publication(site, library, edition, listings, *snapshot, bodies, jobs);
    return publication;
  }

  const record::PublicRecord& record(const std::string& id) const {
    for (const record::PublicRecord& each : publication.records)
      if (each.page && each.page->id == id) return each;
    static const record::PublicRecord none;
    return none;
  }

  site::Site site;
  std::map<std::string, markdown::Fragment> fragments;  // by page id
  std::map<std::string, std::string> files;             // of the snapshot
  std::vector<std::string> hidden, withdrawn;           // page ids
  pages::Library library;
  edition::Edition edition;
  listing::Listings listings;
  std::unique_ptr<Snapshot> snapshot;
  record::Publication publication;

 private:
  static void make_portal(site::Portal& portal, std::string id, std::string root, std::string base_url) {
    portal.id = std::move(id);
    portal.root = std::move(root);
    portal.base_url = std::move(base_url);
    portal.name = words("Cổng thông tin điện tử tỉnh Sông Lam", "Song Lam Portal");
    portal.owner = words("Ủy ban nhân dân tỉnh Sông Lam");
    portal.reuse_notice = words("Ghi rõ nguồn khi sử dụng lại thông tin");
    portal.tag_authority = portal.base_url.substr(8) + ",2026";
    portal.languages = {"vi", "en"};
    site::Unit unit;
    unit.id = "so-noi-vu";
    unit.name = words("Sở Nội vụ", "Department of Home Affairs");
    portal.units.push_back(unit);
    make_type(portal, "news", "Tin tức", "NewsArticle");
    make_type(portal, "document", "Văn bản", "Legislation");
    portal.vocabularies["category"].terms.push_back({"chi-dao", words("Chỉ đạo, điều hành", "Directives")});
    portal.vocabularies["field"].terms.push_back({"noi-vu", words("Nội vụ", "Home affairs")});
    portal.strings["vi"]["boolean.true"] = "Có";
    portal.strings["vi"]["choice.khan"] = "Khẩn";
  }

  static void make_type(site::Portal& portal, const std::string& id, std::string label, std::string schema_org) {
    site::ContentType& type = portal.types[id];
    type.id = id;
    type.label = words(std::move(label));
    type.schema_org = std::move(schema_org);
  }

  static bool among(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  }

  void make_edition() {
    edition = {};
    edition.now = *parse_instant("2026-11-10T08:00");
    for (pages::PageIndex i = 0; i < library.size(); ++i) {
      const bool is_hidden = among(hidden, library[i].id), is_withdrawn = among(withdrawn, library[i].id);
      edition.states.push_back(is_hidden      ? edition::State::embargoed
                               : is_withdrawn ? edition::State::withdrawn
                                              : edition::State::published);
      edition.visible_.push_back(!is_hidden);
      edition.listed_.push_back(!is_hidden && !is_withdrawn);
      if (!is_hidden) edition.visible.push_back(i);
      if (!is_hidden && !is_withdrawn) edition.listed.push_back(i);
    }
  }

  // One section, "/tin-tuc/", in each portal, that holds all its listed pages.
  void make_lists() {
    listings = {};
    listings.around.resize(library.size());
    for (const site::Portal& portal : site.portals) {
      listing::List list;
      list.portal = &portal;
      list.language = "vi";
      list.path = "/tin-tuc/";
      list.title = "Tin tức";
      list.breadcrumbs.push_back({"Trang chủ", "/"});
      list.feed_path = "/tin-tuc/atom.xml";
      const auto number = static_cast<std::uint32_t>(listings.lists.size());
      for (const pages::PageIndex i : edition.listed)
        if (library[i].portal == &portal && !library[i].section_index) list.items.push_back(i);
      for (const pages::PageIndex i : edition.visible)
        if (library[i].portal == &portal) listings.around[i].section_list = number;
      listing::ListPage page;
      page.list = number;
      page.path = list.path;
      listings.pages.push_back(page);
      listings.lists.push_back(std::move(list));
    }
  }

  std::vector<std::shared_ptr<pages::Page>> made_;
};

}  // namespace congbo::testing
