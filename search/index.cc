// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/index.h"

#include <xapian.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <map>
#include <vector>

#include "generator/base/parallel_for.h"
#include "search/card.h"
#include "search/levels.h"
#include "search/suggestions.h"
#include "search/term_counter.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

namespace fs = std::filesystem;

// Documents go to parts of fixed ranges, whatever the number of threads, so the index is the same on every machine.
// Xapian inverts in ordered maps: with small commits these stay in the processor's cache (committing every 500
// documents takes twice as long). Compacting joins the parts.
constexpr std::size_t smallest_part = 1000;
constexpr std::size_t most_parts = 32;
constexpr std::size_t postings_in_commit = 40'000;
constexpr int writing = Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC;
constexpr std::uint32_t smallest_lexicon_frequency = 3;

struct Part {
  std::size_t begin = 0, end = 0;
  std::string folder;
  std::map<std::string, std::uint32_t> syllables;  // folded syllable → documents
  std::map<std::string, std::string> labels;       // "facet TAB id TAB language" → label
  std::vector<Suggestion> suggestions;
};

std::vector<Part> divide(const std::string& folder, std::size_t count) {
  const std::size_t size = std::max(smallest_part, (count + most_parts - 1) / most_parts);
  std::vector<Part> parts;
  for (std::size_t begin = 0; begin == 0 || begin < count; begin += size) {
    Part part;
    part.begin = begin;
    part.end = std::min(count, begin + size);
    part.folder = folder + "/part-" + std::to_string(parts.size());
    parts.push_back(std::move(part));
  }
  return parts;
}

void add_filter(Xapian::Document& entry, char prefix, const std::string& value) {
  if (!value.empty()) entry.add_boolean_term(boolean_term(prefix, value));
}

void add_value(Xapian::Document& entry, Slot slot, const std::string& value) {
  if (!value.empty()) entry.add_value(slot, value);
}

// Adds the terms that carry weight; how many.
std::size_t add_terms(Xapian::Document& entry, const SearchDocument& document, TermCounter& counter) {
  const auto& terms = counter.count(document);
  for (const CountedTerm* counted : terms) entry.add_term(counted->term, counted->count);
  const std::uint64_t padding = length_of_level(level_of_length(counter.length())) - counter.length();
  if (padding > 0) entry.add_term(std::string(padding_term), static_cast<Xapian::termcount>(padding));
  return terms.size();
}

std::string ordinal_value(std::uint32_t ordinal) {
  char text[9];
  std::snprintf(text, sizeof text, "%08x", ordinal);
  return text;
}

void add_facts(Xapian::Document& entry, const SearchDocument& document, std::uint32_t ordinal) {
  const std::string year = document.year > 0 ? std::to_string(document.year) : std::string();
  add_filter(entry, type_prefix, document.type);
  add_filter(entry, unit_prefix, document.unit);
  add_filter(entry, year_prefix, year);
  add_filter(entry, field_prefix, document.field);
  add_filter(entry, language_prefix, document.language);
  add_filter(entry, portal_prefix, document.portal);
  add_filter(entry, validity_prefix, document.validity);
  add_filter(entry, id_prefix, document.id);
  add_value(entry, date_slot, document.date);
  add_value(entry, type_slot, document.type);
  add_value(entry, unit_slot, document.unit);
  add_value(entry, year_slot, year);
  add_value(entry, field_slot, document.field);
  add_value(entry, validity_slot, document.validity);
  add_value(entry, language_slot, document.language);
  add_value(entry, ordinal_slot, ordinal_value(ordinal));
  entry.set_data(encode_card(document));
}

void keep_label(Part& part, std::string_view facet, const std::string& id, const std::string& language,
                std::string label) {
  if (id.empty() || id.find_first_of("\t\n") != std::string::npos) return;
  std::replace_if(
      label.begin(), label.end(), [](char c) { return c == '\t' || c == '\n'; }, ' ');
  part.labels.emplace(std::string(facet) + '\t' + id + '\t' + language, std::move(label));
}

void keep_labels(Part& part, const SearchDocument& document) {
  keep_label(part, "type", document.type, document.language, document.type_label);
  keep_label(part, "unit", document.unit, document.language, document.unit_label);
  keep_label(part, "field", document.field, document.language, document.field_label);
  keep_label(part, "validity", document.validity, document.language, document.validity_label);
}

