// SPDX-License-Identifier: GPL-3.0-or-later
// What an index was made of, and what has changed since. Pure.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/document.h"
#include "search/labels.h"
#include "search/suggestions.h"

namespace congbo::search {

// By everything that the index knows of a document: 32 hexadecimal digits.
std::string fingerprint_of(const SearchDocument& document);

struct ListedDocument {
  std::string address, fingerprint;
};

// What is known of all documents of an index together.
struct Survey {
  std::vector<ListedDocument> documents;  // in order
  std::vector<Suggestion> suggestions;
  LabelTexts labels;
};

enum class SurveyDepth { fingerprints, everything };

// Calls document(i) once for every i below `count`, from several threads.
Survey survey(std::size_t count, unsigned jobs, SurveyDepth depth,
              const std::function<SearchDocument(std::size_t)>& document);

// One line a document, and back; nothing when the text is none.
std::string list_text(const std::vector<ListedDocument>& documents);
std::optional<std::vector<ListedDocument>> read_list(std::string_view text);

// Where a document stands among those of the base: behind so many of them, as the `rank`th of those added there. Rank 0
// is the place of the one it stands for.
struct Place {
  std::uint32_t after = 0, rank = 0;
};

// What decides between equal scores (terms.h, ordinal_slot): the order of these texts is that of the places.
std::string ordinal_text(std::uint32_t ordinal);
std::string ordinal_text(const Place& place);

struct Changes {
  std::vector<std::uint32_t> removed;  // of the base, by ordinal: gone, or another now
  std::vector<std::size_t> added;      // of those now, by number
  std::vector<Place> places;           // of those
};

// Both sorted by address. Documents of one address, a page and its parts, stay or change together.
Changes changes_between(const std::vector<ListedDocument>& base, const std::vector<ListedDocument>& now);

}  // namespace congbo::search
