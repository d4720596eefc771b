// SPDX-License-Identifier: GPL-3.0-or-later
// Where a database has the cards of its documents: among its metadata. The data of documents, which is meant for that,
// Xapian compresses itself, with zlib; it takes six times as long, writing and reading. Inside search only; may throw
// Xapian::Error.
#pragma once
#include <xapian.h>

#include <string>
#include <string_view>

namespace congbo::search {

constexpr std::string_view card_key = "card-";  // with the document's id behind it

// `card` as encode_card() makes it.
void keep_card(Xapian::WritableDatabase& database, Xapian::docid id, std::string_view card);
// Empty where there is none.
std::string kept_card(const Xapian::Database& database, Xapian::docid id);

}  // namespace congbo::search
