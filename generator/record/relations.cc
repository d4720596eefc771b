// SPDX-License-Identifier: GPL-3.0-or-later
// A document's relations as citizens read them: each line in the page's language, the other document in that language
// where there is such a version.
#include "generator/record/relations.h"

#include <map>
#include <optional>
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

constexpr std::string_view guidance_key = "explained_by", guidance_type = "guidance";

std::string place_of_number(const std::string& portal, const Page& page, const documents::Number& number) {
  return portal + "\n" + page.route.language + "\n" + documents::number_key(number);
}

using ByNumber = std::map<std::string, std::vector<PageIndex>>;

ByNumber documents_by_number(const Publication& publication) {
  ByNumber by_number;
  for (const documents::Document& document : publication.listings->relations.documents) {
    const PublicRecord& record = publication.records[document.page];
    const pages::Value* written = record.page ? record.page->field("number") : nullptr;
    const auto number = written ? documents::parse_number(written->text()) : std::nullopt;
    if (number) by_number[place_of_number(record.page->portal->id, *record.page, *number)].push_back(document.page);
  }
  return by_number;
}

RelatedDocument guidance_line(const PublicRecord& document, const PublicRecord& guidance) {
  RelatedDocument related;
  related.key = guidance_key;
  related.kind = documents::RelationKind::guides;
  related.side = Side::undergoes;
  related.label = document.page->portal->string(document.page->route.language, "relation.explained_by");
  related.title = guidance.page->title;
  related.path = page_address_from(*document.page->portal, *guidance.page);
  related.url = canonical_url(*guidance.page->portal, guidance.page->route.path);
  related.date_machine = guidance.date_machine;
  related.date_text = guidance.date_text;
  return related;
}

}  // namespace

bool is_guidance(const RelatedDocument& related) {
  return related.key == guidance_key;
}

void add_guidance(Publication& publication) {
  std::optional<ByNumber> by_number;
  for (const PageIndex index : publication.edition->visible) {
    const PublicRecord& guidance = publication.records[index];
    if (!guidance.page || !guidance.page->type || guidance.page->type->id != guidance_type) continue;
    if (!publication.edition->is_listed(index)) continue;
    const pages::Value* named = guidance.page->field("documents");
    const auto* list = named ? std::get_if<pages::List>(&named->data) : nullptr;
    if (!list) continue;
    if (!by_number) by_number = documents_by_number(publication);
    const site::Portal& portal = *guidance.page->portal;
    for (const pages::Value& one : *list) {
      const auto number = documents::parse_number(one.text());
      if (!number) continue;
      auto found = by_number->find(place_of_number(portal.id, *guidance.page, *number));
      if (found == by_number->end() && !portal.parent.empty())
        found = by_number->find(place_of_number(portal.parent, *guidance.page, *number));
      if (found == by_number->end()) continue;
      for (const PageIndex document : found->second)
        publication.records.own(document).relations.push_back(guidance_line(publication.records[document], guidance));
    }
  }
}

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
