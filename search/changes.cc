// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/changes.h"

#define XXH_INLINE_ALL  // nothing to link
#include <xxhash.h>

#include <algorithm>
#include <cinttypes>
#include <cstdio>
#include <iterator>

#include "generator/base/parallel_for.h"

namespace congbo::search {
namespace {
constexpr std::size_t fingerprint_digits = 32;
constexpr std::size_t survey_piece = 256;  // documents

// Behind the documents of one address.
std::size_t end_of_page(const std::vector<ListedDocument>& documents, std::size_t begin) {
  std::size_t end = begin;
  while (end < documents.size() && documents[end].address == documents[begin].address) ++end;
  return end;
}

bool same_fingerprints(const std::vector<ListedDocument>& one, std::size_t begin, std::size_t end,
                       const std::vector<ListedDocument>& other, std::size_t other_begin, std::size_t other_end) {
  return std::equal(one.begin() + static_cast<std::ptrdiff_t>(begin), one.begin() + static_cast<std::ptrdiff_t>(end),
                    other.begin() + static_cast<std::ptrdiff_t>(other_begin),
                    other.begin() + static_cast<std::ptrdiff_t>(other_end),
                    [](const auto& a, const auto& b) { return a.fingerprint == b.fingerprint; });
}
}  // namespace

std::string fingerprint_of(const SearchDocument& document) {
  static_assert(sizeof(SearchDocument) == 22 * sizeof(std::string) + sizeof(std::vector<std::string>) + 8,
                "every field belongs to the fingerprint: what it leaves out is not indexed anew when it changes");
  XXH3_state_t state;
  XXH3_128bits_reset(&state);
  const auto add = [&state](const std::string& part) { XXH3_128bits_update(&state, part.c_str(), part.size() + 1); };
  for (const std::string* part :
       {&document.id,          &document.address,  &document.portal,         &document.language,
        &document.title,       &document.summary,  &document.number,         &document.type,
        &document.type_label,  &document.unit,     &document.unit_label,     &document.field,
        &document.field_label, &document.validity, &document.validity_label, &document.date,
        &document.published,   &document.updated,  &document.group,          &document.part,
        &document.link,        &document.body})
    add(*part);
  for (const std::string& heading : document.headings) add(heading);
  add(std::to_string(document.year));
  const XXH128_hash_t hash = XXH3_128bits_digest(&state);
  char text[fingerprint_digits + 1];
  std::snprintf(text, sizeof text, "%016" PRIx64 "%016" PRIx64, hash.high64, hash.low64);
  return text;
}

Survey survey(std::size_t count, unsigned jobs, SurveyDepth depth,
              const std::function<SearchDocument(std::size_t)>& document) {
  std::vector<Survey> pieces((count + survey_piece - 1) / survey_piece);
  parallel_for(
      pieces.size(), jobs,
      [&](std::size_t at) {
        Survey& piece = pieces[at];
        for (std::size_t i = at * survey_piece; i < std::min(count, (at + 1) * survey_piece); ++i) {
          const SearchDocument one = document(i);
          piece.documents.push_back({one.address, fingerprint_of(one)});
          if (depth == SurveyDepth::fingerprints) continue;
          add_suggestions(one, piece.suggestions);
          add_labels(one, piece.labels);
        }
      },
      1);
  Survey all;
  all.documents.reserve(count);
  all.suggestions.reserve(depth == SurveyDepth::everything ? count * 2 : 0);  // title and number
  for (Survey& piece : pieces) {
    std::move(piece.documents.begin(), piece.documents.end(), std::back_inserter(all.documents));
    std::move(piece.suggestions.begin(), piece.suggestions.end(), std::back_inserter(all.suggestions));
    all.labels.insert(piece.labels.begin(), piece.labels.end());  // the first document's label stays
  }
  return all;
}

std::string list_text(const std::vector<ListedDocument>& documents) {
  std::string text;
  for (const ListedDocument& one : documents)
    text.append(one.fingerprint).append(1, ' ').append(one.address).append(1, '\n');
  return text;
}

std::optional<std::vector<ListedDocument>> read_list(std::string_view text) {
  std::vector<ListedDocument> documents;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos || end <= fingerprint_digits || text[fingerprint_digits] != ' ') return {};
    documents.push_back({std::string(text.substr(fingerprint_digits + 1, end - fingerprint_digits - 1)),
                         std::string(text.substr(0, fingerprint_digits))});
    text.remove_prefix(end + 1);
  }
  return documents;
}

std::string ordinal_text(std::uint32_t ordinal) {
  char text[9];
  std::snprintf(text, sizeof text, "%08x", ordinal);
  return text;
}

std::string ordinal_text(const Place& place) {
  std::string text = place.after == 0 ? "-" : ordinal_text(place.after - 1);
  if (place.rank > 0) text += "." + ordinal_text(place.rank);
  return text;
}

Changes changes_between(const std::vector<ListedDocument>& base, const std::vector<ListedDocument>& now) {
  Changes changes;
  std::size_t old = 0;
  std::uint32_t rank = 0;
  const auto remove_before = [&](std::size_t end) {
    if (old < end) rank = 0;
    for (; old < end; ++old) changes.removed.push_back(static_cast<std::uint32_t>(old));
  };
  for (std::size_t i = 0; i < now.size();) {
    const std::size_t end = end_of_page(now, i);
    std::size_t next = old;
    while (next < base.size() && base[next].address < now[i].address) ++next;
    remove_before(next);
    const bool there = old < base.size() && base[old].address == now[i].address;
    const std::size_t old_end = there ? end_of_page(base, old) : old;
    if (there && same_fingerprints(base, old, old_end, now, i, end)) {
      old = old_end;
      i = end;
      rank = 0;
      continue;
    }
    remove_before(old_end);
    if (!there) ++rank;
    for (; i < end; ++i, ++rank) {
      changes.added.push_back(i);
      changes.places.push_back({static_cast<std::uint32_t>(old), rank});
    }
    --rank;
  }
  remove_before(base.size());
  return changes;
}

}  // namespace congbo::search
