// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <atomic>
#include <mutex>
#include <set>
#include <utility>

#include "generator/base/content_hash.h"
#include "generator/base/file_system.h"
#include "generator/base/parallel_for.h"
#include "generator/base/version.h"
#include "generator/pipeline/stages.h"
#include "generator/site/shipped.h"
#include "search/compress.h"
#include "search/index.h"
#include "search/static_index.h"
#include "search/terms.h"

namespace congbo::pipeline {

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

search::Vocabulary search_vocabulary(const Snapshot& snapshot, const site::Site& site, const site::Portal& portal,
                                     Diagnostics& found) {
  search::Vocabulary vocabulary;
  const std::string shipped = "generator/site/shipped/search.yaml";
  if (const auto bytes = site::shipped_file(shipped)) search::read_vocabulary(*bytes, shipped, vocabulary, found);
  std::vector<std::string> roots{portal.root};
  for (const site::Portal& other : site.portals)
    if (other.id == portal.parent) roots.insert(roots.begin(), other.root);
  for (const std::string& root : roots) {
    const std::string path = root + "_site/search.yaml";
    const SnapshotEntry* entry = snapshot.find(path);
    if (!entry) continue;
    if (const Result<std::string> bytes = snapshot.read(*entry))
      search::read_vocabulary(*bytes, path, vocabulary, found);
  }
  return vocabulary;
}

namespace {

constexpr std::size_t folder_name_digits = 16;
constexpr std::size_t least_compressed = 1024;  // below it a header costs more than the file

// The search of one portal: private/search/<id>/ for the server, public/<id>/search/ for browsers.
class PortalSearch {
 public:
  PortalSearch(const Site& site, const site::Portal& portal, std::vector<pages::PageIndex> listed,
               publish::Release& release, unsigned jobs)
      : site_(site), portal_(portal), listed_(std::move(listed)), release_(release), jobs_(jobs) {
    Diagnostics said;  // prepare() has told them
    vocabulary_ = search_vocabulary(*site.snapshot, *site.site, portal, said);
    std::sort(listed_.begin(), listed_.end(), [&](pages::PageIndex a, pages::PageIndex b) {
      return site.publication.records[a].url < site.publication.records[b].url;
    });
  }

  Result<Done> write(const std::string& out) {
    name_ = documents_hash().substr(0, folder_name_digits);
    const std::string fingerprint = name_ + " " + site_.snapshot->commit();
    CONGBO_TRY([[maybe_unused]] const Done noted,
               release_.put(private_path("fingerprint"), fingerprint, {}, "search index"));
    CONGBO_TRY(const bool kept, keep(out, fingerprint));
    if (kept) return Done{};
    CONGBO_TRY(const std::string folder, release_.work_folder());
    const search::IndexRequest request{folder + "/" + portal_.id, jobs_, site_.snapshot->commit(), vocabulary_};
    CONGBO_TRY([[maybe_unused]] const search::IndexReport report,
               search::write_index(request, listed_.size(), [&](std::size_t i) { return document(i); }));
    CONGBO_TRY([[maybe_unused]] const Done exported, write_static(request.folder));
    return release_.adopt(request.folder + "/index.glass", private_path("index.glass"), "search index");
  }

 private:
  std::string private_path(const std::string& name) const { return "private/search/" + portal_.id + "/" + name; }
  std::string public_path(const std::string& name) const { return "public/" + portal_.id + "/search/" + name; }

  search::SearchDocument document(std::size_t i) const {
    return record::search_document(site_.publication, site_.publication.records[listed_[i]]);
  }

