// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/static_files.h"

#include <algorithm>

#include "generator/base/instant.h"
#include "generator/formats/json.h"
#include "search/card.h"
#include "search/levels.h"
#include "search/suggestions.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

void write_column(ByteWriter& writer, const FacetColumn& column, Xapian::docid first) {
  writer.text(column.name);
  writer.number(column.ids.size());
  for (std::size_t code = 0; code < column.ids.size(); ++code) {
    writer.text(column.ids[code]);
    writer.number(column.labels[code].size());
    for (const auto& [language, label] : column.labels[code]) {
      writer.text(language);
      writer.text(label);
    }
  }
  for (std::size_t document = first; document < column.codes.size(); ++document) {
    writer.byte(static_cast<std::uint8_t>(column.codes[document]));
    if (column.ids.size() > 256) writer.byte(static_cast<std::uint8_t>(column.codes[document] >> 8));
  }
}

}  // namespace

std::string own_address(const std::string& address, const std::string& base_url) {
  const bool own = !base_url.empty() && address.starts_with(base_url) && address.substr(base_url.size(), 1) == "/";
  return own ? address.substr(base_url.size()) : address;
}

std::string boot_file(const Xapian::Database& index, const std::vector<std::string>& beginnings,
                      const std::string& base_url) {
  ByteWriter boot("CBS1");
  boot.number(index.get_doccount());
  boot.number(index.get_total_length());
  boot.number(beginnings.size());
  for (const std::string& term : beginnings) boot.sorted_text(term);
  write_words(boot, read_lexicon(index.get_metadata(std::string(frequent_key))));
  const Vocabulary vocabulary =
      vocabulary_of(index.get_metadata(std::string(concepts_key)), index.get_metadata(std::string(best_bets_key)));
  boot.number(vocabulary.concepts.size());
  for (const auto& [form, names] : vocabulary.concepts) {
    boot.sorted_text(form);
    boot.number(names.size());
    for (const std::string& name : names) boot.text(name);
  }
  boot.number(vocabulary.best_bets.size());
  for (const auto& [question, bets] : vocabulary.best_bets) {
    boot.text(question);
    boot.number(bets.size());
    for (const BestBet& bet : bets) {
      boot.text(bet.title);
      boot.text(own_address(bet.address, base_url));
    }
  }
  write_groups(boot, index);
  write_lengths(boot, index);
  return boot.take();
}

std::string card_name(std::size_t ordinal) {
  return "c" + std::to_string(ordinal) + ".json";
}

std::string card_file(std::string_view kept, const std::string& base_url) {
  const SearchDocument card = decode_card(kept);
  const bool whole = card.part.empty();
  formats::JsonWriter json;
  json.begin_object().key("address").value(own_address(whole ? card.address : card.link, base_url));
  json.key("title").value(whole ? card.title : card.part).text_unless_empty("number", card.number);
  json.key("type").value(card.type_label).text_unless_empty("unit", card.unit_label);
  json.text_unless_empty("date", card.date).text_unless_empty("validity", card.validity_label);
  json.text_unless_empty("language", card.language);
  json.key("summary").value(card.summary).key("body").value(card.body).end_object();
  return json.take();
}

std::string columns_file(const Xapian::Database& index, const FacetColumns& facets) {
  ByteWriter columns("CBF1");
  const Xapian::docid first = first_id(index);
  columns.number(facets.size() + 1);
  for (const FacetColumn& column : facets) write_column(columns, column, first);
  write_column(columns, read_language_column(index), first);
  return columns.take();
}

// Days since 1900, two bytes, least first; 0 for none.
std::string dates_file(const Xapian::Database& index) {
  ByteWriter dates("CBO1");
  const Xapian::docid first = first_id(index);
  std::vector<std::uint16_t> days(index.get_lastdocid() + 1 - first);
  const auto day_of = [](Date date) { return start_of_day(date).seconds / 86400; };
  const std::int64_t zero = day_of({1899, 12, 31});
  for (auto at = index.valuestream_begin(date_slot); at != index.valuestream_end(date_slot); ++at)
    if (const auto day = parse_date(*at))
      days[at.get_docid() - first] =
          static_cast<std::uint16_t>(std::clamp<std::int64_t>(day_of(*day) - zero, 1, 0xFFFF));
  for (const std::uint16_t day : days) {
    dates.byte(static_cast<std::uint8_t>(day));
    dates.byte(static_cast<std::uint8_t>(day >> 8));
  }
  return dates.take();
}

std::string words_file(const Lexicon& words) {
  ByteWriter lexicon("CBW1");
  write_words(lexicon, words);
  return lexicon.take();
}

std::string suggestions_file(const std::string& text, const std::string& base_url) {
  formats::JsonWriter json;
  json.begin_array();
  for (const Suggestion& one : matching_suggestions(text, "", text.size()))
    if (one.folded.size() > 1)  // else it is a word to the reader of the database
      json.begin_array().value(one.text).value(own_address(one.address, base_url)).value(one.label).end_array();
  json.end_array();
  return json.take();
}

std::string current_file(const StaticRequest& request, const std::string& delta, const std::string& boot,
                         std::size_t documents, const std::string& release) {
  formats::JsonWriter json;
  json.begin_object().key("format").value(static_format).key("folder").value(request.name);
  json.text_unless_empty("delta", delta).text_unless_empty("boot", boot);
  json.key("documents").value(documents).key("release").value(release);
  if (!request.offline.empty()) {
    json.key("offline").begin_array();
    for (const std::string& page : request.offline) json.value(page);
    json.end_array();
  }
  json.end_object();
  return json.take() + "\n";
}

void give_to(const StaticSink& sink, const StaticFile& file) {
  const auto taken = sink(file);
  if (!taken) throw Refused{taken.error()};
}

void write_words(ByteWriter& writer, const Lexicon& words) {
  writer.number(words.size());
  for (const auto& [word, documents] : words) {
    writer.sorted_text(word);
    writer.number(documents);
  }
}

Xapian::docid first_id(const Xapian::Database& index) {
  const auto first = index.postlist_begin("");
  return first == index.postlist_end("") ? index.get_lastdocid() + 1 : *first;
}

void write_groups(ByteWriter& writer, const Xapian::Database& index) {
  struct Run {
    Xapian::docid first = 0, last = 0;
    std::string group;
  };
  std::vector<Run> runs;
  for (auto at = index.valuestream_begin(group_slot); at != index.valuestream_end(group_slot); ++at) {
    if (runs.empty() || runs.back().group != *at) runs.push_back({at.get_docid(), 0, *at});
    runs.back().last = at.get_docid();
  }
  writer.number(runs.size());
  Xapian::docid next = first_id(index);
  for (const Run& run : runs) {
    writer.number(run.first - next);
    writer.number(run.last - run.first);
    next = run.last + 1;
  }
}

void write_lengths(ByteWriter& writer, const Xapian::Database& index) {
  for (Xapian::docid id = first_id(index); id <= index.get_lastdocid(); ++id)
    writer.byte(level_of_length(index.get_doclength(id)));
}

}  // namespace congbo::search
