// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/feeds/calendar.h"

#include <set>

#include "generator/formats/content_lines.h"

namespace congbo::feeds {

namespace {

using formats::ContentLines;
using record::CalendarEvent;
using record::PublicRecord;

std::string digits_of(Date day) {
  std::string text = to_text(day);
  std::erase(text, '-');
  return text;
}

// "20261123T080000": the time in Vietnam, which the time zone beside it says.
std::string local_time(Instant moment) {
  std::string text = to_rfc3339(moment).substr(0, 19);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

std::string universal_time(Instant moment) {
  return local_time({moment.seconds - vietnam_offset_seconds}) + "Z";
}

// The day of the last change; for a page without days one that never changes.
Instant stamp_of(const PublicRecord& record) {
  if (const std::optional<Date> day = parse_date(record.updated_machine)) return start_of_day(*day);
  return record.page->date.value_or(Instant{});
}

// Vietnam has kept +07:00 since 1975.
void write_zone(ContentLines& lines) {
  lines.line("BEGIN", "VTIMEZONE").line("TZID", "Asia/Ho_Chi_Minh").line("BEGIN", "STANDARD");
  lines.line("DTSTART", "19750613T000000").line("TZOFFSETFROM", "+0800").line("TZOFFSETTO", "+0700");
  lines.line("TZNAME", "+07").line("END", "STANDARD").line("END", "VTIMEZONE");
}

class CalendarWriter {
 public:
  explicit CalendarWriter(const site::Portal& portal, std::string_view title) {
    lines_.line("BEGIN", "VCALENDAR").line("VERSION", "2.0");
    lines_.text("PRODID", "-//" + portal.tag_authority + "//congbo//VI").line("CALSCALE", "GREGORIAN");
    lines_.line("METHOD", "PUBLISH").text_unless_empty("NAME", title).text_unless_empty("X-WR-CALNAME", title);
    lines_.line("X-WR-TIMEZONE", "Asia/Ho_Chi_Minh");
    write_zone(lines_);
  }

  void add(const PublicRecord& record) {
    std::set<std::string> used;
    for (const CalendarEvent& event : record::calendar_events(record)) add_event(record, event, used);
  }

  std::string take() {
    lines_.line("END", "VCALENDAR");
    return lines_.take();
  }

 private:
  void add_event(const PublicRecord& record, const CalendarEvent& event, std::set<std::string>& used) {
    const std::string time = event.starts ? local_time(*event.starts) : digits_of(*event.first_day);
    std::string uid = record.feed_id + "#" + time;
    for (int next = 2; !used.insert(uid).second; ++next) uid = record.feed_id + "#" + time + "-" + std::to_string(next);
    lines_.line("BEGIN", "VEVENT").text("UID", uid).line("DTSTAMP", universal_time(stamp_of(record)));
    if (event.starts) {
      lines_.line("DTSTART;TZID=Asia/Ho_Chi_Minh", time);
      if (event.ends && *event.ends > *event.starts)
        lines_.line("DTEND;TZID=Asia/Ho_Chi_Minh", local_time(*event.ends));
    } else {
      lines_.line("DTSTART;VALUE=DATE", time);
      lines_.line("DTEND;VALUE=DATE", digits_of(add_days(*event.last_day, 1)));
    }
    lines_.text("SUMMARY", event.people.empty() ? event.title : event.people + ": " + event.title);
    lines_.text_unless_empty("LOCATION", event.place);
    lines_.line("URL", record.url).line("END", "VEVENT");
  }

  ContentLines lines_;
};

}  // namespace

std::string page_calendar(const record::Publication& publication, pages::PageIndex page) {
  const PublicRecord& record = publication.records[page];
  CalendarWriter calendar(*record.page->portal, record.page->title);
  calendar.add(record);
  return calendar.take();
}

std::string calendar_feed(const record::Publication& publication, const site::Portal& portal, std::size_t number) {
  const std::string_view language = portal.main_language();
  const std::vector<record::CalendarFeed> feeds = record::calendar_feeds(publication, portal, language);
  CalendarWriter calendar(portal, feeds.at(number).label + " – " + portal.name.in(language));
  for (const pages::PageIndex index : feeds.at(number).pages) calendar.add(publication.records[index]);
  return calendar.take();
}

}  // namespace congbo::feeds
