// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <mutex>
#include <utility>

#include "generator/base/content_hash.h"
#include "generator/base/file_system.h"
#include "generator/base/parallel_for.h"
#include "generator/base/version.h"
#include "generator/formats/json.h"
#include "generator/pipeline/life.h"
#include "generator/pipeline/stages.h"
#include "search/index.h"

namespace congbo::pipeline {

namespace {

const std::string index_path = "private/search/index.glass";
const std::string fingerprint_path = "private/search/fingerprint";

// Calls body(i) for every i in parallel; the failure of the lowest index is returned.
Result<Done> parallel_try(std::size_t count, unsigned jobs, const std::function<Result<Done>(std::size_t)>& body) {
  std::mutex mutex;
  std::size_t first_failure = count;
  Diagnostic failure;
  std::atomic<bool> failed{false};
  parallel_for(count, jobs, [&](std::size_t i) {
    if (failed) return;
    Result<Done> done = body(i);
    if (done) return;
    failed = true;
    const std::lock_guard lock(mutex);
    if (i < first_failure) {
      first_failure = i;
      failure = std::move(done).error();
    }
  });
  if (failed) return failure;
  return Done{};
}

Result<Done> write_outputs(Site& site, publish::Release& release, unsigned jobs) {
  const auto& outputs = site.plan.outputs;
  CONGBO_TRY(Done written, parallel_try(outputs.size(), jobs, [&](std::size_t i) -> Result<Done> {
               CONGBO_TRY(const std::string bytes, produce(site, outputs[i]));
               return release.put("public/" + outputs[i].path, bytes, outputs[i].source, outputs[i].reason);
             }));
  if (site.waiting_bodies && site.waiting_bodies->failed()) return error("temporary-file-lost", {});
  return written;
}

// All that the index is made from; equal fingerprints, equal index.
std::string search_fingerprint(const Site& site, unsigned jobs) {
  const auto& listed = site.edition.listed;
  std::vector<std::string> hashes(listed.size());
  parallel_for(listed.size(), jobs, [&](std::size_t i) {
    const search::SearchDocument one = record::search_document(site.publication, site.publication.records[listed[i]]);
    std::string all;
    for (const std::string* part : {&one.id, &one.address, &one.portal, &one.language, &one.title, &one.summary,
                                    &one.number, &one.type, &one.type_label, &one.unit, &one.unit_label, &one.field,
                                    &one.field_label, &one.date, &one.published, &one.updated, &one.body})
      all.append(*part).push_back('\0');
    for (const std::string& heading : one.headings) all.append(heading).push_back('\0');
    hashes[i] = sha256_hex(all);
  });
  std::string all = std::string(program_version) + site.snapshot->commit();
  for (const std::string& hash : hashes) all += hash;
  return sha256_hex(all);
}

// Xapian writes another file for the same documents each time (it has an identity), so an index that is still right is
// kept.
Result<bool> keep_search_index(const std::string& out, const std::string& fingerprint, publish::Release& release) {
  if (release.shown_hash(fingerprint_path) != sha256_hex(fingerprint) || release.shown_hash(index_path).empty())
    return false;
  Result<std::string> shown = real_file_system()->read(out + "/" + index_path);
  if (!shown || sha256_hex(*shown) != release.shown_hash(index_path)) return false;
  CONGBO_TRY([[maybe_unused]] const Done kept, release.put(index_path, *shown, {}, "search index"));
  return true;
}

// What is in the index: exactly the pages that lists and feeds hold.
Result<std::size_t> write_search_index(const Site& site, const std::string& out, publish::Release& release,
                                       unsigned jobs) {
  const auto& listed = site.edition.listed;
  const std::string fingerprint = search_fingerprint(site, jobs);
  CONGBO_TRY([[maybe_unused]] const Done noted, release.put(fingerprint_path, fingerprint, {}, "search index"));
  CONGBO_TRY(const bool kept, keep_search_index(out, fingerprint, release));
  if (kept) return listed.size();
  CONGBO_TRY(const std::string folder, release.work_folder());
  const search::IndexRequest request{folder, jobs, site.snapshot->commit()};
  CONGBO_TRY(const search::IndexReport report, search::write_index(request, listed.size(), [&](std::size_t i) {
               return record::search_document(site.publication, site.publication.records[listed[i]]);
             }));
  CONGBO_TRY([[maybe_unused]] const Done taken, release.adopt(folder + "/index.glass", index_path, "search index"));
  return report.documents;
}

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
Result<Done> write_private(const Site& site, const std::string& now, edition::Audience audience,
                           publish::Release& release, unsigned jobs) {
  for (const HostingFile& file : hosting_files(site)) {
    CONGBO_TRY([[maybe_unused]] const Done put, release.put("private/" + file.path, file.bytes, {}, "redirects"));
  }
  if (audience != edition::Audience::everyone) return Done{};  // not a release: nothing of it was published
  const history::ReleaseLine facts{0, now, site.snapshot->commit(), std::string(program_version)};
  return release.put(std::string(published_path), history::published_text(facts, published_items(site, jobs)), {},
                     "release log");
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
  report.lists = site.listings.pages.size();
  report.outputs = site.plan.outputs.size();
  report.portals = site.site->portals.size();
  report.next_event = site.edition.next_event;
  report.commit = site.snapshot->commit();
}

// Nothing is printed from bodies any more, and with a hundred thousand pages they are a quarter of the memory.
void let_bodies_go(Site& site) {
  for (record::PublicRecord& record : site.publication.records) record.body = nullptr;
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
  if (site->found.has_errors()) return report;
  // Beyond this point the content is acceptable; failures are ours or the disk's, and the old release stays.
  CONGBO_TRY(publish::Release release, publish::Release::begin(request.out));
  const unsigned jobs = request.prepare.jobs;
  CONGBO_TRY([[maybe_unused]] const Done written,
             timer.run("write", [&] { return write_outputs(*site, release, jobs); }));
  if (request.search == SearchIndex::build) {
    CONGBO_TRY(report.indexed,
               timer.run("search", [&] { return write_search_index(*site, request.out, release, jobs); }));
  }
  let_bodies_go(*site);
  CONGBO_TRY([[maybe_unused]] const Done kept, timer.run("log", [&] {
    return write_private(*site, to_rfc3339(request.prepare.now), request.prepare.audience, release, jobs);
  }));
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
