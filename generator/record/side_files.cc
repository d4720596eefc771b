// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/side_files.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace congbo::record {

namespace {

using pages::Value;

bool is_event_type(const pages::Page& page) {
  return page.type && page.type->schema_org.ends_with("Event");
}

const Value* member(const pages::Object& object, std::string_view key) {
  for (const auto& [name, value] : object)
    if (name == key) return &value;
  return nullptr;
}

template <class Type>
std::optional<Type> value_of(const Value* value) {
  const auto* wanted = value ? std::get_if<Type>(&value->data) : nullptr;
  return wanted ? std::optional<Type>(*wanted) : std::nullopt;
}

std::string_view text_of(const Value* value) {
  return value ? std::string_view(value->text()) : std::string_view();
}

bool is_schedule(const pages::Page& page) {
  const Value* entries = page.field("entries");
  return entries && std::holds_alternative<pages::List>(entries->data);
}

constexpr std::string_view last_day_keys[] = {"closes_on", "apply_until"};

bool has_last_day(const pages::Page& page) {
  return std::any_of(std::begin(last_day_keys), std::end(last_day_keys),
                     [&](std::string_view key) { return value_of<Date>(page.field(key)).has_value(); });
}

template <class Type>
std::optional<Type> first_of(const pages::Page& page, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys)
    if (auto value = value_of<Type>(page.field(key))) return value;
  return std::nullopt;
}

// A calendar of days that are not said would be empty: nothing then.
std::optional<CalendarEvent> own_event(const pages::Page& page) {
  CalendarEvent event;
  event.title = page.title;
  event.place = text_of(page.field("place"));
  if (event.place.empty()) event.place = text_of(page.field("location"));
  event.starts = first_of<Instant>(page, {"starts_at", "event_at"});
  event.ends = first_of<Instant>(page, {"ends_at", "event_end"});
  if (event.starts) return event;
  event.ends.reset();
  event.first_day = first_of<Date>(page, {"starts_on", "event_on"});
  event.last_day = first_of<Date>(page, {"ends_on"});
  if (!event.first_day) return std::nullopt;
  if (!event.last_day || *event.last_day < *event.first_day) event.last_day = event.first_day;
  return event;
}

std::string beside(const PublicRecord& record, std::string_view ending) {
  std::string path = record.page->route.path;
  if (path.ends_with(".html")) path.resize(path.size() - 5);
  return path.append(ending);
}

// «Lịch làm việc của lãnh đạo», by the vocabulary of the type's field «kind».
std::string kind_label(const pages::Page& page, const std::string& kind, std::string_view language) {
  const site::FieldSchema* field = page.type->field("kind");
  const auto vocabulary = field ? page.portal->vocabularies.find(field->vocabulary) : page.portal->vocabularies.end();
  const site::Term* term = vocabulary == page.portal->vocabularies.end() ? nullptr : vocabulary->second.term(kind);
  return term ? term->label.in(language) : kind;
}

bool has_calendar(const pages::Page& page) {
  return is_schedule(page) || has_last_day(page) || (is_event_type(page) && own_event(page));
}

}  // namespace

bool is_contact(const PublicRecord& record) {
  if (!record.page || !record.page->type || record.page->section_index) return false;
  const std::string& type = record.page->type->schema_org;
  return type == "Person" || type == "ContactPoint";
}

std::optional<Date> end_of_term(const PublicRecord& record) {
  const Value* term = record.page->field("term");
  const auto* object = term ? std::get_if<pages::Object>(&term->data) : nullptr;
  return object ? value_of<Date>(member(*object, "to")) : std::nullopt;
}

bool has_left(const Publication& publication, const PublicRecord& record) {
  const std::optional<Date> last = end_of_term(record);
  return last && end_of_day(*last) <= publication.edition->now;
}

std::vector<ScheduleEntry> schedule_entries(const PublicRecord& record) {
  std::vector<ScheduleEntry> entries;
  const Value* field = record.page->field("entries");
  const auto* list = field ? std::get_if<pages::List>(&field->data) : nullptr;
  if (!list) return entries;
  for (const Value& element : *list) {
    const auto* object = std::get_if<pages::Object>(&element.data);
    const auto at = object ? value_of<Instant>(member(*object, "at")) : std::nullopt;
    if (!at) continue;
    entries.push_back({*at, value_of<Instant>(member(*object, "until")), text_of(member(*object, "leader")),
                       text_of(member(*object, "content")), text_of(member(*object, "place"))});
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const ScheduleEntry& a, const ScheduleEntry& b) { return a.at < b.at; });
  return entries;
}

