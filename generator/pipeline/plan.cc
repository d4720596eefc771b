// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <utility>

#include "generator/base/sort_moving_once.h"
#include "generator/feeds/feeds.h"
#include "generator/pipeline/pictures.h"
#include "generator/pipeline/stages.h"
#include "generator/render/emergency.h"
#include "generator/render/look.h"
#include "generator/site/values/emergency.h"
#include "generator/site/values/policy.h"

namespace congbo::pipeline {

namespace {

// "/tin-tuc/" → "index.html" in that folder; everything else is a file already.
std::string file_of(std::string_view path) {
  std::string file(path);
  if (file.ends_with('/')) file += "index.html";
  return file;
}

class Planner {
 public:
  explicit Planner(const Site& site) : site_(site) {}

  OutputPlan make(Diagnostics& found) {
    plan_pages();
    plan_lists();
    for (std::uint32_t portal = 0; portal < site_.site->portals.size(); ++portal) plan_portal(portal);
    for (PlannedSideFile& file : plan_side_files(site_.publication))
      add(file.portal, file.path, file.reason, Recipe::side_file, file.item, file.part, std::move(file.source));
    return sorted(found);
  }

 private:
  void add(const std::string& portal, std::string_view path, std::string_view reason, Recipe recipe, std::uint32_t item,
           std::uint32_t part = 0, std::string source = {}) {
    plan_.outputs.push_back({OutputName{portal + file_of(path), std::string(reason), std::move(source)},
                             static_cast<std::uint32_t>(recipe), item, part});
  }

  // Section pages are published as their lists.
  void plan_pages() {
    for (const pages::PageIndex index : site_.edition.visible) {
      const pages::Page& page = site_.library[index];
      if (!page.section_index) add(page.route.portal, page.route.path, "page", Recipe::page, index, 0, page.source);
      if (!page.section_index && page.portal->json_twins) plan_twin(page, index);
      plan_files(index);
    }
  }

  void plan_twin(const pages::Page& page, pages::PageIndex index) {
    std::string path = page.route.path;
    if (path.ends_with(".html")) path.resize(path.size() - 5);
    add(page.route.portal, path + ".json", "twin", Recipe::twin, index, 0, page.source);
  }

  void plan_files(pages::PageIndex index) {
    const record::PublicRecord& record = site_.publication.records[index];
    for (const record::FileLink& file : record.files) {
      const std::string& portal = record.page->route.portal;
      if (!attachments_.insert(portal + file.path).second || !site_.snapshot->find(file.source)) continue;
      add(portal, file.path, "attachment", Recipe::attachment, index, 0, file.source);
      if (const PictureJob* picture = site_.pictures->find(file.source)) plan_picture(portal, file, *picture);
    }
  }

  // The first recipe is what stands under the picture's own name.
  void plan_picture(const std::string& portal, const record::FileLink& file, const PictureJob& picture) {
    const auto number = static_cast<std::uint32_t>(&picture - site_.pictures->jobs.data());
    for (std::uint32_t part = 1; part < picture.recipes.size(); ++part)
      add(portal, record::picture_path(file.path, images::suffix_of(picture.facts, picture.recipes[part])), "picture",
          Recipe::picture, number, part, file.source);
  }

  void plan_lists() {
    for (std::uint32_t i = 0; i < site_.listings->pages.size(); ++i) {
      const listing::ListPage& page = site_.listings->pages[i];
      const listing::List& list = site_.listings->lists[page.list];
      const std::string source = list.index_page == pages::no_page ? "" : site_.library[list.index_page].source;
      add(list.portal->id, page.path, "listing", Recipe::list, i, 0, source);
    }
    for (std::uint32_t i = 0; i < site_.listings->lists.size(); ++i) {
      const listing::List& list = site_.listings->lists[i];
      if (list.feed_path.empty()) continue;
      add(list.portal->id, list.feed_path, "feed", Recipe::atom, i);
      const std::string folder = list.feed_path.substr(0, list.feed_path.rfind('/') + 1);
      add(list.portal->id, folder + "rss.xml", "feed", Recipe::rss, i);
    }
  }

