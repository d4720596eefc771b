// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pipeline/pictures.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include "generator/base/parallel_for.h"
#include "generator/images/workshop.h"
#include "generator/site/values/policy.h"

namespace congbo::pipeline {

namespace {

using images::Recipe;

bool is_picture(std::string_view type) {
  static constexpr std::array<std::string_view, 6> types = {"JPG", "JPEG", "PNG", "WEBP", "AVIF", "GIF"};
  return std::find(types.begin(), types.end(), type) != types.end();
}

// A source, the first page that has it, and the focuses of the cards it is cut for.
struct Use {
  const record::PublicRecord* record = nullptr;
  std::set<std::string> focuses;
  images::Avif avif = images::Avif::made;  // of no portal that leaves it out
};

std::map<std::string, Use> picture_uses(const Site& site) {
  std::map<std::string, Use> uses;
  for (const pages::PageIndex index : site.edition.visible) {
    const record::PublicRecord& record = site.publication.records[index];
    for (const record::FileLink& file : record.files) {
      if (!is_picture(file.type)) continue;
      Use& use = uses[file.source];
      if (!use.record) use.record = &record;
      if (site::policy_of(*record.page->portal).choices.image_avif == 0) use.avif = images::Avif::left_out;
      if (file.source == record.page->cover) use.focuses.insert(record.page->cover_focus);
    }
  }
  return uses;
}

// Where the page names the file: as its cover, in the body, else the page itself.
Place place_of(const record::PublicRecord& record, const std::string& source) {
  const pages::Page& page = *record.page;
  if (page.cover == source) return page.place_of("cover");
  const std::string name = source.substr(source.rfind('/') + 1);
  if (record.body)
    for (const markdown::Hole& hole : record.body->holes) {
      bool names = hole.target.ends_with(name);
      for (const auto& [key, value] : hole.parameters) names = names || value.ends_with(name);
      for (const std::string& item : hole.items) names = names || item.find(name) != std::string::npos;
      if (names) return {page.source, hole.line, hole.column};
    }
  return page.place_of("title");
}

images::Focus focus_of(const std::string& text) {
  return images::parse_focus(text).value_or(images::Focus());
}

record::PictureSet set_of(const images::Facts& facts, const std::vector<Recipe>& recipes) {
  record::PictureSet set;
  for (std::size_t i = 0; i < recipes.size(); ++i) {
    const Recipe& one = recipes[i];
    const record::PictureFile file{one.width, one.height, images::suffix_of(facts, one)};
    if (i + 1 == recipes.size())
      set.fallback = file;
    else
      (one.format == images::Format::avif ? set.avif : set.webp).push_back(file);
  }
  return set;
}

void add_job(const std::string& source, const Use& use, PictureJob job, PictureShelf& shelf) {
  const auto add = [&](const std::vector<Recipe>& recipes) {
    job.recipes.insert(job.recipes.end(), recipes.begin(), recipes.end());
    return set_of(job.facts, recipes);
  };
  job.recipes = {images::original_recipe(job.facts)};
  record::Picture& picture = shelf.shown.by_source[source];
  picture = {job.facts.width, job.facts.height, add(images::whole_recipes(job.facts, use.avif))};
  std::vector<images::Focus> cut;
  for (const std::string& focus : use.focuses) {
    const images::Focus point = focus_of(focus);
    const std::vector<Recipe> recipes = images::card_recipes(job.facts, point, use.avif);
    if (recipes.empty()) continue;
    record::PictureSet& card = shelf.shown.cards[record::Pictures::card_key(source, focus)];
    card = set_of(job.facts, recipes);
    if (std::find(cut.begin(), cut.end(), point) != cut.end()) continue;  // «50% 40%» and none at all are one
    cut.push_back(point);
    add(recipes);
  }
  shelf.number[source] = static_cast<std::uint32_t>(shelf.jobs.size());
  shelf.jobs.push_back(std::move(job));
}

void check_focuses(const Site& site, Diagnostics& found) {
  for (const pages::PageIndex index : site.edition.visible) {
    const pages::Page& page = site.library[index];
    if (!page.cover_focus.empty() && !images::parse_focus(page.cover_focus))
      found.add(error("cover-focus", page.place_of("cover_focus"), {page.cover_focus}));
  }
}

}  // namespace

std::shared_ptr<const PictureShelf> survey_pictures(const Site& site, const PrepareRequest& request,
                                                    Diagnostics& found) {
  auto shelf = std::make_shared<PictureShelf>();
  check_focuses(site, found);
  shelf->workshop = request.pictures;
  if (!shelf->workshop) return shelf;
  const std::map<std::string, Use> uses = picture_uses(site);
  std::vector<std::pair<const std::string*, const Use*>> order;
  order.reserve(uses.size());
  for (const auto& [source, use] : uses) order.emplace_back(&source, &use);
  std::vector<std::optional<images::Facts>> facts(order.size());
  parallel_for(
      order.size(), request.jobs,
      [&](std::size_t i) {
        const SnapshotEntry* entry = site.snapshot->find(*order[i].first);
        if (!entry) return;
        Result<std::optional<images::Facts>> looked = shelf->workshop->facts(*site.snapshot, *entry);
        if (looked) facts[i] = *std::move(looked);
      },
      1);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const auto& [source, use] = order[i];
    const SnapshotEntry* entry = site.snapshot->find(*source);
    if (!entry) continue;
    const Place where = place_of(*use->record, *source);
    if (facts[i])
      add_job(*source, *use, {entry, *std::move(facts[i]), {}, where}, *shelf);
    else
      found.add(error("image-undecodable", where, {*source}));
  }
  return shelf;
}

Result<Done> make_pictures(const Site& site, const PrepareRequest& request, Diagnostics& found,
                           const std::function<bool(const std::string&)>& tell) {
  const PictureShelf& shelf = *site.pictures;
  if (shelf.jobs.empty()) return Done{};
  std::mutex mutex;
  std::size_t begun = 0;
  bool goes_on = true;
  std::optional<Diagnostic> failure;
  parallel_for(
      shelf.jobs.size(), request.jobs,
      [&](std::size_t i) {
        const PictureJob& job = shelf.jobs[i];
        {
          const std::lock_guard lock(mutex);
          goes_on = goes_on && tell("images " + std::to_string(++begun) + "/" + std::to_string(shelf.jobs.size()));
          if (!goes_on) return;
        }
        const Result<std::size_t> made =
            shelf.workshop->make(job.facts, job.recipes, [&] { return site.snapshot->read(*job.entry); });
        if (made) return;
        const std::lock_guard lock(mutex);
        if (made.error().code == "image-undecodable")
          found.add(error("image-undecodable", job.where, {job.entry->path}));
        else
          failure = made.error();
      },
      1);
  if (failure) return *std::move(failure);
  found.sort();
  shelf.workshop->prune();
  return Done{};
}

Result<std::string> picture_file(const Site& site, const PictureJob& picture, std::uint32_t part) {
  Result<std::string> made = site.pictures->workshop->get(picture.facts, picture.recipes[part],
                                                          [&] { return site.snapshot->read(*picture.entry); });
  if (made || made.error().code != "image-undecodable") return made;
  return error("image-undecodable", picture.where, {picture.entry->path});
}

}  // namespace congbo::pipeline
