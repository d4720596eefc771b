// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/people.h"

namespace congbo::record {

search::SearchDocument search_document(const Publication&, const PublicRecord& record) {
  const pages::Page& page = *record.page;
  search::SearchDocument document;
  document.id = page.portal->id + ":" + page.id;
  document.address = record.url;
  document.portal = page.portal->id;
  document.language = page.route.language;
  document.title = page.title;
  document.summary = page.summary;
  document.number = machine_of(record, "number");
  document.type = record.type->id;
  document.type_label = record.type->text;
  document.unit = record.unit->id;
  document.unit_label = record.unit->text;
  document.validity = record.validity;
  document.validity_label = record.validity_text;
  const DisplayField* field = shown_field(record, "field");
  if (field && !field->links.empty()) {  // of several, the first
    document.field = field->links.front()->id;
    document.field_label = field->links.front()->text;
  }
  std::optional<Date> day = parse_date(std::string_view(record.published_machine).substr(0, 10));
  if (page.date) day = date_of(*page.date);
  if (day) {
    document.year = day->year;
    document.date = to_text(*day);
  }
  document.published = record.published_machine;
  document.updated = record.updated_machine;
  if (page.type)
    for (const std::string& key : page.type->search)
      if (const DisplayField* searched = shown_field(record, key)) document.body += searched->text + "\n";
  if (!record.body) return document;
  document.headings.reserve(record.body->outline.size());
  for (const markdown::Heading& heading : record.body->outline) document.headings.push_back(heading.text);
  document.body += record.body->plain_text;
  return document;
}

}  // namespace congbo::record
