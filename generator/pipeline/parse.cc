// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <utility>

#include "generator/base/parallel_for.h"
#include "generator/base/spill_file.h"
#include "generator/base/very_many_files.h"
#include "generator/pipeline/hosts.h"
#include "generator/pipeline/stages.h"
#include "generator/site/load.h"
#include "generator/site/values/emergency.h"

namespace congbo::pipeline {

namespace {

constexpr std::string_view sites_folder = "content/sites/";
constexpr std::string_view strings_folder = "layouts/i18n/";

// Changes whenever what load_configuration gives could change.
std::string configuration_key(const PrepareRequest& request) {
  // Hosts have dates, but not where the preview's stand for all.
  std::string key = request.local_hosts.empty() ? to_text(date_of(request.now)) : request.local_hosts;
  key += '\n';
  if (request.json_twins) key += *request.json_twins ? "twins\n" : "no twins\n";
  // Settings anywhere, the look's own strings, and which sub-portals there are.
  std::string_view portal;
  for (const SnapshotEntry& entry : request.snapshot->entries()) {
    const std::string_view path = entry.path;
    if (path.starts_with(sites_folder)) {
      const std::string_view folder = path.substr(0, path.find('/', sites_folder.size()));
      if (folder != portal) key.append(portal = folder).append("\n");
    }
    if (path.find("/_site/") == std::string::npos && !path.starts_with(strings_folder)) continue;
    key.append(path).append(" ").append(entry.fingerprint).append("\n");
  }
  return key;
}

void apply_overrides(const PrepareRequest& request, site::Site& site) {
  static constexpr std::string_view mark = "{portal}";
  if (request.local_hosts.empty()) use_valid_hosts(date_of(request.now), site);
  for (site::Portal& portal : site.portals) {
    if (request.json_twins) portal.json_twins = *request.json_twins;
    if (request.local_hosts.empty()) continue;
    auto emergency = std::make_shared<site::Emergency>(site::emergency_of(portal));
    emergency->way = site::EmergencyWay::rebuild;  // the preview's own server puts nothing into pages
    portal.emergency = std::move(emergency);
    portal.base_url = request.local_hosts;
    if (const std::size_t at = portal.base_url.find(mark); at != std::string::npos)
      portal.base_url.replace(at, mark.size(), portal.id);
  }
}

// The text is kept where something is printed from it: the index, a twin, or the description of a page without summary.
bool needs_text(const PrepareRequest& request, const pages::Page& page) {
  return request.text == TextUse::keep || page.portal->json_twins || page.summary.empty();
}

// Bodies wait as HTML until their pages are written; beyond so many bytes they wait on the disk. Those of ten thousand
// pages fit.
std::size_t bytes_in_memory(std::size_t files) {
  return std::size_t{files < very_many_files ? 64U : 8U} << 20;
}

class WaitingBodies {
 public:
  // A preview keeps its pages between builds and shows few of them: they stay in memory.
  explicit WaitingBodies(const PrepareRequest& request)
      : file_(request.cache ? nullptr : SpillFile::create()),
        limit_(file_ ? bytes_in_memory(request.snapshot->entries().size()) : SIZE_MAX) {}

  std::shared_ptr<const markdown::Fragment> keep(markdown::Fragment body) {
    if (kept_.fetch_add(body.html.size()) > limit_) body.put_html_away(file_);
    body.html.shrink_to_fit();
    body.plain_text.shrink_to_fit();
    body.holes.shrink_to_fit();
    body.outline.shrink_to_fit();
    return std::make_shared<const markdown::Fragment>(std::move(body));
  }
  const std::shared_ptr<SpillFile>& file() const { return file_; }

 private:
  std::shared_ptr<SpillFile> file_;
  std::size_t limit_;
  std::atomic<std::size_t> kept_{0};
};

std::shared_ptr<const ParsedPage> parse(const PrepareRequest& request, const std::shared_ptr<const site::Site>& site,
                                        const pages::PageFile& file, WaitingBodies& bodies) {
  auto parsed = std::make_shared<ParsedPage>();
  parsed->site = site;
  Result<std::string> bytes = request.snapshot->read(*file.entry);
  if (!bytes) parsed->found.add(bytes.error());
  const check::FirstLook look = bytes ? check::look_at_bytes(*bytes) : check::FirstLook();
  const std::shared_ptr<pages::Page> page =
      pages::load_page(file, bytes ? *std::move(bytes) : std::string(), parsed->found);
  markdown::Options options;
  options.first_line = page->body_line;
  options.checked = true;  // load_page leaves no body that is not
  options.plain_text = needs_text(request, *page);
  options.legal_structure = page->type->legal_structure;
  options.maximum_bytes = page->type->maximum_bytes;
  options.language = page->route.language == "vi" ? markdown::Language::vietnamese : markdown::Language::english;
  markdown::Fragment body = markdown::render(page->body, page->source, options, parsed->found);
  parsed->text = check::look_at_page(look, *page, body);
  parsed->body = bodies.keep(std::move(body));
  std::string().swap(page->body);  // an empty string assigned would keep the room
  parsed->page = page;
  return parsed;
}

}  // namespace

std::shared_ptr<const site::Site> load_configuration(const PrepareRequest& request, Diagnostics& found) {
  std::string key = configuration_key(request);
  std::shared_ptr<const PageCache::Configuration> known = request.cache ? request.cache->configuration(key) : nullptr;
  if (!known) {
    auto loaded = std::make_shared<PageCache::Configuration>();
    auto site = std::make_shared<site::Site>(site::load_site(*request.snapshot, loaded->found));
    apply_overrides(request, *site);
    loaded->key = std::move(key);
    loaded->site = std::move(site);
    if (request.cache) request.cache->keep(loaded);
    known = std::move(loaded);
  }
  found.append(Diagnostics(known->found));
  return {known, known->site.get()};  // whoever holds the site keeps it in the cache
}

ParsedPages parse_pages(const PrepareRequest& request, const std::shared_ptr<const site::Site>& site,
                        Diagnostics& found) {
  WaitingBodies bodies(request);
  const std::vector<pages::PageFile> files = pages::find_pages(*request.snapshot, *site, found);
  std::vector<std::shared_ptr<const ParsedPage>> parsed(files.size());
  if (request.cache) parsed = request.cache->find(files, *site);
  std::vector<std::size_t> fresh;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (!parsed[i]) fresh.push_back(i);
  parallel_for(fresh.size(), request.jobs,
               [&](std::size_t i) { parsed[fresh[i]] = parse(request, site, files[fresh[i]], bodies); });
  if (request.cache) request.cache->keep(files, parsed, fresh);
  return {std::move(parsed), bodies.file()};
}

}  // namespace congbo::pipeline
