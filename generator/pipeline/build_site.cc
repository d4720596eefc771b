// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "generator/base/content_hash.h"
#include "generator/base/file_system.h"
#include "generator/base/parallel_for.h"
#include "generator/base/version.h"
#include "generator/base/very_many_files.h"
#include "generator/formats/json.h"
#include "generator/pipeline/life.h"
#include "generator/pipeline/pictures.h"
#include "generator/pipeline/stages.h"

namespace congbo::pipeline {

namespace {

// Whether the file is a page that is not public, or lies beside one: its very name says something.
bool is_withheld(const Site& site, const std::string& file) {
  const auto hidden = [&](const std::string& source) {
    const pages::PageIndex index = site.library.by_source(source);
    return index != pages::no_page && !site.edition.is_visible(index);
  };
  if (hidden(file)) return true;
  for (std::size_t slash = file.rfind('/'); slash != std::string::npos && slash > 0; slash = file.rfind('/', slash - 1))
    if (hidden(file.substr(0, slash) + ".md") || hidden(file.substr(0, slash) + "/_index.md")) return true;
  return false;
}

// Server settings for redirects, and what `congbo release record` takes into the log.
Result<Done> write_private(const Site& site, const PrepareRequest& request, publish::Release& release) {
  for (const HostingFile& file : hosting_files(site)) {
    CONGBO_TRY([[maybe_unused]] const Done put, release.put("private/" + file.path, file.bytes, {}, "redirects"));
  }
  if (request.audience != edition::Audience::everyone) return Done{};  // not a release: nothing of it was published
  const history::ReleaseLine facts{0, to_rfc3339(request.now), site.snapshot->commit(), std::string(program_version)};
  return release.put(std::string(published_path), history::published_text(facts, published_items(site)), {},
                     "release log");
}

// What the public does not see is the longest piece of work, so it comes first: the others are done meanwhile.
Result<Done> write_outputs(Site& site, const PrepareRequest& request, publish::Release& release) {
  const auto& outputs = site.plan->outputs;
  CONGBO_TRY(Done written, parallel_try(outputs.size() + 1, request.jobs, [&](std::size_t i) -> Result<Done> {
               if (i == 0) return write_private(site, request, release);
               const PlannedOutput& output = outputs[i - 1];
               CONGBO_TRY(const std::string bytes, produce(site, output));
               return release.put("public/" + output.path(), bytes, output.source(), output.reason());
             }));
  if (site.waiting_bodies && site.waiting_bodies->failed()) return error("temporary-file-lost", {});
  return written;
}

// The figures of the build that are the same for the same input; times are printed, not kept.
std::string report_json(const Site& site, const BuildReport& report, const std::string& approvals) {
  formats::JsonWriter json(formats::JsonWriter::Layout::indented);
  json.begin_object();
  json.key("version").value(1);
  json.key("program_version").value(program_version);
  json.text_unless_empty("commit", report.commit);
  if (!approvals.empty()) json.key("approvals").raw(approvals);
  if (report.next_event) json.key("next_event").value(to_rfc3339(*report.next_event));
  json.key("portals").value(report.portals).key("pages").value(report.pages);
  json.key("lists").value(report.lists).key("outputs").value(report.outputs).key("indexed").value(report.indexed);
  json.key("diagnostics").begin_array();
  for (const Diagnostic& one : site.found.all()) {
    if (is_withheld(site, one.where.file)) continue;
    json.begin_object().key("code").value(one.code).key("file").value(one.where.file);
    json.key("line").value(one.where.line).key("column").value(one.where.column).end_object();
  }
  json.end_array().end_object();
  return json.take() + "\n";
}

void count(const Site& site, BuildReport& report) {
  report.pages = site.edition.visible.size();
  report.lists = site.listings->pages.size();
  report.outputs = site.plan->outputs.size();
  report.portals = site.site->portals.size();
  report.next_event = site.edition.next_event;
  report.commit = site.snapshot->commit();
}

// Nothing is printed from bodies any more, and with a hundred thousand pages they are a quarter of the memory.
void let_bodies_go(Site& site, unsigned jobs) {
  if (site.snapshot->entries().size() < very_many_files) return;
  site.publication.records.drop_bodies();
  parallel_for(site.bodies.size(), jobs, [&](std::size_t i) { site.bodies[i] = nullptr; });
  site.bodies = {};
  site.texts = {};
}

}  // namespace

Result<BuildReport> build_site(const BuildRequest& request, StageTimer& timer) {
  BuildReport report;
  const std::shared_ptr<Site> site = prepare(request.prepare, timer);
  report.site = site;
  count(*site, report);
  report.found = site->found;
  const bool may_stop = request.mistakes == Mistakes::stop || !site->renderer;
  if (site->found.has_errors() && may_stop) return report;
  CONGBO_TRY([[maybe_unused]] const Done drawn, timer.run("images", [&] {
    return make_pictures(*site, request.prepare, report.found, [&](const std::string& words) {
      timer.tell(words);
      return true;
    });
  }));
  if (report.found.has_errors() && may_stop) return report;
  // Beyond this point the content is acceptable; failures are ours or the disk's, and the old release stays.
  CONGBO_TRY(publish::Release release, publish::Release::begin(request.out));
  const unsigned jobs = request.prepare.jobs;
  CONGBO_TRY([[maybe_unused]] const Done written,
             timer.run("write", [&] { return write_outputs(*site, request.prepare, release); }));
  if (request.search == SearchIndex::build) {
    CONGBO_TRY(report.indexed, timer.run("search", [&] { return write_search(*site, request.out, release, jobs); }));
  }
  let_bodies_go(*site, jobs);
  CONGBO_TRY(
      [[maybe_unused]] const Done told,
      release.put("private/report.json", report_json(*site, report, request.prepare.approvals), {}, "build report"));
  const publish::ReleaseFacts facts{report.commit, std::string(program_version), to_rfc3339(request.prepare.now),
                                    report.next_event ? to_rfc3339(*report.next_event) : std::string()};
  CONGBO_TRY(report.release, timer.run("release", [&] { return release.show(facts); }));
  report.published = true;
  return report;
}

}  // namespace congbo::pipeline