// Documents are numbered by their ordinal, so that joining the parts renumbers nothing.
void write_part(Part& part, const IndexRequest& request, const std::function<SearchDocument(std::size_t)>& document) {
  Xapian::WritableDatabase database(part.folder, Xapian::DB_CREATE_OR_OVERWRITE | writing);
  TermCounter counter(request.vocabulary);
  std::size_t postings = 0;
  for (std::size_t i = part.begin; i < part.end; ++i) {
    const SearchDocument page = document(i);
    Xapian::Document entry;
    postings += add_terms(entry, page, counter);
    const auto ordinal = static_cast<std::uint32_t>(request.first_ordinal + i);
    add_facts(entry, page, ordinal);
    keep_labels(part, page);
    add_suggestions(page, part.suggestions);
    database.replace_document(ordinal + 1, entry);
    if (postings < postings_in_commit) continue;
    database.commit();
    postings = 0;
  }
  database.commit();
  database.close();
  for (auto& [syllable, documents] : counter.syllable_documents())
    part.syllables.emplace(std::move(syllable), documents);
}

std::string join_lexicon(const std::vector<Part>& parts, std::uint32_t least) {
  std::map<std::string, std::uint32_t> all;
  for (const Part& part : parts) {
    for (const auto& [syllable, documents] : part.syllables) all[syllable] += documents;
  }
  std::string text;
  for (const auto& [syllable, documents] : all) {
    if (documents >= least) text.append(syllable).append(1, '\t').append(std::to_string(documents)).append(1, '\n');
  }
  return text;
}

std::string join_labels(const std::vector<Part>& parts) {
  std::map<std::string, std::string> all;
  for (const Part& part : parts)
    all.insert(part.labels.begin(), part.labels.end());  // the first document's label stays
  std::string text;
  for (const auto& [key, label] : all) text.append(key).append(1, '\t').append(label).append(1, '\n');
  return text;
}

// In more than a fifth of the documents.
std::uint32_t frequent_least(const std::vector<Part>& parts) {
  return static_cast<std::uint32_t>(frequent_share * static_cast<double>(parts.back().end)) + 1;
}

void write_metadata(std::vector<Part>& parts, const IndexRequest& request) {
  Xapian::WritableDatabase database(parts.front().folder, Xapian::DB_OPEN | writing);
  database.set_metadata(std::string(version_key), std::to_string(index_version));
  database.set_metadata(std::string(release_key), request.release);
  database.set_metadata(std::string(lexicon_key), join_lexicon(parts, smallest_lexicon_frequency));
  database.set_metadata(std::string(frequent_key), join_lexicon(parts, frequent_least(parts)));
  database.set_metadata(std::string(concepts_key), concepts_text(request.vocabulary));
  database.set_metadata(std::string(best_bets_key), best_bets_text(request.vocabulary));
  std::vector<Suggestion> suggestions;
  for (Part& part : parts) std::move(part.suggestions.begin(), part.suggestions.end(), std::back_inserter(suggestions));
  for (const auto& [key, text] : suggestion_texts(std::move(suggestions)))
    database.set_metadata(std::string(suggestions_key) + key, text);
  database.set_metadata(std::string(labels_key), join_labels(parts));
  database.commit();
  database.close();
}

// One file; the numbers of the documents stay.
void compact_parts(const std::vector<Part>& parts, const std::string& file) {
  Xapian::Database all;
  for (const Part& part : parts) all.add_database(Xapian::Database(part.folder));
  all.compact(file, Xapian::DBCOMPACT_SINGLE_FILE | Xapian::DBCOMPACT_NO_RENUMBER);
}

void remove_parts(const std::vector<Part>& parts) {
  std::error_code ignored;  // left-over parts are no part of the answer; the next build starts in an empty folder
  for (const Part& part : parts) fs::remove_all(part.folder, ignored);
}

Result<Done> make_folder(const std::string& folder) {
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure) return error("index-not-writable", {}, {folder, failure.message()});
  return Done{};
}

void write_parts(std::vector<Part>& parts, const IndexRequest& request,
                 const std::function<SearchDocument(std::size_t)>& document) {
  parallel_for(
      parts.size(), request.jobs, [&](std::size_t i) { write_part(parts[i], request, document); }, 1);
  write_metadata(parts, request);
  compact_parts(parts, request.folder + "/" + std::string(index_file));
}

}  // namespace

Result<IndexReport> write_index(const IndexRequest& request, std::size_t count,
                                const std::function<SearchDocument(std::size_t)>& document) {
  CONGBO_TRY([[maybe_unused]] Done made, make_folder(request.folder));
  std::vector<Part> parts = divide(request.folder, count);
  try {
    write_parts(parts, request, document);
  } catch (const Xapian::Error& failure) {
    remove_parts(parts);
    return error("index-not-writable", {}, {request.folder, failure.get_msg()});
  } catch (...) {
    remove_parts(parts);
    throw;
  }
  remove_parts(parts);
  std::error_code failure;
  const auto bytes = fs::file_size(request.folder + "/" + std::string(index_file), failure);
  return IndexReport{count, failure ? 0 : static_cast<std::size_t>(bytes)};
}

}  // namespace congbo::search
