// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/feeds/entries.h"

#include <algorithm>

#include "generator/feeds/feeds.h"

namespace congbo::feeds {

namespace {

Entry make_entry(const record::PublicRecord& record) {
  const pages::Page& page = *record.page;
  Entry entry{&record};
  if (page.date)
    entry.published = *page.date;
  else if (page.updated_on)
    entry.published = start_of_day(*page.updated_on);
  else if (page.release_at)
    entry.published = *page.release_at;
  entry.updated = entry.published;
  if (!record.updated_machine.empty()) entry.updated = std::max(entry.updated, start_of_day(*page.updated_on));
  return entry;
}

bool belongs_in_feeds(const record::PublicRecord& record) {
  return record.page && record.state != edition::State::withdrawn && (!record.page->type || record.page->type->feed);
}

// The newest first, also where the list itself has another order.
std::vector<Entry> newest_entries(const record::Publication& publication, const listing::List& list) {
  std::vector<Entry> entries;
  entries.reserve(list.items.size());
  for (const pages::PageIndex index : list.items)
    if (belongs_in_feeds(publication.records[index])) entries.push_back(make_entry(publication.records[index]));
  const auto newer = [](const Entry& a, const Entry& b) { return a.published > b.published; };
  if (!std::is_sorted(entries.begin(), entries.end(), newer)) std::stable_sort(entries.begin(), entries.end(), newer);
  if (entries.size() > feed_entries) entries.resize(feed_entries);
  return entries;
}

}  // namespace

Feed make_feed(const record::Publication& publication, const listing::List& list) {
  const site::Portal& portal = *list.portal;
  const std::string& name = portal.name.in(list.language);
  const std::string& owner = portal.owner.in(list.language);
  Feed feed;
  feed.id = record::feed_id(*publication.site, list);
  feed.title = name.empty() ? portal.id : name;
  feed.author = owner.empty() ? feed.title : owner;
  if (list.kind != listing::ListKind::home && !list.title.empty()) feed.title = list.title + " – " + feed.title;
  feed.subtitle = list.description;
  feed.url = record::canonical_url(portal, list.path);
  feed.rights = portal.reuse_notice.in(list.language);
  feed.entries = newest_entries(publication, list);
  for (const Entry& entry : feed.entries) feed.updated = std::max(feed.updated, entry.updated);
  return feed;
}

std::string rss_path(const listing::List& list) {
  if (list.feed_path.empty()) return {};
  return list.feed_path.substr(0, list.feed_path.rfind('/') + 1) + "rss.xml";
}

}  // namespace congbo::feeds
