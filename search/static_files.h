// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of the files that a browser reads (search/STATIC_FORMAT.md), each from a database. Inside search only; all
// may throw Xapian::Error.
#pragma once
#include <xapian.h>

#include <string>
#include <string_view>

#include "search/byte_writer.h"
#include "search/concepts.h"
#include "search/facets.h"
#include "search/spelling.h"
#include "search/static_index.h"

namespace congbo::search {

// Addresses below `base_url` as paths: the files serve any host of the portal.
std::string own_address(const std::string& address, const std::string& base_url);

// `beginnings` of the shards.
std::string boot_file(const Xapian::Database& index, const std::vector<std::string>& beginnings,
                      const std::string& base_url);
std::string card_name(std::size_t ordinal);  // "c12.json"
// `kept` as encode_card() makes it.
std::string card_file(std::string_view kept, const std::string& base_url);
std::string columns_file(const Xapian::Database& index, const FacetColumns& facets);
std::string dates_file(const Xapian::Database& index);
std::string words_file(const Lexicon& words);
// `text` as suggestion_texts() makes it.
std::string suggestions_file(const std::string& text, const std::string& base_url);
// `delta`: folder of the delta's files, empty for none. `boot`: that of boot.bin, empty where it is with the others.
std::string current_file(const StaticRequest& request, const std::string& delta, const std::string& boot,
                         std::size_t documents, const std::string& release);

// A sink's failure on its way out of the threads.
struct Refused {
  Diagnostic why;
};
void give_to(const StaticSink& sink, const StaticFile& file);

void write_words(ByteWriter& writer, const Lexicon& words);
// Documents are numbered without gaps from here.
Xapian::docid first_id(const Xapian::Database& index);
// Pages with parts: how many, then for each the step from the last group's end to the page, and how many parts follow.
void write_groups(ByteWriter& writer, const Xapian::Database& index);
// Levels of the lengths of all documents.
void write_lengths(ByteWriter& writer, const Xapian::Database& index);

}  // namespace congbo::search
