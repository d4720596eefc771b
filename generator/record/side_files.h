// SPDX-License-Identifier: GPL-3.0-or-later
// What records give besides pages: sets of open data, calendars and address cards. Only their contents in values and
// the paths of their files; generator/feeds prints them, generator/render links to them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/record/public_record.h"

namespace congbo::record {

// Fills data_sets, people and calendars of a publication whose records are made.
void gather_side_files(Publication& publication);

inline constexpr std::string_view data_folder = "/du-lieu-mo/";  // reserved at every portal's root
inline constexpr std::string_view data_catalogue_path = "/du-lieu-mo/catalog.jsonld";
inline constexpr std::string_view events_path = "/du-lieu-mo/su-kien.ics";
inline constexpr std::string_view cards_path = "/du-lieu-mo/danh-ba.vcf";
// "/du-lieu-mo/document.csv"; endings ".csv", ".json", ".dictionary.json", ".schema.json".
std::string data_set_path(const DataSet& set, std::string_view ending);
// The file to subscribe to with every schedule of that kind: "/du-lieu-mo/lich-leaders.ics".
std::string schedule_feed_path(std::string_view kind);

// Whether the page is a person's or an office's with contacts (PPL-01, PPL-02): its JSON-LD type says so.
bool is_contact(const PublicRecord& record);
// The last day of the term a person's page states, if any (PPL-04).
std::optional<Date> end_of_term(const PublicRecord& record);
// Whether that day is over in this edition.
bool has_left(const Publication& publication, const PublicRecord& record);

// One line of a schedule (DIR-04, DIR-05).
struct ScheduleEntry {
  Instant at;
  std::optional<Instant> until;
  std::string_view leader, content, place;
};
// Those of the field «entries» that have a time and a subject, by time.
std::vector<ScheduleEntry> schedule_entries(const PublicRecord& record);

// One event of a calendar: either moments or whole days.
struct CalendarEvent {
  std::optional<Instant> starts, ends;
  std::optional<Date> first_day, last_day;
  std::string title, place, people;
};
// The events of a page: the entries of a schedule; else the day of an event (starts_at, event_at, starts_on and their
// ends) for types that JSON-LD calls an Event; and the last day to take part (closes_on, apply_until).
std::vector<CalendarEvent> calendar_events(const PublicRecord& record);

// Beside the page: "/lich-cong-tac/2026-tuan-48.ics", "/danh-ba/so-tu-phap.vcf". Not percent-encoded; empty for a page
// that has none.
std::string calendar_path(const PublicRecord& record);
std::string card_path(const PublicRecord& record);

// The files of a portal to subscribe to: one a kind of schedule, then one of events and last days.
struct CalendarFeed {
  std::string label, path;
  std::string kind;  // of schedule; empty for events
  enum class Of { schedules, events } of = Of::schedules;
  std::vector<PageIndex> pages;  // translations left out
};
std::vector<CalendarFeed> calendar_feeds(const Publication& publication, const site::Portal& portal,
                                         std::string_view language);

// Whether what `page` refers to by `id` may be named: a visible page, or words that name no page at all.
bool may_be_named(const Publication& publication, const pages::Page& page, const std::string& id);

}  // namespace congbo::record
