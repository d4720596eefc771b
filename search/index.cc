// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/index.h"

#include <xapian.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <vector>

#include "generator/base/parallel_for.h"
#include "search/card.h"
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
  return terms.size();
}

void add_facts(Xapian::Document& entry, const SearchDocument& document) {
  const std::string year = document.year > 0 ? std::to_string(document.year) : std::string();
  add_filter(entry, type_prefix, document.type);
  add_filter(entry, unit_prefix, document.unit);
  add_filter(entry, year_prefix, year);
  add_filter(entry, field_prefix, document.field);
  add_filter(entry, language_prefix, document.language);
  add_filter(entry, portal_prefix, document.portal);
  add_filter(entry, id_prefix, document.id);
  add_value(entry, date_slot, document.date);
  add_value(entry, type_slot, document.type);
  add_value(entry, unit_slot, document.unit);
  add_value(entry, year_slot, year);
  add_value(entry, field_slot, document.field);
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
}

void write_part(Part& part, const std::function<SearchDocument(std::size_t)>& document) {
  Xapian::WritableDatabase database(part.folder, Xapian::DB_CREATE_OR_OVERWRITE | writing);
  TermCounter counter;
  std::size_t postings = 0;
  for (std::size_t i = part.begin; i < part.end; ++i) {
    const SearchDocument page = document(i);
    Xapian::Document entry;
    postings += add_terms(entry, page, counter);
    add_facts(entry, page);
    keep_labels(part, page);
    database.add_document(entry);
    if (postings < postings_in_commit) continue;
    database.commit();
    postings = 0;
  }
  database.commit();
  database.close();
  for (auto& [syllable, documents] : counter.syllable_documents())
    part.syllables.emplace(std::move(syllable), documents);
}

std::string join_lexicon(const std::vector<Part>& parts) {
  std::map<std::string, std::uint32_t> all;
  for (const Part& part : parts) {
    for (const auto& [syllable, documents] : part.syllables) all[syllable] += documents;
  }
  std::string text;
  for (const auto& [syllable, documents] : all) {
    if (documents >= smallest_lexicon_frequency)
      text.append(syllable).append(1, '\t').append(std::to_string(documents)).append(1, '\n');
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

void write_metadata(const std::vector<Part>& parts, const std::string& release) {
  Xapian::WritableDatabase database(parts.front().folder, Xapian::DB_OPEN | writing);
  database.set_metadata(std::string(version_key), std::to_string(index_version));
  database.set_metadata(std::string(release_key), release);
  database.set_metadata(std::string(lexicon_key), join_lexicon(parts));
  database.set_metadata(std::string(labels_key), join_labels(parts));
  database.commit();
  database.close();
}

// One file, documents numbered through in the order of the parts.
void compact_parts(const std::vector<Part>& parts, const std::string& file) {
  Xapian::Database all;
  for (const Part& part : parts) all.add_database(Xapian::Database(part.folder));
  all.compact(file, Xapian::DBCOMPACT_SINGLE_FILE);
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
      parts.size(), request.jobs, [&](std::size_t i) { write_part(parts[i], document); }, 1);
  write_metadata(parts, request.release);
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
