// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/delta.h"

#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "generator/base/mapped_file.h"
#include "generator/base/parallel_for.h"
#include "search/index_parts.h"
#include "search/segment.h"
#include "search/static_delta.h"
#include "search/static_files.h"
#include "search/static_shards.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

constexpr std::size_t changes_in_base = 100;  // of so many documents one may have changed
constexpr std::size_t least_changes = 32;

bool is_syllable(std::string_view term) {
  return term[0] < 'A' || term[0] > 'Z';
}

std::map<std::string, std::uint32_t> counts_of(const Lexicon& lexicon) {
  return {lexicon.begin(), lexicon.end()};
}

class DeltaWriter {
 public:
  DeltaWriter(const DeltaRequest& request, std::string_view shards)
      : request_(request),
        folder_(request.folder),
        contents_{{}, {}, split_shards(shards), request.changes, {}, 0, {}, {}, {}, {}, {}} {}

  std::set<std::string> write(const std::function<SearchDocument(std::size_t)>& document, const StaticSink& sink) {
    const Changes& changes = request_.changes;
    // At one time: each takes some ten milliseconds for ten thousand documents.
    const unsigned jobs = request_.jobs;
    parallel_for(
        3, jobs,
        [&](std::size_t i) {
          if (i == 0) contents_.lost = find_lost(contents_.shards, changes.removed, jobs);
          if (i == 1) contents_.base = open_index(request_.base + "/" + std::string(index_file));
          if (i == 2) contents_.suggestions = suggestion_texts(request_.now.suggestions);
        },
        1);
    for (const std::uint32_t ordinal : changes.removed)
      contents_.lost_length += contents_.base.get_doclength(ordinal + 1);
    contents_.labels = labels_of(labels_text(request_.now.labels));
    contents_.changed_suggestions = changed_suggestion_keys(contents_);
    write_database(document);
    contents_.delta = Xapian::Database(folder_ + "/" + std::string(delta_file));
    std::set<std::string> replaced = request_.replaced;
    if (!request_.name.empty()) replaced.merge(outdated_files(contents_));
    give(replaced, sink);
    return replaced;
  }

 private:
  void write_database(const std::function<SearchDocument(std::size_t)>& document) {
    const Changes& changes = request_.changes;
    std::vector<Part> parts = divide(folder_, changes.added.size());
    write_parts(parts, {request_.jobs, &request_.vocabulary, contents_.base.get_lastdocid() + 1,
                        [&](std::size_t i) { return document(changes.added[i]); },
                        [&](std::size_t i) { return ordinal_text(changes.places[i]); }});
    count_words(parts);
    set_metadata(parts.front(), metadata());
    compact_parts(parts, folder_ + "/" + std::string(delta_file));
    remove_parts(parts);
  }

  // The lexicon of the base, less what was removed, with what was added.
  void count_words(const std::vector<Part>& parts) {
    std::map<std::string, std::int64_t> change;
    for (const auto& [term, lost] : contents_.lost)
      if (is_syllable(term)) change[term] -= static_cast<std::int64_t>(lost.lost);
    for (const Part& part : parts)
      for (const auto& [syllable, documents] : part.syllables) change[syllable] += documents;
    auto words = counts_of(read_lexicon(contents_.base.get_metadata(std::string(lexicon_key))));
    for (const auto& [word, difference] : change) {
      const std::int64_t documents = contents_.base.get_termfreq(word) + difference;
      if (documents >= smallest_lexicon_frequency)
        words[word] = static_cast<std::uint32_t>(documents);
      else
        words.erase(word);
    }
    contents_.words = {words.begin(), words.end()};
    const std::uint32_t least = frequent_least(request_.now.documents.size());
    std::copy_if(contents_.words.begin(), contents_.words.end(), std::back_inserter(contents_.frequent),
                 [least](const auto& word) { return word.second >= least; });
  }

  std::map<std::string, std::string> metadata() const {
    std::string removed, lost;
    for (const std::uint32_t ordinal : request_.changes.removed) removed += std::to_string(ordinal + 1) + "\n";
    for (const auto& [term, one] : contents_.lost) lost += term + "\t" + std::to_string(one.lost) + "\n";
    std::map<std::string, std::string> all = {
        {std::string(version_key), std::to_string(index_version)},
        {std::string(release_key), request_.release},
        {std::string(base_key), contents_.base.get_uuid()},
        {std::string(removed_key), std::move(removed)},
        {std::string(lost_key), std::move(lost)},
        {std::string(lexicon_key), lexicon_text(counts_of(contents_.words), 1)},
        {std::string(frequent_key), lexicon_text(counts_of(contents_.frequent), 1)},
        {std::string(labels_key), labels_text(request_.now.labels)}};
    add_suggestion_metadata(all);
    return all;
  }

  void add_suggestion_metadata(std::map<std::string, std::string>& all) const {
    for (const std::string& key : contents_.changed_suggestions) {
      const auto text = contents_.suggestions.find(key);
      all.emplace(std::string(suggestions_key) + key,
                  text == contents_.suggestions.end() ? std::string(no_suggestions) : text->second);
    }
  }

  void give(const std::set<std::string>& replaced, const StaticSink& sink) const {
    const StaticRequest& files = request_.files;
    std::vector<StaticFile> all;
    if (!request_.name.empty()) all = delta_files(contents_, replaced, files.base_url);
    for (StaticFile& file : all) file.path = request_.name + "/" + file.path;
    parallel_for(
        all.size(), request_.jobs, [&](std::size_t i) { give_to(sink, all[i]); }, 1);
    const std::string boot = replaced.count("boot.bin") ? request_.name : std::string();
    const std::size_t documents = request_.now.documents.size();
    give_to(sink, {"current.json", current_file(files, request_.name, boot, documents, request_.release)});
  }

  const DeltaRequest& request_;
  const std::string& folder_;
  DeltaContents contents_;
};

}  // namespace

bool is_due(std::size_t base_documents, const Changes& changes) {
  const std::size_t bound = std::max(least_changes, base_documents / changes_in_base);
  return base_documents < least_base || std::max(changes.added.size(), changes.removed.size()) > bound;
}

Result<std::set<std::string>> write_delta(const DeltaRequest& request,
                                          const std::function<SearchDocument(std::size_t)>& document,
                                          const StaticSink& sink) {
  std::error_code failure;
  std::filesystem::create_directories(request.folder, failure);
  const std::string shards_place = request.base + "/" + std::string(shards_file);
  const std::optional<MappedFile> shards = MappedFile::open(shards_place);
  if (!shards) return error("index-unreadable", {}, {shards_place, std::generic_category().message(errno)});
  try {
    return DeltaWriter(request, shards->bytes()).write(document, sink);
  } catch (const Xapian::Error& problem) {
    return error("index-not-writable", {}, {request.folder, problem.get_msg()});
  } catch (const Refused& refused) {
    return refused.why;
  }
}

}  // namespace congbo::search
