// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/index_parts.h"

#include <xapian.h>

#include <algorithm>
#include <filesystem>

#include "generator/base/parallel_for.h"
#include "search/card.h"
#include "search/card_store.h"
#include "search/levels.h"
#include "search/seal.h"
#include "search/term_counter.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

namespace fs = std::filesystem;

// Documents go to parts of fixed ranges, whatever the number of threads, so the index is the same on every machine.
// Xapian inverts in ordered maps: with small commits these stay in the processor's cache (committing every 500
// documents takes twice as long). Compacting joins the parts.
constexpr std::size_t smallest_part = 500;
constexpr std::size_t most_parts = 32;
constexpr std::size_t postings_in_commit = 40'000;
constexpr int writing = Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC;
void add_filter(Xapian::Document& entry, char prefix, const std::string& value) {
  if (!value.empty()) entry.add_boolean_term(boolean_term(prefix, value));
}

void add_value(Xapian::Document& entry, Slot slot, const std::string& value) {
  if (!value.empty()) entry.add_value(slot, value);
}

// Adds the terms that carry weight, and the length they make; how many.
std::size_t add_terms(Xapian::Document& entry, const SearchDocument& document, TermCounter& counter) {
  const auto& terms = counter.count(document);
  for (const CountedTerm* counted : terms) entry.add_term(counted->term, counted->count);
  const std::uint8_t level = level_of_length(counter.length());
  const std::uint64_t padding = length_of_level(level) - counter.length();
  if (padding > 0) entry.add_term(std::string(padding_term), static_cast<Xapian::termcount>(padding));
  entry.add_value(length_slot, level_text(level));
  return terms.size();
}

void add_facts(Xapian::Document& entry, const SearchDocument& document, const std::string& ordinal) {
  const std::string year = document.year > 0 ? std::to_string(document.year) : std::string();
  add_filter(entry, type_prefix, document.type);
  add_filter(entry, unit_prefix, document.unit);
  add_filter(entry, year_prefix, year);
  add_filter(entry, field_prefix, document.field);
  add_filter(entry, language_prefix, document.language);
  add_filter(entry, portal_prefix, document.portal);
  add_filter(entry, validity_prefix, document.validity);
  add_filter(entry, id_prefix, document.id);
  add_filter(entry, group_prefix, document.group);
  if (!document.part.empty()) entry.add_boolean_term(std::string(part_term));
  add_value(entry, date_slot, document.date);
  add_value(entry, type_slot, document.type);
  add_value(entry, unit_slot, document.unit);
  add_value(entry, year_slot, year);
  add_value(entry, field_slot, document.field);
  add_value(entry, validity_slot, document.validity);
  add_value(entry, language_slot, document.language);
  add_value(entry, ordinal_slot, ordinal);
  add_value(entry, group_slot, document.group);
}

// Documents are numbered in their order, so that joining the parts renumbers nothing.
void write_part(Part& part, const PartsRequest& request) {
  Xapian::WritableDatabase database(part.folder, Xapian::DB_CREATE_OR_OVERWRITE | writing);
  TermCounter counter(*request.vocabulary);
  std::size_t postings = 0;
  for (std::size_t i = part.begin; i < part.end; ++i) {
    const SearchDocument page = request.document(i);
    Xapian::Document entry;
    postings += add_terms(entry, page, counter);
    add_facts(entry, page, request.ordinal(i));
    const std::string card = encode_card(page);
    const auto id = static_cast<Xapian::docid>(request.first_id + i);
    keep_card(database, id, card);
    if (request.card && !part.cards_later) request.card(i, card);
    add_labels(page, part.labels);
    add_suggestions(page, part.suggestions);
    database.replace_document(id, entry);
    if (postings < postings_in_commit) continue;
    database.commit();
    postings = 0;
  }
  database.commit();
  database.close();
  for (auto& [syllable, documents] : counter.syllable_documents())
    part.syllables.emplace(std::move(syllable), documents);
}

}  // namespace

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

void write_parts(std::vector<Part>& parts, const PartsRequest& request) {
  parallel_for(
      parts.size(), request.jobs, [&](std::size_t i) { write_part(parts[i], request); }, 1);
}

void give_cards(const Part& part, const PartsRequest& request) {
  const Xapian::Database database(part.folder);
  for (std::size_t i = part.begin; i < part.end; ++i)
    request.card(i, kept_card(database, static_cast<Xapian::docid>(request.first_id + i)));
}

void set_metadata(const Part& part, const std::map<std::string, std::string>& metadata) {
  Xapian::WritableDatabase database(part.folder, Xapian::DB_OPEN | writing);
  for (const auto& [key, value] : metadata)
    if (!value.empty()) database.set_metadata(key, value);
  database.commit();
  database.close();
}

void compact_parts(const std::vector<Part>& parts, const std::string& file) {
  Xapian::Database all;
  for (const Part& part : parts) all.add_database(Xapian::Database(part.folder));
  all.compact(file, Xapian::DBCOMPACT_SINGLE_FILE | Xapian::DBCOMPACT_NO_RENUMBER);
  if (!seal_file(file)) throw Xapian::DatabaseError("cannot write the end of " + file);
}

void remove_parts(const std::vector<Part>& parts) {
  std::error_code ignored;  // left-over parts are no part of the answer; the next build starts in an empty folder
  for (const Part& part : parts) fs::remove_all(part.folder, ignored);
}

std::string lexicon_text(const std::map<std::string, std::uint32_t>& syllables, std::uint32_t least) {
  std::string text;
  for (const auto& [syllable, documents] : syllables)
    if (documents >= least) text.append(syllable).append(1, '\t').append(std::to_string(documents)).append(1, '\n');
  return text;
}

std::uint32_t frequent_least(std::size_t documents) {
  return static_cast<std::uint32_t>(frequent_share * static_cast<double>(documents)) + 1;
}

}  // namespace congbo::search