std::vector<CalendarEvent> calendar_events(const PublicRecord& record) {
  const pages::Page& page = *record.page;
  std::vector<CalendarEvent> events;
  for (const ScheduleEntry& entry : schedule_entries(record)) {
    CalendarEvent event;
    event.starts = entry.at;
    event.ends = entry.until;
    event.title = entry.content.empty() ? std::string_view(page.title) : entry.content;
    event.place = entry.place;
    event.people = entry.leader;
    events.push_back(std::move(event));
  }
  if (!events.empty()) return events;
  if (is_event_type(page))
    if (auto event = own_event(page)) events.push_back(*std::move(event));
  if (const auto last = first_of<Date>(page, {last_day_keys[0], last_day_keys[1]})) {
    CalendarEvent event;
    event.title = std::string(page.portal->string(page.route.language, "calendar.last.day")) + ": " + page.title;
    event.first_day = event.last_day = last;
    events.push_back(std::move(event));
  }
  return events;
}

std::string calendar_path(const PublicRecord& record) {
  if (!record.page || record.page->section_index || record.state == edition::State::withdrawn) return {};
  return has_calendar(*record.page) ? beside(record, ".ics") : std::string();
}

std::string card_path(const PublicRecord& record) {
  if (!is_contact(record) || record.state == edition::State::withdrawn) return {};
  return beside(record, ".vcf");
}

std::string data_set_path(const DataSet& set, std::string_view ending) {
  return std::string(data_folder).append(set.type->id).append(ending);
}

std::string schedule_feed_path(std::string_view kind) {
  return std::string(data_folder).append("lich").append(kind.empty() ? "" : "-").append(kind).append(".ics");
}

std::vector<CalendarFeed> calendar_feeds(const Publication& publication, const site::Portal& portal,
                                         std::string_view language) {
  std::map<std::string, CalendarFeed> schedules;
  CalendarFeed events{std::string(portal.string(language, "calendar.events")),
                      std::string(events_path),
                      {},
                      CalendarFeed::Of::events,
                      {}};
  for (const PageIndex index : publication.calendars) {
    const pages::Page& page = *publication.records[index].page;
    if (page.portal != &portal || !page.translation_of.empty()) continue;
    if (!is_schedule(page)) {
      events.pages.push_back(index);
      continue;
    }
    const std::string kind(text_of(page.field("kind")));
    CalendarFeed& feed = schedules[kind];
    feed.pages.push_back(index);
    if (feed.path.empty()) feed.label = kind.empty() ? page.type->label.in(language) : kind_label(page, kind, language);
    feed.path = schedule_feed_path(kind);
    feed.kind = kind;
  }
  std::vector<CalendarFeed> feeds;
  feeds.reserve(schedules.size());
  for (auto& [kind, feed] : schedules) feeds.push_back(std::move(feed));
  if (!events.pages.empty()) feeds.push_back(std::move(events));
  return feeds;
}

bool may_be_named(const Publication& publication, const pages::Page& page, const std::string& id) {
  const pages::Library& library = *publication.library;
  pages::PageIndex index = library.by_id(page.portal->id, id);
  for (const site::Portal& portal : publication.site->portals)
    if (index == pages::no_page) index = library.by_id(portal.id, id);
  return index == pages::no_page || publication.edition->is_visible(index);
}

void gather_side_files(Publication& publication) {
  std::map<std::pair<const site::Portal*, const site::ContentType*>, std::vector<PageIndex>> sets;
  for (const PageIndex index : publication.edition->visible) {
    const PublicRecord& record = publication.records[index];
    const pages::Page& page = *record.page;
    if (page.section_index || record.state == edition::State::withdrawn) continue;
    if (is_contact(record)) publication.people.push_back(index);
    if (has_calendar(page)) publication.calendars.push_back(index);
    if (page.type && page.type->open_data && publication.edition->is_listed(index))
      sets[{page.portal, page.type}].push_back(index);
  }
  // Portals stand in one vector, so their addresses are in its order; types do not.
  for (auto& [key, items] : sets) publication.data_sets.push_back({key.first, key.second, std::move(items)});
  std::sort(publication.data_sets.begin(), publication.data_sets.end(), [](const DataSet& a, const DataSet& b) {
    return std::tie(a.portal->root, a.type->id) < std::tie(b.portal->root, b.type->id);
  });
}

}  // namespace congbo::record
