// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/static_index.h"

#include <xapian.h>

#include <algorithm>
#include <utility>

#include "generator/base/content_hash.h"
#include "generator/base/instant.h"
#include "generator/formats/json.h"
#include "search/byte_writer.h"
#include "search/card.h"
#include "search/collection.h"
#include "search/levels.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

constexpr std::size_t card_text_bytes = 240;
constexpr std::size_t folder_name_digits = 16;

bool is_ranked(const std::string& term) {
  const std::string_view ranked("ABDEN");
  const bool prefixed = term[0] >= 'A' && term[0] <= 'Z';
  return prefixed ? ranked.find(term[0]) != std::string_view::npos : term != padding_term;
}

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

class Exporter {
 public:
  Exporter(const Xapian::Database& index, const StaticRequest& request) : index_(index), request_(request) {}

  std::vector<StaticFile> make() {
    write_shards();
    write_boot();
    write_columns();
    write_dates();
    write_cards();
    write_lexicon();
    write_suggestions();
    name_folder();
    return std::move(files_);
  }

 private:
  void add(std::string path, std::string bytes) { files_.push_back({std::move(path), std::move(bytes)}); }
  std::string metadata(std::string_view key) const { return index_.get_metadata(std::string(key)); }

  std::string postings(const std::string& term) const {
    ByteWriter list("");
    Xapian::docid last = 0;
    for (auto at = index_.postlist_begin(term); at != index_.postlist_end(term); ++at) {
      const Xapian::termcount count = at.get_wdf();
      list.number(static_cast<std::uint64_t>(*at - last) << 1 | (count > 1));
      if (count > 1) list.number(count);
      last = *at;
    }
    return list.take();
  }

  // A shard ends where it is full; a long list is alone, so that nobody fetches it with its neighbours.
  void write_shards() {
    ByteWriter shard("CBT1");
    bool empty = true;
    const auto end_shard = [&] {
      if (!empty)
        add("t" + std::to_string(first_terms_.size() - 1) + ".bin", std::exchange(shard, ByteWriter("CBT1")).take());
      empty = true;
    };
    for (auto at = index_.allterms_begin(); at != index_.allterms_end(); ++at) {
      const std::string term = *at;
      if (!is_ranked(term)) continue;
      const std::string list = postings(term);
      if (shard.size() + term.size() + list.size() > shard_bytes) end_shard();
      if (std::exchange(empty, false)) first_terms_.push_back(term);
      shard.sorted_text(term);
      shard.number(at.get_termfreq());
      shard.text(list);
    }
    end_shard();
  }

