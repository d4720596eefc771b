// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/content_hash.h"
#include "generator/base/html_escape.h"
#include "generator/feeds/feeds.h"
#include "generator/hosting/server_headers.h"
#include "generator/pipeline/life.h"
#include "generator/pipeline/pictures.h"
#include "generator/pipeline/stages.h"
#include "generator/render/look.h"
#include "generator/site/shipped.h"

namespace congbo::pipeline {

namespace {

std::string fixed_page(const Site& site, const PlannedOutput& output, const render::Decoration& decoration) {
  const site::Portal& portal = site.site->portals[output.item];
  const std::string& language = portal.languages[output.part / 256];
  return site.renderer->fixed(portal, language, render::Renderer::fixed_pages()[output.part % 256].first, {}, {},
                              decoration);
}

Result<std::string> repository_file(const Site& site, const std::string& source) {
  const SnapshotEntry* entry = site.snapshot->find(source);
  if (!entry) return error("file-not-found", {source}, {source});
  return site.snapshot->read(*entry);
}

}  // namespace

std::string redirect_page(const std::string& url, std::string_view language, std::string_view words) {
  const std::string escaped = html_escape(url);
  return "<!DOCTYPE html>\n<html lang=\"" + std::string(language) + "\">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
         escaped + "</title>\n<link rel=\"canonical\" href=\"" + escaped +
         "\">\n<meta name=\"robots\" content=\"noindex\">\n" +
         "<meta http-equiv=\"refresh\" content=\"0; url=" + escaped + "\">\n</head>\n<body>\n<p>" + html_escape(words) +
         " <a href=\"" + escaped + "\">" + escaped + "</a></p>\n</body>\n</html>\n";
}

namespace {

std::string moved_page(const redirects::Route& route) {
  return redirect_page(route.to, route.language, route.portal->string(route.language, "moved.title"));
}

}  // namespace

Result<std::string> produce(const Site& site, const PlannedOutput& output, const render::Decoration& decoration) {
  const record::Publication& publication = site.publication;
  const auto portal = [&]() -> const site::Portal& { return site.site->portals[output.item]; };
  switch (static_cast<Recipe>(output.recipe)) {
    case Recipe::page:
      return site.renderer->page(output.item, decoration);
    case Recipe::twin:
      return record::json_twin(publication, publication.records[output.item]);
    case Recipe::list:
      return site.renderer->list(output.item, decoration);
    case Recipe::fixed:
      return fixed_page(site, output, decoration);
    case Recipe::atom:
      return feeds::atom_feed(publication, output.item);
    case Recipe::rss:
      return feeds::rss_feed(publication, output.item);
    case Recipe::sitemap_part:
      return feeds::sitemap_part(publication, portal(), output.part);
    case Recipe::sitemap_index:
      return feeds::sitemap_index(publication, portal());
    case Recipe::robots:
      return feeds::robots_txt(portal());
    case Recipe::look:
      return render::look_css(portal());
    case Recipe::web_manifest:
      return feeds::web_manifest(portal());
    case Recipe::opensearch:
      return feeds::opensearch_description(portal());
    case Recipe::offline:
      return std::string(*site::shipped_file("search/browser/offline.js"));
    case Recipe::asset:
      return site.renderer->assets()[output.item].bytes;
    case Recipe::attachment:
      if (const PictureJob* picture = site.pictures->find(output.source())) return picture_file(site, *picture, 0);
      return repository_file(site, output.source());
    case Recipe::picture:
      return picture_file(site, site.pictures->jobs[output.item], output.part);
    case Recipe::side_file:
      return side_file(publication, output.item, output.part);
    case Recipe::redirect:
      return moved_page(site.routes[output.item]);
    case Recipe::gone:
      return gone_page(site, site.routes[output.item], decoration);
    case Recipe::emergency:
      return site.renderer->emergency(portal(), portal().languages[output.part]);
    case Recipe::headers:
      return hosting::static_host_headers(loads_of(site, portal()), host_of(portal()));
    case Recipe::netlify:
      return netlify_file(site, portal());
  }
  return std::string();
}

std::uint64_t output_fingerprint(const Site& site, const PlannedOutput& output) {
  const auto recipe = static_cast<Recipe>(output.recipe);
  std::string made_from;
  if (recipe == Recipe::attachment || recipe == Recipe::picture) {
    const SnapshotEntry* entry = site.snapshot->find(output.source());
    const PictureJob* picture = site.pictures->find(output.source());
    made_from = (entry ? entry->fingerprint : std::string()) + (picture ? "/picture" : "/file");
  } else if (Result<std::string> bytes = produce(site, output)) {
    made_from = *std::move(bytes);
  }
  return std::stoull(sha256_hex(made_from).substr(0, 16), nullptr, 16);
}

}  // namespace congbo::pipeline
