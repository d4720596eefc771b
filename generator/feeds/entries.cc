// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/feeds/entries.h"

#include <algorithm>
#include <utility>

#include "generator/feeds/feeds.h"

namespace congbo::feeds {

namespace {

// "2026-03-04" or "2026-03-04T09:30:00+07:00".
Instant instant_of(const std::string& machine) {
  if (machine.empty()) return no_instant;
  if (const std::optional<Date> day = parse_date(machine)) return start_of_day(*day);
  return parse_instant(machine).value_or(no_instant);
}

// The first day of the year in "tag:mayngan.example,2026:…": nothing under that authority is older (RFC 4151).
Instant since_when(const std::string& id) {
  const std::size_t comma = id.find(',');
  const std::optional<Date> day =
      comma == std::string::npos ? std::nullopt : parse_date(id.substr(comma + 1, 4) + "-01-01");
  return day ? start_of_day(*day) : no_instant;
}

Entry make_entry(const record::PublicRecord& record) {
  Entry entry{&record};
  entry.published = instant_of(record.published_machine);
  entry.updated = std::max(entry.published, instant_of(record.updated_machine));
  if (entry.updated == no_instant) entry.updated = instant_of(record.approved_machine);
  if (entry.updated == no_instant) entry.updated = since_when(record.feed_id);
  return entry;
}

// What was announced for a day to come, and published nobody knows when, is news.
Instant order_of(const Entry& entry) {
  if (entry.published == no_instant && entry.record->page->date) return *entry.record->page->date;
  return entry.published == no_instant ? entry.updated : entry.published;
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
  const auto newer = [](const Entry& a, const Entry& b) {
    return std::pair(order_of(a), a.record->page->date) > std::pair(order_of(b), b.record->page->date);
  };
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
  feed.updated = since_when(feed.id);
  for (const Entry& entry : feed.entries) feed.updated = std::max(feed.updated, entry.updated);
  return feed;
}

std::string rss_path(const listing::List& list) {
  if (list.feed_path.empty()) return {};
  return list.feed_path.substr(0, list.feed_path.rfind('/') + 1) + "rss.xml";
}

}  // namespace congbo::feeds
