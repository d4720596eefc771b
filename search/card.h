// SPDX-License-Identifier: GPL-3.0-or-later
// What the index keeps of a document for its line in the results: labels, and the beginning of its text for snippets.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "search/document.h"

namespace congbo::search {

constexpr std::size_t stored_text_bytes = 4096;

std::string encode_card(const SearchDocument& document);
// The fields that encode_card kept; `body` is the stored part of the text. Fields that are missing are empty.
SearchDocument decode_card(std::string_view card);

}  // namespace congbo::search
