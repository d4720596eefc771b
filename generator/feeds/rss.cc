// SPDX-License-Identifier: GPL-3.0-or-later
// RSS 2.0, for readers that do not know Atom.
#include "generator/feeds/entries.h"
#include "generator/feeds/feeds.h"
#include "generator/formats/xml.h"

namespace congbo::feeds {

namespace {

using formats::XmlWriter;

void write_item(XmlWriter& xml, const Entry& entry) {
  const record::PublicRecord& record = *entry.record;
  xml.open("item").element("title", record.page->title).element("link", record.url);
  xml.element_unless_empty("description", record::description(record));
  // RSS's own author wants an e-mail address; people's addresses are not given out.
  xml.element_unless_empty("dc:creator", record.page->author.empty() ? record.unit->text : record.page->author);
  xml.element_unless_empty("category", record.category->text);
  for (const auto& tag : record.tags) xml.element_unless_empty("category", tag->text);
  xml.open("guid").attribute("isPermaLink", "false").text(record.feed_id).close();
  if (entry.published != no_instant) xml.element("pubDate", to_rfc822(entry.published));
  xml.close();
}

}  // namespace

std::string rss_feed(const record::Publication& publication, std::uint32_t number) {
  const listing::List& list = publication.listings->lists[number];
  const Feed feed = make_feed(publication, list);
  XmlWriter xml;
  xml.open("rss").attribute("version", "2.0").attribute("xmlns:atom", "http://www.w3.org/2005/Atom");
  xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/").open("channel");
  xml.element("title", feed.title).element("link", feed.url);
  xml.element("description", feed.subtitle.empty() ? feed.title : feed.subtitle).element("language", list.language);
  xml.element_unless_empty("copyright", feed.rights);
  if (!feed.entries.empty()) xml.element("lastBuildDate", to_rfc822(feed.updated));
  const std::string own_address = record::canonical_url(*list.portal, rss_path(list));
  xml.open("atom:link")
      .attribute("rel", "self")
      .attribute("type", "application/rss+xml")
      .attribute("href", own_address)
      .close();
  for (const Entry& entry : feed.entries) write_item(xml, entry);
  xml.close().close();
  return xml.take();
}

}  // namespace congbo::feeds