  void write_boot() {
    ByteWriter boot("CBS1");
    boot.number(index_.get_doccount());
    boot.number(index_.get_total_length());
    boot.number(first_terms_.size());
    for (const std::string& term : first_terms_) boot.sorted_text(term);
    write_words(boot, read_lexicon(metadata(frequent_key)));
    const Vocabulary vocabulary = vocabulary_of(metadata(concepts_key), metadata(best_bets_key));
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
        boot.text(own_address(bet.address));
      }
    }
    for (Xapian::docid id = 1; id <= index_.get_lastdocid(); ++id) boot.byte(level_of_length(index_.get_doclength(id)));
    add("boot.bin", boot.take());
  }

  static void write_words(ByteWriter& writer, const Lexicon& words) {
    writer.number(words.size());
    for (const auto& [word, documents] : words) {
      writer.sorted_text(word);
      writer.number(documents);
    }
  }

  static void write_column(ByteWriter& writer, const FacetColumn& column) {
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

  void write_columns() {
    ByteWriter columns("CBF1");
    const FacetColumns facets = read_facets({index_}, index_);
    columns.number(facets.size() + 1);
    for (const FacetColumn& column : facets) write_column(columns, column);
    write_column(columns, read_language_column(index_));
    add("columns.bin", columns.take());
  }

  // Days since 1900, two bytes, least first; 0 for none.
  void write_dates() {
    ByteWriter dates("CBO1");
    std::vector<std::uint16_t> days(index_.get_lastdocid());
    const auto day_of = [](Date date) { return start_of_day(date).seconds / 86400; };
    const std::int64_t zero = day_of({1899, 12, 31});
    for (auto at = index_.valuestream_begin(date_slot); at != index_.valuestream_end(date_slot); ++at)
      if (const auto day = parse_date(*at))
        days[at.get_docid() - 1] = static_cast<std::uint16_t>(std::clamp<std::int64_t>(day_of(*day) - zero, 1, 0xFFFF));
    for (const std::uint16_t day : days) {
      dates.byte(static_cast<std::uint8_t>(day));
      dates.byte(static_cast<std::uint8_t>(day >> 8));
    }
    add("dates.bin", dates.take());
  }

  std::string own_address(const std::string& address) const {
    const std::string& base = request_.base_url;
    const bool own = !base.empty() && address.starts_with(base) && address.substr(base.size(), 1) == "/";
    return own ? address.substr(base.size()) : address;
  }

  void write_cards() {
    const Xapian::docid last = index_.get_lastdocid();
    for (Xapian::docid first = 1; first <= last; first += cards_in_file) {
      formats::JsonWriter json;
      json.begin_array();
      for (Xapian::docid id = first; id <= last && id < first + cards_in_file; ++id) write_card(json, id);
      json.end_array();
      add("c" + std::to_string((first - 1) / cards_in_file) + ".json", json.take());
    }
  }

  void write_card(formats::JsonWriter& json, Xapian::docid id) const {
    const SearchDocument card = decode_card(index_.get_document(id).get_data());
    json.begin_array().value(own_address(card.address)).value(card.title).value(card.number);
    json.value(card.type_label).value(card.unit_label).value(card.date).value(card.validity);
    json.value(card.validity_label).value(card.language);
    json.value(cut(card.summary.empty() ? card.body : card.summary, card_text_bytes)).end_array();
  }

  void write_lexicon() {
    ByteWriter lexicon("CBW1");
    write_words(lexicon, read_lexicon(metadata(lexicon_key)));
    add("words.bin", lexicon.take());
  }

  void write_suggestions() {
    const std::string prefix(suggestions_key);
    for (auto at = index_.metadata_keys_begin(prefix); at != index_.metadata_keys_end(prefix); ++at) {
      const std::string text = index_.get_metadata(*at);
      formats::JsonWriter json;
      json.begin_array();
      for (const Suggestion& one : matching_suggestions(text, "", text.size()))
        if (one.folded != "+")
          json.begin_array().value(one.text).value(own_address(one.address)).value(one.label).end_array();
      json.end_array();
      add("s-" + (*at).substr(prefix.size()) + ".json", json.take());
    }
  }

  // All files of one state are in a folder named by their contents, so they may be kept for ever.
  void name_folder() {
    std::string all;
    for (const StaticFile& file : files_) all += file.path + ' ' + sha256_hex(file.bytes) + '\n';
    const std::string folder = sha256_hex(all).substr(0, folder_name_digits);
    for (StaticFile& file : files_) file.path = folder + "/" + file.path;
    formats::JsonWriter json;
    json.begin_object().key("format").value(static_format).key("folder").value(folder);
    json.key("documents").value(static_cast<std::size_t>(index_.get_doccount()));
    json.key("twins").value(request_.twins).key("release").value(metadata(release_key)).end_object();
    add("current.json", json.take() + "\n");
  }

  const Xapian::Database& index_;
  const StaticRequest& request_;
  std::vector<std::string> first_terms_;
  std::vector<StaticFile> files_;
};

}  // namespace

Result<std::vector<StaticFile>> export_static(const StaticRequest& request) {
  const std::string file = request.folder + "/" + std::string(index_file);
  try {
    const Xapian::Database index(file);
    return Exporter(index, request).make();
  } catch (const Xapian::Error& failure) {
    return error("index-unreadable", {}, {file, failure.get_msg()});
  }
}

}  // namespace congbo::search
