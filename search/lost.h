// SPDX-License-Identifier: GPL-3.0-or-later
// Which terms the documents had that were removed from a base. The base keeps no lists of terms by document; its shards
// are read through instead, which takes some twenty milliseconds for ten thousand documents. Inside search only.
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace congbo::search {

struct LostTerm {
  std::uint64_t documents = 0;  // of the base that have it
  std::uint64_t lost = 0;       // of those, removed; never 0
  std::uint32_t shard = 0;
  bool gone() const { return documents == lost; }
};

using LostTerms = std::map<std::string, LostTerm, std::less<>>;

// `removed`: ordinals, ascending.
LostTerms find_lost(const std::vector<std::string_view>& shards, const std::vector<std::uint32_t>& removed,
                    unsigned jobs);

// Shard `number` without the terms that are gone.
std::string without_gone(const std::vector<std::string_view>& shards, std::uint32_t number, const LostTerms& lost);

// Whether the beginnings of shards may show a term that is gone.
bool beginnings_show_gone(const std::vector<std::string_view>& shards, const LostTerms& lost);

// What separates the shards, from terms alone that are not gone.
std::vector<std::string> beginnings_without_gone(const std::vector<std::string_view>& shards, const LostTerms& lost);

}  // namespace congbo::search
