// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pipeline/portal_search.h"

#include <algorithm>
#include <mutex>
#include <sstream>
#include <unordered_set>
#include <utility>

#include "generator/base/content_hash.h"
#include "generator/base/file_system.h"
#include "generator/base/version.h"
#include "generator/record/search_parts.h"
#include "generator/render/frame.h"
#include "generator/site/values/policy.h"
#include "search/compress.h"
#include "search/delta.h"
#include "search/index.h"
#include "search/terms.h"

namespace congbo::pipeline {
namespace {

constexpr std::size_t folder_name_digits = 16;
constexpr std::size_t kept_deltas = 2;
constexpr const char* reason = "search index";
constexpr const char* compressed_endings[] = {"", ".gz", ".br"};

std::string short_hash(const std::string& text) {
  return sha256_hex(text).substr(0, folder_name_digits);
}

std::string joined_ordinals(const std::vector<std::uint32_t>& ordinals) {
  std::string text;
  for (const std::uint32_t ordinal : ordinals) text += std::to_string(ordinal) + " ";
  return text;
}

std::set<std::string> lines_of(const std::string& text) {
  std::set<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.insert(line);
  return lines;
}

}  // namespace

search::LabelTexts search_labels(const site::Portal& portal) {
  constexpr std::string_view validity = "validity.";
  search::LabelTexts labels;
  const auto fields = portal.vocabularies.find("field");
  for (const std::string& language : portal.languages) {
    for (const auto& [id, type] : portal.types)
      search::add_label(labels, "type", id, language, type.label.in(language));
    for (const site::Unit& unit : portal.units)
      search::add_label(labels, "unit", unit.id, language, unit.name.in(language));
    if (fields != portal.vocabularies.end())
      for (const site::Term& term : fields->second.terms)
        search::add_label(labels, "field", term.id, language, term.label.in(language));
    const auto strings = portal.strings.find(language);
    if (strings == portal.strings.end()) continue;
    for (const auto& [key, text] : strings->second)
      if (key.starts_with(validity)) search::add_label(labels, "validity", key.substr(validity.size()), language, text);
  }
  return labels;
}

PortalSearch::PortalSearch(const Site& site, const site::Portal& portal, std::vector<pages::PageIndex> listed,
                           publish::Release& release, unsigned jobs)
    : site_(site), portal_(portal), listed_(std::move(listed)), release_(release), jobs_(jobs) {
  Diagnostics said;  // prepare() has told them
  vocabulary_ = search_vocabulary(*site.snapshot, *site.site, portal, said);
  std::sort(listed_.begin(), listed_.end(), [&](pages::PageIndex a, pages::PageIndex b) {
    return site.publication.records[a].url < site.publication.records[b].url;
  });
  labels_ = search_labels(portal);
  list_documents();
}

// In order, because a file is indexed for the first pages that name it. Its text is in the cache since it was checked.
void PortalSearch::list_documents() {
  std::map<std::string, unsigned> uses;
  documents_.reserve(listed_.size());
  for (const pages::PageIndex index : listed_) {
    const record::PublicRecord& record = site_.publication.records[index];
    documents_.push_back({index, nullptr});
    if (!record::may_have_parts(record)) continue;
    search::SearchDocument whole = record::search_document(site_.publication, record);
    auto parts = record::search_parts(site_.publication, record, site_.attachments.get(), uses, whole);
    if (parts.empty()) continue;
    documents_.back().made = std::make_unique<const search::SearchDocument>(std::move(whole));
    for (search::SearchDocument& part : parts)
      documents_.push_back({index, std::make_unique<const search::SearchDocument>(std::move(part))});
  }
}

Result<Done> PortalSearch::write(const std::string& out) {
  out_ = out;
  settings_ = settings();
  const std::optional<Base> base = shown_base();
  const auto depth = base ? search::SurveyDepth::everything : search::SurveyDepth::fingerprints;
  survey_ = search::survey(documents_.size(), jobs_, depth, [this](std::size_t i) { return document(i); });
  search::LabelTexts labels = labels_;
  labels.merge(survey_.labels);
  survey_.labels = std::move(labels);
  name_ = short_hash(settings_ + search::list_text(survey_.documents));
  const std::string fingerprint = name_ + " " + site_.snapshot->commit();
  if (release_.shown_hash(private_path("fingerprint")) == sha256_hex(fingerprint) && keep_all()) return Done{};
  CONGBO_TRY([[maybe_unused]] const Done noted, put("fingerprint", fingerprint));
  if (base) {
    const search::Changes changes = search::changes_between(base->documents, survey_.documents);
    if (!search::is_due(base->documents.size(), changes)) {
      CONGBO_TRY(const bool written, write_delta(*base, changes));
      if (written) return Done{};
    }
  }
  return write_base();
}

search::SearchDocument PortalSearch::document(std::size_t i) const {
  if (documents_[i].made) return *documents_[i].made;
  return record::search_document(site_.publication, site_.publication.records[documents_[i].page]);
}

// What changes every document: with other settings nothing can be kept.
std::string PortalSearch::settings() const {
  std::string all(program_version);
  all += std::to_string(search::index_version) + "." + std::to_string(search::static_format) + "." +
         std::to_string(search::static_edition) + portal_.base_url;
  for (const std::string& page : offline_pages()) all += "\n" + page;
  all += "\n" + search::labels_text(labels_);
  return short_hash(all + search::concepts_text(vocabulary_) + search::best_bets_text(vocabulary_));
}

// The search page in every language, where the portal lets browsers keep it.
std::vector<std::string> PortalSearch::offline_pages() const {
  std::vector<std::string> pages;
  if (site::policy_of(portal_).choices.search_offline == 0) return pages;
  for (const std::string& language : portal_.languages)
    pages.push_back(render::fixed_page_path(portal_, language, "search"));
  return pages;
}

search::StaticRequest PortalSearch::files_request(const std::string& name) const {
  return {name, portal_.base_url, offline_pages()};
}

Result<Done> PortalSearch::put(const std::string& name, const std::string& bytes) {
  return release_.put(private_path(name), bytes, {}, reason);
}

// A private file of the release that is shown, if it is as it was written.
std::optional<std::string> PortalSearch::shown(const std::string& name) const {
  const std::string path = private_path(name), hash = release_.shown_hash(path);
  if (hash.empty()) return {};
  Result<std::string> bytes = real_file_system()->read(out_ + "/" + path);
  if (!bytes || sha256_hex(*bytes) != hash) return {};
  return *std::move(bytes);
}

std::optional<PortalSearch::Base> PortalSearch::shown_base() const {
  const auto text = shown("documents");
  if (!text || text->size() <= 2 * folder_name_digits) return {};
  auto documents = search::read_list(std::string_view(*text).substr(2 * folder_name_digits + 1));
  Base base{text->substr(0, folder_name_digits), text->substr(folder_name_digits, folder_name_digits), {}};
  if (!documents || base.settings != settings_) return {};
  base.documents = *std::move(documents);
  return base;
}

bool PortalSearch::keep_all() {
  return release_.keep({private_path(""), public_path("")});
}

Result<std::string> PortalSearch::work_folder() {
  CONGBO_TRY(const std::string folder, release_.work_folder());
  return folder + "/" + portal_.id;
}

Result<Done> PortalSearch::write_base() {
  CONGBO_TRY(const std::string folder, work_folder());
  const search::IndexRequest request{folder, jobs_, site_.snapshot->commit(), vocabulary_, 0, labels_};
  CONGBO_TRY([[maybe_unused]] const search::IndexReport report,
             search::write_index_and_files(
                 request, documents_.size(), [this](std::size_t i) { return document(i); }, files_request(name_),
                 [this](const search::StaticFile& file) { return put_static(file); }));
  CONGBO_TRY([[maybe_unused]] const Done listed,
             put("documents", settings_ + name_ + "\n" + search::list_text(survey_.documents)));
  for (const std::string_view file : {search::index_file, search::shards_file}) {
    CONGBO_TRY([[maybe_unused]] const Done adopted,
               release_.adopt(folder + "/" + std::string(file), private_path(file), reason));
  }
  return Done{};
}

// The base that is shown, but for those of its files for browsers that the delta stands for.
bool PortalSearch::keep_base(const std::string& name, const std::set<std::string>& replaced) {
  std::vector<std::string> paths{public_path(name + "/")};
  for (const std::string_view file : {search::index_file, search::shards_file, std::string_view("documents")})
    paths.push_back(private_path(file));
  std::set<std::string> gone;
  for (const std::string& file : replaced)
    for (const char* ending : compressed_endings) gone.insert(public_path(name + "/" + file + ending));
  return release_.keep(paths, gone);
}

// False when the base cannot be kept.
Result<bool> PortalSearch::write_delta(const Base& base, const search::Changes& changes) {
  const std::set<std::string> replaced_before = lines_of(shown("replaced").value_or(""));
  const bool same = changes.added.empty() && changes.removed.empty() && replaced_before.empty();
  const std::string name = same ? std::string() : short_hash(base.name + name_);
  CONGBO_TRY(const std::string folder, work_folder());
  std::vector<search::StaticFile> files;
  std::mutex mutex;
  const search::DeltaRequest request{out_ + "/" + private_path(""),
                                     folder,
                                     jobs_,
                                     files_request(base.name),
                                     name,
                                     site_.snapshot->commit(),
                                     vocabulary_,
                                     survey_,
                                     changes,
                                     replaced_before};
  const auto written = search::write_delta(
      request, [this](std::size_t i) { return document(i); },
      [&](const search::StaticFile& file) {
        const std::lock_guard lock(mutex);
        files.push_back(file);
        return Done{};
      });
  if (!written || !keep_base(base.name, *written)) return false;
  CONGBO_TRY([[maybe_unused]] const Done shown,
             parallel_try(files.size(), jobs_, [&](std::size_t i) { return put_static(files[i]); }));
  std::string replaced;
  for (const std::string& file : *written) replaced += file + "\n";
  CONGBO_TRY([[maybe_unused]] const Done noted, put("replaced", replaced));
  CONGBO_TRY([[maybe_unused]] const Done kept, put_previous(changes, name));
  CONGBO_TRY([[maybe_unused]] const Done adopted,
             release_.adopt(folder + "/" + std::string(search::delta_file), private_path(search::delta_file), reason));
  return true;
}

std::vector<PortalSearch::OldDelta> PortalSearch::shown_deltas() const {
  std::vector<OldDelta> deltas;
  std::istringstream lines(shown("previous").value_or(""));
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    OldDelta delta;
    words >> delta.name >> delta.removed;
    for (std::string word; words >> word;) delta.fingerprints.push_back(word);
    deltas.push_back(std::move(delta));
  }
  return deltas;
}

