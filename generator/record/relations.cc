// SPDX-License-Identifier: GPL-3.0-or-later
// A document's relations as citizens read them: each line in the page's language, the other document in that language
// where there is such a version.
#include "generator/record/relations.h"

#include <utility>

#include "generator/documents/number.h"
#include "generator/record/addressing.h"
#include "generator/record/wording.h"

namespace congbo::record {

namespace {

using documents::Entry;
using documents::Side;
using pages::Page;

constexpr std::size_t longest_title = 160;  // code points

const Page& in_language(const Publication& publication, PageIndex index, const std::string& language) {
  const pages::Library& library = *publication.library;
  const Page& page = library[index];
  if (page.route.language == language) return page;
  for (const listing::Link& link : publication.listings->around[index].translations) {
    if (link.label != language) continue;
    const PageIndex translated = library.by_route(page.route.portal, link.path);
    if (translated != pages::no_page) return library[translated];
  }
  return page;
}

std::string title_of(const Page& page) {
  const pages::Value* abstract = page.field("abstract");
  const bool has_abstract = abstract && !abstract->text().empty();
  return shorten(has_abstract ? abstract->text() : page.title, longest_title);
}

// As it should be written, so that the same document reads the same wherever it is named.
std::string number_of(const Page& page) {
  const pages::Value* number = page.field("number");
  if (!number) return {};
  const auto parsed = documents::parse_number(number->text());
  return parsed ? to_text(*parsed) : number->text();
}

RelatedDocument related_document(const Publication& publication, const Page& from, const Entry& entry) {
  const std::string& language = from.route.language;
  RelatedDocument related;
  related.key = relation_key(entry.kind, entry.side);
  related.kind = entry.kind;
  related.side = entry.side;
  related.label = from.portal->string(language, "relation." + related.key);
  if (entry.other == pages::no_page) {
    const auto number = documents::parse_number(entry.text);
    related.number = number ? to_text(*number) : std::string();
    related.title = number ? std::string() : entry.text;
    return related;
  }
  const Page& other = in_language(publication, entry.other, language);
  related.number = number_of(other);
  related.title = title_of(other);
  related.path = page_address_from(*from.portal, other);
  related.url = canonical_url(*other.portal, other.route.path);
  if (const auto day = documents::day_of_issue(other)) {
    related.date_machine = to_text(*day);
    related.date_text = date_text(*day, language);
  }
  const documents::Document* document = publication.listings->relations.of(entry.other);
  related.validity = documents::name_of(document->force.at(publication.edition->now));
  related.validity_text = validity_label(from, related.validity);
  return related;
}

}  // namespace

std::string relation_key(documents::RelationKind kind, Side side) {
  static constexpr std::string_view reverse[] = {"replaced_by", "repealed_by", "partly_repealed_by",
                                                 "amended_by",  "guided_by",   "basis_of"};
  return std::string(side == Side::does ? documents::name_of(kind) : reverse[static_cast<std::size_t>(kind)]);
}

std::string validity_label(const Page& page, std::string_view validity) {
  if (validity.empty()) return {};
  const std::string key = "validity." + std::string(validity);
  const std::string_view text = page.portal->string(page.route.language, key);
  return text == key ? std::string() : std::string(text);
}

std::vector<RelatedDocument> related_documents(const Publication& publication, const Page& page,
                                               const documents::Document& document) {
  std::vector<RelatedDocument> all;
  all.reserve(document.entries.size());
  for (const Entry& entry : document.entries) all.push_back(related_document(publication, page, entry));
  return all;
}

}  // namespace congbo::record
