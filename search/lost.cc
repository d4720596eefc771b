// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/lost.h"

#include <algorithm>

#include "generator/base/parallel_for.h"
#include "search/static_shards.h"

namespace congbo::search {
namespace {

bool is_gone(const LostTerms& lost, std::string_view term) {
  const auto known = lost.find(term);
  return known != lost.end() && known->second.gone();
}

}  // namespace

LostTerms find_lost(const std::vector<std::string_view>& shards, const std::vector<std::uint32_t>& removed,
                    unsigned jobs) {
  if (removed.empty()) return {};
  std::vector<char> is_removed(removed.back() + 1);
  for (const std::uint32_t ordinal : removed) is_removed[ordinal] = 1;
  std::vector<std::vector<std::pair<std::string, LostTerm>>> found(shards.size());
  parallel_for(shards.size(), jobs, [&](std::size_t i) {
    each_term(shards[i], [&](const ShardTerm& term) {
      std::uint64_t lost = 0;
      std::uint64_t next = 0;
      for (std::size_t at = 0; at < term.list.size();) {
        const std::uint64_t head = read_number(term.list, at);
        next += head >> 1;
        if (next == 0 || next > is_removed.size()) break;  // behind the last one
        lost += static_cast<std::uint64_t>(is_removed[next - 1]);
        if (head & 1) read_number(term.list, at);
      }
      if (lost > 0) found[i].emplace_back(term.term, LostTerm{term.documents, lost, static_cast<std::uint32_t>(i)});
    });
  });
  LostTerms all;
  for (auto& some : found)
    for (auto& [term, lost] : some) all.emplace_hint(all.end(), std::move(term), lost);
  return all;
}

std::string without_gone(const std::vector<std::string_view>& shards, std::uint32_t number, const LostTerms& lost) {
  ByteWriter shard(shard_magic);
  each_term(shards[number], [&](const ShardTerm& term) {
    if (is_gone(lost, term.term)) return;
    shard.sorted_text(term.term);
    shard.number(term.documents);
    shard.text(term.list);
  });
  return shard.take();
}

bool beginnings_show_gone(const std::vector<std::string_view>& shards, const LostTerms& lost) {
  return std::any_of(lost.begin(), lost.end(), [&](const auto& entry) {
    if (!entry.second.gone()) return false;
    std::string first;
    each_term(shards[entry.second.shard], [&](const ShardTerm& term) {
      if (first.empty()) first = term.term;
    });
    return first == entry.first;
  });
}

std::vector<std::string> beginnings_without_gone(const std::vector<std::string_view>& shards, const LostTerms& lost) {
  std::vector<std::string> beginnings(shards.size());
  std::string before;
  std::size_t waiting = 0;  // shards without a term that is left begin where the next one does
  for (std::size_t i = 0; i < shards.size(); ++i) {
    bool first = true;
    each_term(shards[i], [&](const ShardTerm& term) {
      if (is_gone(lost, term.term)) return;
      if (first)
        for (; waiting <= i; ++waiting) beginnings[waiting] = separator(before, term.term);
      first = false;
      before = term.term;
    });
  }
  for (; waiting < shards.size(); ++waiting) beginnings[waiting] = "\xFF";  // no term is behind it
  return beginnings;
}

}  // namespace congbo::search