// The files of the two releases before stay for those who have an old page open, as long as all that is in them is
// still published. Where it is not, their browsers ask for current.json and begin again.
Result<Done> PortalSearch::put_previous(const search::Changes& changes, const std::string& name) {
  OldDelta own{name, short_hash(joined_ordinals(changes.removed)), {}};
  for (const std::size_t i : changes.added) own.fingerprints.push_back(survey_.documents[i].fingerprint);
  std::vector<OldDelta> kept;
  if (!name.empty()) kept.push_back(own);
  std::unordered_set<std::string> published;
  for (const search::ListedDocument& one : survey_.documents) published.insert(one.fingerprint);
  for (OldDelta& old : shown_deltas()) {
    const bool whole = std::all_of(old.fingerprints.begin(), old.fingerprints.end(),
                                   [&](const std::string& one) { return published.count(one) > 0; });
    if (old.name == name || old.removed != own.removed || !whole || kept.size() > kept_deltas) continue;
    if (release_.keep({public_path(old.name + "/")})) kept.push_back(std::move(old));
  }
  std::string text;
  for (const OldDelta& delta : kept) {
    text += delta.name + " " + delta.removed;
    for (const std::string& one : delta.fingerprints) text += " " + one;
    text += "\n";
  }
  return put("previous", text);
}

// Beside the file what hosts send to those who take it compressed.
Result<Done> PortalSearch::put_static(const search::StaticFile& file) {
  const std::string path = public_path(file.path);
  CONGBO_TRY([[maybe_unused]] const Done put, release_.put(path, file.bytes, {}, reason));
  for (const auto& [ending, bytes] : search::compressed_forms(path, file.bytes)) {
    CONGBO_TRY([[maybe_unused]] const Done also, release_.put(path + std::string(ending), bytes, {}, reason));
  }
  return Done{};
}

}  // namespace congbo::pipeline
