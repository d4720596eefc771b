// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "generator/base/parallel_for.h"
#include "generator/check/check.h"
#include "generator/listing/arrange.h"
#include "generator/pipeline/alike.h"
#include "generator/pipeline/hosts.h"
#include "generator/pipeline/life.h"
#include "generator/pipeline/pictures.h"
#include "generator/pipeline/severity.h"
#include "generator/pipeline/stages.h"
#include "generator/site/values/emergency.h"

namespace congbo::pipeline {

namespace {

std::vector<const markdown::Fragment*> pointers(const std::vector<std::shared_ptr<const markdown::Fragment>>& bodies) {
  std::vector<const markdown::Fragment*> plain;
  plain.reserve(bodies.size());
  for (const auto& body : bodies) plain.push_back(body.get());
  return plain;
}

// What documents do to each other is known only after the lists.
void take_event(const std::optional<Instant>& moment, std::optional<Instant>& next_event) {
  if (moment && (!next_event || *moment < *next_event)) next_event = moment;
}

// Whether making a stage left no message.
template <class Make>
bool makes_plainly(Site& site, const Make& make) {
  const std::size_t before = site.found.all().size();
  make();
  return site.found.all().size() == before;
}

void take_pages(Site& site, const ParsedPages& parsed, const PrepareRequest& request) {
  std::vector<pages::PagePointer> all;
  all.reserve(parsed.pages.size());
  site.bodies.reserve(parsed.pages.size());
  site.texts.reserve(parsed.pages.size());
  site.waiting_bodies = parsed.waiting_bodies;
  for (const auto& one : parsed.pages) {
    all.push_back(one->page);
    site.bodies.push_back(one->body);
    site.texts.emplace_back(one, &one->text);  // lives as long as what was parsed
    site.found.append(Diagnostics(one->found));
  }
  if (is_arranged_alike(site, all, request)) {
    site.library = pages::Library(std::move(all), request.like->library);
    site.listings = request.like->listings;
    site.plain_arrangement = true;
    return;
  }
  site.plain_arrangement = makes_plainly(site, [&] { site.library = pages::Library(std::move(all), site.found); });
}

// What is public now, and the lists of it.
void arrange(Site& site, const PrepareRequest& request, StageTimer& timer) {
  if (site.listings) {
    site.edition = request.like->edition;
    return;
  }
  site.edition = timer.run(
      "edition", [&] { return edition::make_edition(site.library, request.now, request.audience, *site.history); });
  take_event(next_host_change(*site.site, request.now), site.edition.next_event);
  take_event(site::next_emergency_change(*site.site, request.now), site.edition.next_event);
  site.listings = timer.run("listing", [&] {
    return std::make_shared<const listing::Listings>(listing::arrange(*site.site, site.library, site.edition));
  });
  take_event(site.listings->relations.next_event, site.edition.next_event);
}

void load_layouts(Site& site, const PrepareRequest& request) {
  if (request.like && has_layouts_of(site, *request.like)) {
    site.look_loads = request.like->look_loads;
    site.renderer = request.like->renderer->another();
    site.plain_look = true;
    return;
  }
  site.plain_look = makes_plainly(site, [&] {
    const render::LayoutFiles layouts = gather_layouts(request, site.found);
    site.look_loads = hosting::loads_of_look(layouts.files);
    site.renderer = render::Renderer::create(layouts, site.found, site.site.get());
  });
}

void plan(Site& site, const PrepareRequest& request, StageTimer& timer) {
  if (request.like && request.like->plain_arrangement && is_planned_alike(site, *request.like)) {
    site.plan = request.like->plan;
    site.routes = request.like->routes;
    return;
  }
  const auto made = std::make_shared<OutputPlan>();
  site.plan = made;
  const bool plainly = makes_plainly(site, [&] {
    *made = timer.run("plan", [&] { return make_plan(site, site.found); });
    timer.run("redirects", [&] { add_routes(site, *made, site.found); });
  });
  site.plain_arrangement = site.plain_arrangement && plainly;
  if (request.like) made->share_names_with(*request.like->plan);
}

}  // namespace

Diagnostics check_prepared(const Site& site, diagnostics::Level level) {
  const auto is_published = [&site](const std::string& portal, const std::string& path) {
    return is_planned(site, portal, path);
  };
  const std::vector<const markdown::Fragment*> bodies = pointers(site.bodies);
  std::vector<const check::PageText*> texts;
  texts.reserve(site.texts.size());
  for (const auto& text : site.texts) texts.push_back(text.get());
  Diagnostics found;
  check::check_site({*site.site, site.library, site.edition, *site.listings, *site.snapshot, bodies, texts,
                     is_published, site.attachments.get()},
                    found);
  check_life(site, found);
  weigh(site, level, found);
  return found;
}

// Each stage is a function of what stands above it; only "parse" reads files.
std::unique_ptr<Site> prepare(const PrepareRequest& request, StageTimer& timer) {
  auto site = std::make_unique<Site>();
  site->snapshot = request.snapshot;
  site->reach = request.reach;
  site->attachments = request.attachments;
  site->history = request.history;
  if (!site->history) site->history = {std::shared_ptr<void>(), &history::none()};  // the same for all
  site->site = timer.run("site", [&] { return load_configuration(request, site->found); });
  timer.run("parse", [&] { take_pages(*site, parse_pages(request, site->site, site->found), request); });
  // No page is added or changed beyond this point. Lists and layouts need nothing of each other.
  const auto list_or_load = [&](std::size_t half) {
    half == 0 ? arrange(*site, request, timer) : load_layouts(*site, request);
  };
  parallel_for(2, request.jobs, list_or_load, 1);
  const std::vector<const markdown::Fragment*> bodies = pointers(site->bodies);
  site->publication = timer.run("record", [&] {
    return record::make_publication(*site->site, site->library, site->edition, *site->listings, *site->snapshot, bodies,
                                    request.jobs, *site->history, request.like ? &request.like->publication : nullptr);
  });
  site->pictures = timer.run("pictures", [&] { return survey_pictures(*site, request, site->found); });
  site->publication.pictures = &site->pictures->shown;
  check_policy_codes(*site->site, site->found);
  if (!site->renderer) {  // its mistakes are in `found`; without layouts there is no plan
    weigh(*site, request.level, site->found);
    site->found.sort();
    return site;
  }
  const auto index = request.text == TextUse::keep ? render::IndexFiles::published : render::IndexFiles::left_out;
  timer.run("shared parts", [&] { site->renderer->prepare(site->publication, index); });
  plan(*site, request, timer);
  for (const site::Portal& portal : site->site->portals)
    if (site->snapshot->find(portal.root + "_site/search.yaml"))
      search_vocabulary(*site->snapshot, *site->site, portal, site->found);
  weigh(*site, request.level, site->found);
  if (request.checks == Checks::run)
    timer.run("check", [&] { site->found.append(check_prepared(*site, request.level)); });
  if (request.checks == Checks::run && !request.cache) site->texts = {};  // nobody looks at them again
  site->found.sort();
  return site;
}

}  // namespace congbo::pipeline
