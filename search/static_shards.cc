// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/static_shards.h"

#include <xapian.h>

#include <utility>

#include "generator/base/parallel_for.h"
#include "search/terms.h"

namespace congbo::search {
namespace {

// Terms of one range of the index, one behind the other: its bytes, then its list.
struct TermRange {
  struct Entry {
    std::uint32_t term_size = 0, documents = 0, list_size = 0;
  };
  std::string bytes;
  std::vector<Entry> entries;
};

// Where the ranges begin that are read side by side. Pairs are three quarters of all terms.
std::vector<std::string> range_beginnings() {
  std::vector<std::string> all{""};
  const auto each_letter = [&all](const std::string& prefix) {
    for (char c = 'a'; c <= 'z'; ++c) all.push_back(prefix + c);
  };
  for (const char prefix : {bigram_prefix, exact_prefix}) {
    all.emplace_back(1, prefix);
    each_letter(std::string(1, prefix));
  }
  each_letter("");
  return all;
}

// `end` is left out; empty: to the last term.
TermRange read_range(const std::string& file, const std::string& begin, const std::string& end) {
  const Xapian::Database index(file);
  TermRange range;
  auto at = index.allterms_begin();
  for (at.skip_to(begin); at != index.allterms_end(); ++at) {
    const std::string term = *at;
    if (!end.empty() && term >= end) break;
    if (!is_ranked(term)) continue;
    const std::string list = encode_postings(index, term, 1);
    range.entries.push_back(
        {static_cast<std::uint32_t>(term.size()), at.get_termfreq(), static_cast<std::uint32_t>(list.size())});
    range.bytes.append(term).append(list);
  }
  return range;
}

}  // namespace

bool is_ranked(std::string_view term) {
  constexpr std::string_view ranked("ABDEN");
  const bool prefixed = term[0] >= 'A' && term[0] <= 'Z';
  return prefixed ? ranked.find(term[0]) != std::string_view::npos || term == procedure_term : term != padding_term;
}

std::string_view separator(std::string_view before, std::string_view term) {
  std::size_t same = 0;
  while (same < before.size() && same < term.size() && before[same] == term[same]) ++same;
  return term.substr(0, same + 1);
}

std::string encode_postings(const Xapian::Database& index, const std::string& term, std::uint32_t first) {
  ByteWriter list("");
  Xapian::docid last = first - 1;
  for (auto at = index.postlist_begin(term); at != index.postlist_end(term); ++at) {
    const Xapian::termcount count = at.get_wdf();
    list.number(static_cast<std::uint64_t>(*at - last) << 1 | (count > 1));
    if (count > 1) list.number(count);
    last = *at;
  }
  return list.take();
}

void ShardWriter::end_file() {
  if (!empty_) shards_.files.push_back(std::exchange(file_, ByteWriter(magic_)).take());
  empty_ = true;
}

void ShardWriter::add(std::string_view term, std::initializer_list<std::uint64_t> counts, std::string_view list) {
  if (file_.size() + term.size() + list.size() > shard_bytes) end_file();
  if (std::exchange(empty_, false)) shards_.beginnings.emplace_back(separator(last_term_, term));
  file_.sorted_text(term);
  for (const std::uint64_t count : counts) file_.number(count);
  file_.text(list);
  last_term_ = term;
}

Shards ShardWriter::finish() {
  end_file();
  return std::move(shards_);
}

Shards read_shards(const std::string& index, unsigned jobs) {
  const std::vector<std::string> beginnings = range_beginnings();
  std::vector<TermRange> ranges(beginnings.size());
  parallel_for(
      ranges.size(), jobs,
      [&](std::size_t i) {
        ranges[i] = read_range(index, beginnings[i], i + 1 < beginnings.size() ? beginnings[i + 1] : "");
      },
      1);
  ShardWriter writer(shard_magic);
  for (TermRange& range : ranges) {
    std::string_view rest = range.bytes;
    for (const TermRange::Entry& entry : range.entries) {
      writer.add(rest.substr(0, entry.term_size), {entry.documents}, rest.substr(entry.term_size, entry.list_size));
      rest.remove_prefix(entry.term_size + entry.list_size);
    }
    range = {};
  }
  return writer.finish();
}

std::string join_shards(const std::vector<std::string>& files) {
  ByteWriter joined("CBA1");
  joined.number(files.size());
  for (const std::string& file : files) joined.text(file);
  return joined.take();
}

std::vector<std::string_view> split_shards(std::string_view joined) {
  std::vector<std::string_view> files;
  if (!joined.starts_with("CBA1")) return files;
  std::size_t at = 4;
  for (std::uint64_t count = read_number(joined, at); count > 0; --count) {
    if (at == joined.size()) return {};  // the count is none
    const std::uint64_t size = read_number(joined, at);
    if (size > joined.size() - at) return {};
    files.push_back(joined.substr(at, size));
    at += size;
  }
  return files;
}

}  // namespace congbo::search
