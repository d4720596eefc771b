// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/card_store.h"

#include <cstdio>
#include <optional>

#include "search/compress.h"

namespace congbo::search {
namespace {

// In the order of the numbers: what is written in order is written fast.
std::string key_of(Xapian::docid id) {
  char digits[9];
  std::snprintf(digits, sizeof digits, "%08x", static_cast<unsigned>(id));
  return std::string(card_key) + digits;
}

}  // namespace

void keep_card(Xapian::WritableDatabase& database, Xapian::docid id, std::string_view card) {
  database.set_metadata(key_of(id), deflated(card));
}

std::string kept_card(const Xapian::Database& database, Xapian::docid id) {
  const std::string kept = database.get_metadata(key_of(id));
  if (kept.empty()) return {};
  std::optional<std::string> card = inflated(kept);
  if (!card) throw Xapian::DatabaseCorruptError("a card that makes no sense");
  return *std::move(card);
}

}  // namespace congbo::search