  // All that the index is made from; equal hashes, equal index.
  std::string documents_hash() const {
    std::vector<std::string> hashes(listed_.size());
    parallel_for(listed_.size(), jobs_, [&](std::size_t i) {
      const search::SearchDocument one = document(i);
      std::string all;
      for (const std::string* part :
           {&one.id, &one.address, &one.portal, &one.language, &one.title, &one.summary, &one.number, &one.type,
            &one.type_label, &one.unit, &one.unit_label, &one.field, &one.field_label, &one.validity,
            &one.validity_label, &one.date, &one.published, &one.updated, &one.body})
        all.append(*part).push_back('\0');
      for (const std::string& heading : one.headings) all.append(heading).push_back('\0');
      hashes[i] = sha256_hex(all);
    });
    std::string all = std::string(program_version) + (portal_.json_twins ? "+" : "-");
    all += std::to_string(search::index_version) + "." + std::to_string(search::static_format);
    all += portal_.base_url + search::concepts_text(vocabulary_) + search::best_bets_text(vocabulary_);
    for (const std::string& hash : hashes) all += hash;
    return sha256_hex(all);
  }

  // Xapian writes another file for the same documents each time (it has an identity), so an index that is still right
  // is kept; and its files for browsers with it.
  Result<bool> keep(const std::string& out, const std::string& fingerprint) {
    if (release_.shown_hash(private_path("fingerprint")) != sha256_hex(fingerprint)) return false;
    const auto disk = real_file_system();
    std::vector<std::string> paths{private_path("index.glass")};
    const auto found = disk->list(out + "/" + public_path(""));
    if (!found || !disk->exists(out + "/" + public_path("current.json"))) return false;
    for (const FileEntry& file : *found) paths.push_back(public_path(file.path));
    std::vector<std::string> bytes(paths.size());
    std::atomic<bool> right{true};
    parallel_for(paths.size(), jobs_, [&](std::size_t i) {
      Result<std::string> read = disk->read(out + "/" + paths[i]);
      if (read && sha256_hex(*read) == release_.shown_hash(paths[i]))
        bytes[i] = *std::move(read);
      else
        right = false;
    });
    if (!right || static_files_shown() != paths.size() - 1) return false;
    CONGBO_TRY([[maybe_unused]] const Done kept, parallel_try(paths.size(), jobs_, [&](std::size_t i) {
                 return release_.put(paths[i], bytes[i], {}, "search index");
               }));
    return true;
  }

  std::size_t static_files_shown() const { return release_.shown_count(public_path("")); }

  Result<Done> write_static(const std::string& folder) {
    return search::export_static({folder, name_, portal_.base_url, portal_.json_twins, jobs_},
                                 [this](const search::StaticFile& file) { return put_static(file); });
  }

  // Beside the file what hosts send to those who take it compressed, where that saves a tenth at least.
  Result<Done> put_static(const search::StaticFile& file) {
    const std::string path = public_path(file.path);
    CONGBO_TRY([[maybe_unused]] const Done put, release_.put(path, file.bytes, {}, "search index"));
    if (file.bytes.size() < least_compressed) return Done{};
    for (const auto& [ending, bytes] :
         {std::pair(".gz", search::gzip(file.bytes)), std::pair(".br", search::brotli(file.bytes))}) {
      if (bytes.size() * 10 > file.bytes.size() * 9) continue;
      CONGBO_TRY([[maybe_unused]] const Done also, release_.put(path + ending, bytes, {}, "search index"));
    }
    return Done{};
  }

  const Site& site_;
  const site::Portal& portal_;
  std::vector<pages::PageIndex> listed_;
  publish::Release& release_;
  unsigned jobs_;
  search::Vocabulary vocabulary_;
  std::string name_;  // of the folder of files for browsers
};

}  // namespace

Result<std::size_t> write_search(const Site& site, const std::string& out, publish::Release& release, unsigned jobs) {
  for (const site::Portal& portal : site.site->portals) {
    std::vector<pages::PageIndex> listed;
    for (const pages::PageIndex index : site.edition.listed)
      if (site.publication.records[index].page->portal == &portal) listed.push_back(index);
    CONGBO_TRY([[maybe_unused]] const Done written, PortalSearch(site, portal, listed, release, jobs).write(out));
  }
  return site.edition.listed.size();
}

}  // namespace congbo::pipeline
