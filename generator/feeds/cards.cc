// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/feeds/calendar.h"
#include "generator/formats/content_lines.h"

namespace congbo::feeds {

namespace {

using formats::ContentLines;
using record::PublicRecord;

std::string_view machine_of(const PublicRecord& record, std::string_view key) {
  for (const record::DisplayField& field : record.fields)
    if (field.key == key) return field.machine;
  return {};
}

void write_card(ContentLines& lines, const PublicRecord& record) {
  const pages::Page& page = *record.page;
  lines.line("BEGIN", "VCARD").line("VERSION", "4.0");
  lines.line("KIND", page.title == record.unit->text ? "org" : "individual").text("FN", page.title);
  // Parts of ORG are separated by ";", which stays as it is.
  const std::string& owner = page.portal->owner.in(page.route.language);
  lines.line("ORG", formats::escape_content_text(owner.empty() ? page.portal->name.in(page.route.language) : owner) +
                        (record.unit->text.empty() ? "" : ";" + formats::escape_content_text(record.unit->text)));
  lines.text_unless_empty("TITLE", machine_of(record, "position"));
  lines.text_unless_empty("TEL;TYPE=\"work,voice\"", machine_of(record, "phone"));
  lines.text_unless_empty("TEL;TYPE=\"work,fax\"", machine_of(record, "fax"));
  lines.text_unless_empty("EMAIL;TYPE=work", machine_of(record, "email"));
  lines.line("URL", record.url).text("UID", record.feed_id).line("END", "VCARD");
}

}  // namespace

std::string card(const record::Publication& publication, pages::PageIndex page) {
  ContentLines lines;
  write_card(lines, publication.records[page]);
  return lines.take();
}

std::string directory_cards(const record::Publication& publication, const site::Portal& portal) {
  ContentLines lines;
  for (const pages::PageIndex index : publication.people) {
    const PublicRecord& record = publication.records[index];
    if (record.page->portal == &portal && record.page->translation_of.empty() && !record::has_left(publication, record))
      write_card(lines, record);
  }
  return lines.take();
}

bool has_people(const record::Publication& publication, const site::Portal& portal) {
  return std::any_of(publication.people.begin(), publication.people.end(),
                     [&](pages::PageIndex index) { return publication.records[index].page->portal == &portal; });
}

}  // namespace congbo::feeds
