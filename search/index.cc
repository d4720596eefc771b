// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/index.h"

#include <xapian.h>

#include <filesystem>
#include <iterator>

#include "generator/base/parallel_for.h"
#include "search/changes.h"
#include "search/index_parts.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

namespace fs = std::filesystem;

std::map<std::string, std::string> metadata_of(std::vector<Part>& parts, const IndexRequest& request) {
  std::map<std::string, std::uint32_t> syllables;
  LabelTexts labels = request.labels;
  std::vector<Suggestion> suggestions;
  for (Part& part : parts) {
    for (const auto& [syllable, documents] : part.syllables) syllables[syllable] += documents;
    labels.insert(part.labels.begin(), part.labels.end());  // the first document's label stays
    std::move(part.suggestions.begin(), part.suggestions.end(), std::back_inserter(suggestions));
  }
  std::map<std::string, std::string> metadata = {
      {std::string(version_key), std::to_string(index_version)},
      {std::string(release_key), request.release},
      {std::string(lexicon_key), lexicon_text(syllables, smallest_lexicon_frequency)},
      {std::string(frequent_key), lexicon_text(syllables, frequent_least(parts.back().end))},
      {std::string(concepts_key), concepts_text(request.vocabulary)},
      {std::string(best_bets_key), best_bets_text(request.vocabulary)},
      {std::string(labels_key), labels_text(labels)}};
  for (auto& [key, text] : suggestion_texts(suggestions))
    metadata.emplace(std::string(suggestions_key) + key, std::move(text));
  return metadata;
}

Result<Done> make_folder(const std::string& folder) {
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure) return error("index-not-writable", {}, {folder, failure.message()});
  return Done{};
}

// Joining the parts is work for one thread. The others give cards meanwhile, those of the last parts: about as much
// work.
void leave_cards(std::vector<Part>& parts, const CardSink& card) {
  if (!card) return;
  for (std::size_t i = parts.size() - parts.size() / 4; i < parts.size(); ++i) parts[i].cards_later = true;
}

void join_parts(const std::vector<Part>& parts, const PartsRequest& request,
                const std::map<std::string, std::string>& metadata, const std::string& file) {
  parallel_for(
      parts.size() + 1, request.jobs,
      [&](std::size_t i) {
        if (i > 0) {
          if (parts[i - 1].cards_later) give_cards(parts[i - 1], request);
          return;
        }
        set_metadata(parts.front(), metadata);
        compact_parts(parts, file);
      },
      1);
}

}  // namespace

Result<IndexReport> write_index(const IndexRequest& request, std::size_t count,
                                const std::function<SearchDocument(std::size_t)>& document, const CardSink& card) {
  CONGBO_TRY([[maybe_unused]] Done made, make_folder(request.folder));
  const std::string file = request.folder + "/" + std::string(index_file);
  std::vector<Part> parts = divide(request.folder, count);
  const std::uint32_t first = request.first_ordinal;
  const auto ordinal = [first](std::size_t i) { return ordinal_text(static_cast<std::uint32_t>(first + i)); };
  try {
    const PartsRequest wanted{request.jobs, &request.vocabulary, first + 1, document, ordinal, card};
    leave_cards(parts, card);
    write_parts(parts, wanted);
    join_parts(parts, wanted, metadata_of(parts, request), file);
  } catch (const Xapian::Error& failure) {
    remove_parts(parts);
    return error("index-not-writable", {}, {request.folder, failure.get_msg()});
  } catch (...) {
    remove_parts(parts);
    throw;
  }
  remove_parts(parts);
  std::error_code failure;
  const auto bytes = fs::file_size(file, failure);
  return IndexReport{count, failure ? 0 : static_cast<std::size_t>(bytes)};
}

}  // namespace congbo::search