  void plan_portal(std::uint32_t number) {
    const site::Portal& portal = site_.site->portals[number];
    const auto parts = static_cast<std::uint32_t>(feeds::sitemap_parts(site_.publication, portal));
    for (std::uint32_t part = 0; part < parts; ++part)
      add(portal.id, "/sitemap-" + std::to_string(part + 1) + ".xml", "sitemap", Recipe::sitemap_part, number, part);
    add(portal.id, "/sitemap.xml", "sitemap", Recipe::sitemap_index, number);
    add(portal.id, "/robots.txt", "robots", Recipe::robots, number);
    add(portal.id, "/site.webmanifest", "web manifest", Recipe::web_manifest, number);
    add(portal.id, "/opensearch.xml", "search description", Recipe::opensearch, number);
    if (site::policy_of(portal).choices.search_offline != 0)
      add(portal.id, "/search-offline.js", "search without network", Recipe::offline, number);
    add(portal.id, "/_headers", "headers", Recipe::headers, number);
    if (const std::string look = render::look_path(portal); !look.empty())
      add(portal.id, look, "look", Recipe::look, number);
    const auto& assets = site_.renderer->assets();
    for (std::uint32_t i = 0; i < assets.size(); ++i)
      add(portal.id, assets[i].path, "asset", Recipe::asset, i, 0, "layouts/" + assets[i].source);
    plan_fixed(number, portal);
    plan_emergency(number, portal);
  }

  // There also when nothing is to be said: the pages' directives name it.
  void plan_emergency(std::uint32_t number, const site::Portal& portal) {
    if (site::emergency_of(portal).way != site::EmergencyWay::include) return;
    for (std::uint32_t language = 0; language < portal.languages.size(); ++language)
      add(portal.id, render::emergency_path(portal.languages[language]), "emergency banner", Recipe::emergency, number,
          language);
  }

  void plan_fixed(std::uint32_t number, const site::Portal& portal) {
    const auto& fixed = render::Renderer::fixed_pages();
    for (std::uint32_t language = 0; language < portal.languages.size(); ++language)
      for (std::uint32_t i = 0; i < fixed.size(); ++i) {
        if (language != 0 && fixed[i].first == "style") continue;  // it shows the look, not the language
        const std::string prefix = language == 0 ? "" : "/" + portal.languages[language];
        add(portal.id, prefix + std::string(fixed[i].second), "fixed page", Recipe::fixed, number, language * 256 + i);
      }
  }

  OutputPlan sorted(Diagnostics& found) {
    auto& outputs = plan_.outputs;
    sort_moving_once(outputs, [](const PlannedOutput& a, const PlannedOutput& b) {
      return a.path() != b.path() ? a.path() < b.path() : std::pair(a.recipe, a.item) < std::pair(b.recipe, b.item);
    });
    std::set<std::string> portals;  // two portals of one id, already said, would have every address twice
    for (const site::Portal& portal : site_.site->portals) portals.insert(portal.id);
    const bool say = portals.size() == site_.site->portals.size();
    for (std::size_t i = 1; say && i < outputs.size(); ++i)
      if (outputs[i].path() == outputs[i - 1].path()) {
        const std::string& source = outputs[i].source().empty() ? outputs[i - 1].source() : outputs[i].source();
        found.add(
            error("output-twice", {source, 1, 1}, {outputs[i].path(), outputs[i - 1].reason(), outputs[i].reason()}));
      }
    const auto same = [](const PlannedOutput& a, const PlannedOutput& b) { return a.path() == b.path(); };
    outputs.erase(std::unique(outputs.begin(), outputs.end(), same), outputs.end());
    return std::move(plan_);
  }

  const Site& site_;
  OutputPlan plan_;
  std::set<std::string> attachments_;
};

}  // namespace

OutputPlan make_plan(const Site& site, Diagnostics& found) {
  return Planner(site).make(found);
}

}  // namespace congbo::pipeline
