// SPDX-License-Identifier: GPL-3.0-or-later
// Promotions name nothing that the policy lists under `advertising: banned_terms` (REF-10, ADV-02). Only pages that
// someone authorised as promotions are looked at: in news, the same words report on offences.
#include <vector>

#include "generator/base/source_text.h"
#include "generator/base/unicode.h"
#include "generator/check/rules.h"
#include "generator/check/visit.h"
#include "generator/site/values/policy.h"

namespace congbo::check {

namespace {

constexpr std::string_view promotion_type = "promotion", enterprise_type = "enterprise-promo";

std::vector<std::string> banned_terms(const site::Policy& policy) {
  constexpr std::string_view key = "advertising.banned_terms[";
  std::vector<std::string> terms;
  for (auto at = policy.data.lower_bound(key); at != policy.data.end() && at->first.starts_with(key); ++at)
    if (!at->second.empty()) terms.push_back(to_lower(to_nfc(at->second)));
  return terms;
}

bool is_word_end(std::string_view text, std::size_t at) {
  const auto byte = at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
  return byte < 0x80 && !(byte >= 'a' && byte <= 'z') && !(byte >= '0' && byte <= '9');
}

// Letters of one line keep their number in lower case, so the column of the lowered line is that of the line.
void look_at_line(const SourceText& source, int number, const std::vector<std::string>& terms, Diagnostics& found) {
  const std::string line = to_lower(source.line(number));
  for (const std::string& term : terms) {
    const std::size_t at = line.find(term);
    if (at == std::string::npos || !is_word_end(line, at + term.size())) continue;
    const auto column = static_cast<int>(count_code_points(std::string_view(line).substr(0, at))) + 1;
    const auto length = static_cast<int>(count_code_points(term));
    found.add(warning("promotion-banned-term", {source.path(), number, column, length}, {term}));
  }
}

}  // namespace

void check_promotions(const SiteFacts& facts, Diagnostics& found) {
  for (const PageIndex index : facts.edition.visible) {
    const pages::Page& page = facts.library[index];
    if (!page.type || (page.type->id != promotion_type && page.type->id != enterprise_type)) continue;
    const std::vector<std::string> terms = banned_terms(site::policy_of(*page.portal));
    const SnapshotEntry* entry = terms.empty() ? nullptr : facts.snapshot.find(page.source);
    if (entry == nullptr) continue;
    Result<std::string> bytes = facts.snapshot.read(*entry);
    if (!bytes) continue;
    const SourceText source(page.source, std::move(*bytes));
    for (int number = 1; number <= source.line_count(); ++number) look_at_line(source, number, terms, found);
  }
}

}  // namespace congbo::check
