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

constexpr std::size_t card_text_bytes = 240;

std::string cut(const std::string& text, std::size_t bytes) {
  std::string flat = text.substr(0, bytes);
  if (text.size() > bytes) {
    std::size_t end = flat.rfind(' ');
    if (end == std::string::npos) {
      end = bytes;
      while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    }
    flat = flat.substr(0, end) + " …";
  }
  std::replace(flat.begin(), flat.end(), '\n', ' ');
  return flat;
}

void write_card(formats::JsonWriter& json, const SearchDocument& card, const std::string& base_url) {
  json.begin_array().value(own_address(card.address, base_url)).value(card.title).value(card.number);
  json.value(card.type_label).value(card.unit_label).value(card.date).value(card.validity);
  json.value(card.validity_label).value(card.language);
  json.value(cut(card.summary.empty() ? card.body : card.summary, card_text_bytes)).end_array();
}

void write_column(ByteWriter& writer, const FacetColumn& column) {
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
  for (std::size_t document = 1; document < column.codes.size(); ++document) {
    writer.byte(static_cast<std::uint8_t>(column.codes[document]));
    if (column.ids.size() > 256) writer.byte(static_cast<std::uint8_t>(column.codes[document] >> 8));
  }
}

}  // namespace

std::string own_address(const std::string& address, const std::string& base_url) {
  const bool own = !base_url.empty() && address.starts_with(base_url) && address.substr(base_url.size(), 1) == "/";
  return own ? address.substr(base_url.size()) : address;
}

std::string cards_file(const Xapian::Database& index, Xapian::docid first, const std::string& base_url,
                       const IsRemoved& removed) {
  formats::JsonWriter json;
  json.begin_array();
  for (Xapian::docid id = first; id <= index.get_lastdocid() && id < first + cards_in_file; ++id) {
    if (removed && removed(id))
      json.raw("null");
    else
      write_card(json, decode_card(index.get_document(id).get_data()), base_url);
  }
  json.end_array();
  return json.take();
}

std::string columns_file(const FacetColumns& facets, const FacetColumn& languages) {
  ByteWriter columns("CBF1");
  columns.number(facets.size() + 1);
  for (const FacetColumn& column : facets) write_column(columns, column);
  write_column(columns, languages);
  return columns.take();
}

// Days since 1900, two bytes, least first; 0 for none.
std::string dates_file(const Xapian::Database& index) {
  ByteWriter dates("CBO1");
  std::vector<std::uint16_t> days(index.get_lastdocid());
  const auto day_of = [](Date date) { return start_of_day(date).seconds / 86400; };
  const std::int64_t zero = day_of({1899, 12, 31});
  for (auto at = index.valuestream_begin(date_slot); at != index.valuestream_end(date_slot); ++at)
    if (const auto day = parse_date(*at))
      days[at.get_docid() - 1] = static_cast<std::uint16_t>(std::clamp<std::int64_t>(day_of(*day) - zero, 1, 0xFFFF));
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

std::string current_file(const StaticRequest& request, const std::string& delta, std::size_t documents,
                         const std::string& release) {
  formats::JsonWriter json;
  json.begin_object().key("format").value(static_format).key("folder").value(request.name);
  if (!delta.empty()) json.key("delta").value(delta);
  json.key("documents").value(documents).key("twins").value(request.twins).key("release").value(release).end_object();
  return json.take() + "\n";
}

void write_words(ByteWriter& writer, const Lexicon& words) {
  writer.number(words.size());
  for (const auto& [word, documents] : words) {
    writer.sorted_text(word);
    writer.number(documents);
  }
}

void write_lengths(ByteWriter& writer, const Xapian::Database& index) {
  for (Xapian::docid id = 1; id <= index.get_lastdocid(); ++id) writer.byte(level_of_length(index.get_doclength(id)));
}

}  // namespace congbo::search
