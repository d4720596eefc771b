// SPDX-License-Identifier: GPL-3.0-or-later
// Atom 1.0 (RFC 4287).
#include "generator/feeds/entries.h"
#include "generator/feeds/feeds.h"
#include "generator/formats/xml.h"

namespace congbo::feeds {

namespace {

using formats::XmlWriter;

void write_link(XmlWriter& xml, std::string_view relation, std::string_view type, std::string_view address) {
  xml.open("link").attribute("rel", relation).attribute("type", type).attribute("href", address).close();
}

void write_author(XmlWriter& xml, std::string_view name) {
  if (!name.empty()) xml.open("author").element("name", name).close();
}

void write_category(XmlWriter& xml, const record::Label& label) {
  if (!label.id.empty()) xml.open("category").attribute("term", label.id).attribute("label", label.text).close();
}

void write_entry(XmlWriter& xml, const Entry& entry) {
  const record::PublicRecord& record = *entry.record;
  xml.open("entry").element("id", record.feed_id).element("title", record.page->title);
  write_link(xml, "alternate", "text/html", record.url);
  if (!record.published_machine.empty()) xml.element("published", to_rfc3339(entry.published));
  xml.element("updated", to_rfc3339(entry.updated));
  write_author(xml, record.page->author.empty() ? record.unit->text : record.page->author);
  write_category(xml, *record.category);
  for (const auto& tag : record.tags) write_category(xml, *tag);
  xml.element_unless_empty("summary", record::description(record));
  xml.close();
}

}  // namespace

std::string atom_feed(const record::Publication& publication, std::uint32_t number) {
  const listing::List& list = publication.listings->lists[number];
  const Feed feed = make_feed(publication, list);
  XmlWriter xml;
  xml.open("feed").attribute("xmlns", "http://www.w3.org/2005/Atom").attribute("xml:lang", list.language);
  xml.element("id", feed.id).element("title", feed.title).element_unless_empty("subtitle", feed.subtitle);
  xml.element("updated", to_rfc3339(feed.updated));
  write_link(xml, "self", "application/atom+xml", record::canonical_url(*list.portal, list.feed_path));
  write_link(xml, "alternate", "text/html", feed.url);
  write_author(xml, feed.author);
  xml.element_unless_empty("rights", feed.rights);
  for (const Entry& entry : feed.entries) write_entry(xml, entry);
  xml.close();
  return xml.take();
}

}  // namespace congbo::feeds
