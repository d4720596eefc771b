// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/card.h"

#include <algorithm>
#include <array>

#include "generator/base/utf8.h"

namespace congbo::search {
namespace {

constexpr char separator = '\x1F';

// The order of the fields in a card; the text comes last.
constexpr std::array<std::string SearchDocument::*, 21> fields = {
    &SearchDocument::id,          &SearchDocument::address,    &SearchDocument::portal,
    &SearchDocument::language,    &SearchDocument::title,      &SearchDocument::summary,
    &SearchDocument::number,      &SearchDocument::type,       &SearchDocument::type_label,
    &SearchDocument::unit,        &SearchDocument::unit_label, &SearchDocument::field,
    &SearchDocument::field_label, &SearchDocument::date,       &SearchDocument::published,
    &SearchDocument::updated,     &SearchDocument::validity,   &SearchDocument::validity_label,
    &SearchDocument::group,       &SearchDocument::part,       &SearchDocument::link};

void append_field(std::string& card, std::string_view value) {
  for (const char c : value) card += c == separator ? ' ' : c;
  card += separator;
}

// The beginning of the text, cut between words and never inside a code point.
std::string_view beginning(std::string_view text) {
  if (text.size() <= stored_text_bytes) return text;
  const std::size_t end = text.find_last_of(" \n", stored_text_bytes);
  if (end == std::string_view::npos || end < stored_text_bytes / 2) return utf8_beginning(text, stored_text_bytes);
  return text.substr(0, end);
}

}  // namespace

std::string encode_card(const SearchDocument& document) {
  std::string card;
  card.reserve(512 + std::min(document.body.size(), stored_text_bytes));
  for (const auto field : fields) append_field(card, document.*field);
  card += beginning(document.body);
  return card;
}

SearchDocument decode_card(std::string_view card) {
  SearchDocument document;
  for (const auto field : fields) {
    const std::size_t end = card.find(separator);
    if (end == std::string_view::npos) return document;
    document.*field = card.substr(0, end);
    card.remove_prefix(end + 1);
  }
  document.body = card;
  return document;
}

}  // namespace congbo::search
