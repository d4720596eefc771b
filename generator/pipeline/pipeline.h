// SPDX-License-Identifier: GPL-3.0-or-later
// The build, in order. Read pipeline.cc first: every feature of the generator is reached from there.
//
//   prepare(request) -> Site       everything but bytes: pages, what is public, lists, records, checks, the plan
//   produce(site, path) -> bytes   one file of the plan
//   build_site(request, out)       all files of the plan, the index, released together
#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/base/instant.h"
#include "generator/base/output_plan.h"
#include "generator/base/result.h"
#include "generator/base/snapshot.h"
#include "generator/base/stage_timer.h"
#include "generator/check/page_text.h"
#include "generator/diagnostics/check_facts.h"
#include "generator/edition/edition.h"
#include "generator/history/history.h"
#include "generator/hosting/policy.h"
#include "generator/publish/release.h"
#include "generator/record/public_record.h"
#include "generator/redirects/routes.h"
#include "generator/render/renderer.h"

namespace congbo::attachments {
class Reader;
}
namespace congbo::images {
class Workshop;
}
namespace congbo::pipeline {

struct PictureShelf;  // pictures.h

// Parsed pages by path and fingerprint, kept between the builds of one process (the preview).
class PageCache;
struct Site;
std::shared_ptr<PageCache> make_page_cache();

enum class TextUse { keep, leave_out };
enum class Checks { run, leave_out };
enum class RepositoryReach { alone, has_remote };

struct PrepareRequest {
  std::shared_ptr<const Snapshot> snapshot;
  // Layout files laid over the shipped ones besides the portal's own layouts/ (--layouts), path → bytes.
  std::map<std::string, std::string> layouts = {};
  Instant now;
  edition::Audience audience = edition::Audience::everyone;
  unsigned jobs = 0;                      // 0 = one for each core
  std::shared_ptr<PageCache> cache = {};  // may be null
  // Another edition by this cache, with the same layouts, whose equal parts are shared; may be null.
  std::shared_ptr<const Site> like = {};
  std::optional<bool> json_twins = {};                     // overrides the portals' own setting
  TextUse text = TextUse::keep;                            // plain text of every page, for the index and twins
  diagnostics::Level level = diagnostics::Level::publish;  // what is asked of the content
  Checks checks = Checks::run;                             // left out where pages are wanted first (the preview)
  // Preview: what stands instead of the portals' own hosts, "{portal}" replaced by the id:
  // "http://{portal}.localhost:8080".
  std::string local_hosts = {};
  std::shared_ptr<const history::History> history = {};  // the release log; null: there is none
  RepositoryReach reach = RepositoryReach::alone;
  std::shared_ptr<images::Workshop> pictures = {};  // null: pictures are published as they are, nothing is made of them
  std::shared_ptr<attachments::Reader> attachments = {};  // null: their text is neither checked nor indexed
  std::string approvals = {};  // a JSON object about approvals for private/report.json; empty for none
};

// One prepared edition of all portals. Immutable; produce() may be called from several threads.
struct Site {
  std::shared_ptr<const Snapshot> snapshot;
  std::shared_ptr<const site::Site> site;  // shared with the page cache: pages point into it
  pages::Library library;
  edition::Edition edition;
  std::shared_ptr<const listing::Listings> listings;              // never null once prepared
  std::vector<std::shared_ptr<const markdown::Fragment>> bodies;  // by PageIndex
  std::shared_ptr<const SpillFile> waiting_bodies;                // where those are that memory is too small for
  std::vector<std::shared_ptr<const check::PageText>> texts;      // by PageIndex
  record::Publication publication;
  std::unique_ptr<render::Renderer> renderer;
  std::shared_ptr<const history::History> history;   // never null
  std::shared_ptr<const PictureShelf> pictures;      // never null once prepared
  std::shared_ptr<attachments::Reader> attachments;  // may be null
  hosting::Loads look_loads;                         // what the layouts load
  std::vector<redirects::Route> routes;              // old addresses, sorted by portal and path
  RepositoryReach reach = RepositoryReach::alone;
  std::shared_ptr<const OutputPlan> plan = std::make_shared<OutputPlan>();  // never null
  Diagnostics found;
  // Nothing was found where addresses, lists and the plan were made; or by the layouts. Such a stage another edition
  // may share.
  bool plain_arrangement = false, plain_look = false;

  Site() = default;
  Site(const Site&) = delete;  // publication and renderer refer to the members above
  Site& operator=(const Site&) = delete;
};

std::unique_ptr<Site> prepare(const PrepareRequest& request, StageTimer& timer);

// What the rules over the whole site find, weighed by its policy, for a site prepared with Checks::leave_out. Unsorted.
Diagnostics check_prepared(const Site& site, diagnostics::Level level = diagnostics::Level::publish);

// The bytes of one planned output (a file of site.plan). Fails only when a file of the repository cannot be read.
Result<std::string> produce(const Site& site, const PlannedOutput& output, const render::Decoration& decoration = {});

// Equal numbers mean equal bytes, for outputs of one path in two sites: 64 bits of their hash, or of what files of the
// repository and pictures are made from (no picture is made to be compared).
std::uint64_t output_fingerprint(const Site& site, const PlannedOutput& output);

enum class SearchIndex { build, leave_out };

struct BuildReport {
  publish::ReleaseReport release;
  std::size_t pages = 0, lists = 0, outputs = 0, portals = 0;
  std::size_t indexed = 0;
  std::optional<Instant> next_event;
  std::string commit;
  Diagnostics found;
  bool published = false;            // false when errors stopped it before anything was written
  std::shared_ptr<const Site> site;  // what was built; the caller decides when tens of thousands of pages are freed
};

// Whether mistakes in the content keep a release from being made.
enum class Mistakes { stop, show_all_the_same };

struct BuildRequest {
  PrepareRequest prepare;
  std::string out;
  SearchIndex search = SearchIndex::build;
  Mistakes mistakes = Mistakes::stop;
};

// Below the output folder: what the shown release published, for the release log.
inline constexpr std::string_view published_path = "private/published.jsonl";

// Errors of authors are in the report (published == false); failures of the environment are the Diagnostic.
Result<BuildReport> build_site(const BuildRequest& request, StageTimer& timer);

}  // namespace congbo::pipeline
