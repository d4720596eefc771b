// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/static_delta.h"

#include <charconv>

#include "search/card_store.h"
#include "search/static_files.h"
#include "search/static_shards.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

std::string numbered(const char* letters, std::uint64_t number, const char* ending) {
  return letters + std::to_string(number) + ending;
}

bool is_card(const std::string& name) {
  return name[0] == 'c' && name.ends_with(".json");
}

// The base's columns without the values and labels that no document has any longer.
struct Columns {
  FacetColumns facets;
  bool differ = false;
};

Columns columns_now(const DeltaContents& contents) {
  const Labels before = labels_of(contents.base.get_metadata(std::string(labels_key)));
  Columns columns{read_facets({contents.base}, before), false};
  for (FacetColumn& column : columns.facets) {
    for (std::size_t code = 1; code < column.ids.size(); ++code) {
      const std::string key = column.name + '\t' + column.ids[code];
      if (!before.count(key)) continue;
      const auto now = contents.labels.find(key);
      if (now != contents.labels.end() && now->second == column.labels[code]) continue;
      columns.differ = true;
      column.labels[code] = now == contents.labels.end() ? std::map<std::string, std::string>() : now->second;
      if (now == contents.labels.end()) column.ids[code].clear();
    }
  }
  return columns;
}

// The terms of the added documents and of the removed ones.
Shards delta_shards(const DeltaContents& contents) {
  ShardWriter writer(delta_shard_magic);
  const Xapian::docid first = first_id(contents.delta);
  auto lost = contents.lost.begin();
  const auto write_lost = [&] {
    if (!lost->second.gone()) writer.add(lost->first, {0, lost->second.lost}, "");
    ++lost;
  };
  for (auto at = contents.delta.allterms_begin(); at != contents.delta.allterms_end(); ++at) {
    const std::string term = *at;
    if (!is_ranked(term)) continue;
    while (lost != contents.lost.end() && lost->first < term) write_lost();
    // A term that is gone is not in the base's file either: there is nothing to take away.
    const bool same = lost != contents.lost.end() && lost->first == term;
    const std::uint64_t away = same && !lost->second.gone() ? lost->second.lost : 0;
    writer.add(term, {at.get_termfreq(), away}, encode_postings(contents.delta, term, first));
    if (same) ++lost;
  }
  while (lost != contents.lost.end()) write_lost();
  return writer.finish();
}

std::string delta_boot(const DeltaContents& contents, const std::set<std::string>& replaced,
                       const std::vector<std::string>& beginnings) {
  ByteWriter boot("CBD1");
  const Changes& changes = contents.changes;
  boot.number(contents.base.get_doccount() - changes.removed.size() + contents.delta.get_doccount());
  boot.number(contents.base.get_total_length() - contents.lost_length + contents.delta.get_total_length());
  boot.number(replaced.size());
  for (const std::string& name : replaced) boot.text(name);
  boot.number(changes.removed.size());
  std::uint32_t last = 0;
  for (const std::uint32_t ordinal : changes.removed) {
    boot.number(ordinal + 1 - last);
    last = ordinal + 1;
  }
  boot.number(beginnings.size());
  for (const std::string& term : beginnings) boot.sorted_text(term);
  write_words(boot, contents.frequent);
  boot.number(changes.places.size());
  for (const Place& place : changes.places) {
    boot.number(place.after);
    boot.number(place.rank);
  }
  write_groups(boot, contents.delta);
  write_lengths(boot, contents.delta);
  return boot.take();
}

// What stands for a file of the base.
std::string replacement(const DeltaContents& contents, const std::string& name, const std::string& base_url) {
  if (name.starts_with("s-")) {
    const auto text = contents.suggestions.find(name.substr(2, name.size() - 7));
    return suggestions_file(text == contents.suggestions.end() ? std::string() : text->second, base_url);
  }
  if (name == "words.bin") return words_file(contents.words);
  if (name == "columns.bin") return columns_file(contents.base, columns_now(contents).facets);
  if (name == "boot.bin")
    return boot_file(contents.base, beginnings_without_gone(contents.shards, contents.lost), base_url);
  std::uint32_t shard = 0;
  std::from_chars(name.data() + 1, name.data() + name.size(), shard);
  return without_gone(contents.shards, shard, contents.lost);
}

}  // namespace

std::set<std::string> changed_suggestion_keys(const DeltaContents& contents) {
  std::set<std::string> changed;
  const std::string prefix(suggestions_key);
  for (const auto& [key, text] : contents.suggestions)
    if (contents.base.get_metadata(prefix + key) != text) changed.insert(key);
  for (auto at = contents.base.metadata_keys_begin(prefix); at != contents.base.metadata_keys_end(prefix); ++at) {
    std::string key = (*at).substr(prefix.size());
    if (!contents.suggestions.count(key)) changed.insert(std::move(key));
  }
  return changed;
}

std::set<std::string> outdated_files(const DeltaContents& contents) {
  std::set<std::string> names{"words.bin"};
  for (const std::uint32_t ordinal : contents.changes.removed) names.insert(card_name(ordinal));
  for (const auto& [term, lost] : contents.lost)
    if (lost.gone()) names.insert(numbered("t", lost.shard, ".bin"));
  if (beginnings_show_gone(contents.shards, contents.lost)) names.insert("boot.bin");
  if (columns_now(contents).differ) names.insert("columns.bin");
  for (const std::string& key : contents.changed_suggestions) names.insert("s-" + key + ".json");
  return names;
}

std::vector<StaticFile> delta_files(const DeltaContents& contents, const std::set<std::string>& replaced,
                                    const std::string& base_url) {
  std::vector<StaticFile> files;
  Shards shards = delta_shards(contents);
  files.push_back({"delta.bin", delta_boot(contents, replaced, shards.beginnings)});
  for (std::size_t i = 0; i < shards.files.size(); ++i)
    files.push_back({numbered("dt", i, ".bin"), std::move(shards.files[i])});
  files.push_back({"dcolumns.bin", columns_file(contents.delta, read_facets({contents.delta}, contents.labels))});
  files.push_back({"ddates.bin", dates_file(contents.delta)});
  const Xapian::docid first = first_id(contents.delta);
  for (Xapian::docid id = first; id <= contents.delta.get_lastdocid(); ++id)
    files.push_back({"d" + card_name(id - first), card_file(kept_card(contents.delta, id), base_url)});
  for (const std::string& name : replaced)
    if (!is_card(name)) files.push_back({name, replacement(contents, name, base_url)});
  return files;
}

}  // namespace congbo::search
