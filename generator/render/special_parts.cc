// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/special_parts.h"

#include <algorithm>
#include <array>

#include "generator/record/people.h"
#include "generator/record/side_files.h"
#include "generator/record/wording.h"
#include "generator/render/collection.h"
#include "generator/render/data_parts.h"
#include "generator/render/names.h"
#include "generator/render/part_names.h"

namespace congbo::render {

namespace {

using pages::Value;
using record::PublicRecord;

constexpr int longest_schedule = 31;  // days shown as a grid
constexpr int days_of_week = 7;       // a longer schedule leaves out days without entries

struct Session {
  std::string_view label;  // interface string
  int from_hour, to_hour;
};
constexpr std::array sessions = {Session{"session.morning", 0, 12}, Session{"session.afternoon", 12, 18},
                                 Session{"session.evening", 18, 24}};

int hour_of(Instant moment) {
  return static_cast<int>((moment.seconds - start_of_day(date_of(moment)).seconds) / 3600);
}

// "08:00"
std::string clock_time(Instant moment) {
  return to_rfc3339(moment).substr(11, 5);
}

class SpecialFiller {
 public:
  SpecialFiller(const ViewSources& sources, const PublicRecord& record, View& view, Texts& texts)
      : sources_(sources), record_(record), page_(*record.page), view_(view), texts_(texts) {}

  void fill() {
    side_files();
    event_state();
    if (page_.fields.empty()) return;
    week(EmptyDays::shown);
    pictures();
    fill_portrait(sources_.publication, record_, page_.title, view_, texts_);
    place();
    media();
    charts();
    outline();
    communes();
    collection();
  }

  void week(EmptyDays empty) {
    const std::vector<record::ScheduleEntry> entries = record::schedule_entries(record_);
    if (entries.empty()) return;
    Date first = date_of(entries.front().at), last = date_of(entries.back().at);
    if (const auto from = day_of("starts_on")) first = std::min(first, *from);
    if (const auto to = day_of("ends_on")) last = std::max(last, *to);
    last = std::min(last, add_days(first, longest_schedule - 1));
    const bool evening = std::any_of(entries.begin(), entries.end(), [](const record::ScheduleEntry& entry) {
      return hour_of(entry.at) >= sessions.back().from_hour;
    });
    const std::size_t columns = evening ? sessions.size() : sessions.size() - 1;
    View& week = view_.add(name::week);
    for (std::size_t i = 0; i < columns; ++i)
      week.add(name::columns).set(name::label, sources_.frame.string(sessions[i].label));
    const bool every_day = empty == EmptyDays::shown && last < add_days(first, days_of_week);
    for (Date day = first; day <= last; day = add_days(day, 1))
      if (every_day || has_entries(entries, day, 0, 24)) add_day(week, day, entries, columns, empty);
  }

 private:
  const std::string& language() const { return sources_.frame.language; }
  BodySources body_sources() const { return {sources_.publication, sources_.templates, sources_.frame}; }

  void side_files() {
    if (const std::string path = record::calendar_path(record_); !path.empty()) {
      view_.set(name::calendar_path, texts_.keep(encoded(path)));
      subscription();
    }
    if (const std::string path = record::card_path(record_); !path.empty())
      view_.set(name::card_path, texts_.keep(encoded(path)));
  }

  void subscription() {
    const Value* kind = page_.field("kind");
    view_.set(name::subscribe_path, page_.field("entries")
                                        ? texts_.keep(record::schedule_feed_path(kind ? kind->text() : std::string()))
                                        : record::events_path);
  }

  // DLG-01: what a page says before, during and after its event or the days on which comments are taken.
  void event_state() {
    const std::string_view state = record_.phase;
    view_.show(name::before, state == "before" || state == "upcoming");
    view_.show(name::during, state == "during" || state == "open");
    view_.show(name::after, state == "after" || state == "closed");
  }

  std::optional<Date> day_of(std::string_view key) const {
    const Value* value = page_.field(key);
    const auto* day = value ? std::get_if<Date>(&value->data) : nullptr;
    return day ? std::optional<Date>(*day) : std::nullopt;
  }

  static bool is_within(const record::ScheduleEntry& entry, Date day, int from_hour, int to_hour) {
    return date_of(entry.at) == day && hour_of(entry.at) >= from_hour && hour_of(entry.at) < to_hour;
  }

  static bool has_entries(const std::vector<record::ScheduleEntry>& entries, Date day, int from_hour, int to_hour) {
    return std::any_of(entries.begin(), entries.end(),
                       [&](const record::ScheduleEntry& entry) { return is_within(entry, day, from_hour, to_hour); });
  }

  void add_day(View& week, Date day, const std::vector<record::ScheduleEntry>& entries, std::size_t columns,
               EmptyDays empty) {
    View& row = week.add(name::days);
    row.set(name::day_name, sources_.frame.string(texts_.keep("weekday." + std::to_string(weekday(day)))));
    row.set(name::date, texts_.keep(record::date_text(day, language())));
    row.set(name::date_machine, texts_.keep(to_text(day)));
    row.show(name::today, day == date_of(sources_.publication.edition->now));
    for (std::size_t i = 0; i < columns; ++i) {
      if (empty == EmptyDays::left_out && !has_entries(entries, day, sessions[i].from_hour, sessions[i].to_hour))
        continue;
      View& cell = row.add(name::sessions);
      cell.set(name::label, sources_.frame.string(sessions[i].label));
      for (const record::ScheduleEntry& entry : entries)
        if (is_within(entry, day, sessions[i].from_hour, sessions[i].to_hour)) add_entry(cell, entry);
    }
  }

  void add_entry(View& cell, const record::ScheduleEntry& entry) {
    View& row = cell.add(name::entries);
    std::string time = clock_time(entry.at);
    if (entry.until && date_of(*entry.until) == date_of(entry.at)) time += "–" + clock_time(*entry.until);
    row.set(name::time, texts_.keep(std::move(time)));
    row.set(name::time_machine, texts_.keep(to_rfc3339(entry.at)));
    row.set(name::text, entry.content);
    row.set(name::leader, entry.leader);
    row.set(name::place, entry.place);
  }

  const record::FileLink* file_of(std::string_view source) const {
    for (const record::FileLink& file : record_.files)
      if (file.source == source) return &file;
    return nullptr;
  }

  void pictures() {
    const Value* field = page_.field("images");
    const auto* list = field ? std::get_if<pages::List>(&field->data) : nullptr;
    if (!list) return;
    for (const Value& element : *list)
      if (const auto* object = std::get_if<pages::Object>(&element.data)) add_picture(*object);
  }

  void add_picture(const pages::Object& object) {
    const auto text = [&](std::string_view key) {
      for (const auto& [name, value] : object)
        if (name == key) return std::string_view(value.text());
      return std::string_view();
    };
    const record::FileLink* file = file_of(text("image"));
    if (!file) return;
    std::string credit;
    for (const std::string_view key : {"author", "source", "licence"})
      if (!text(key).empty()) credit.append(credit.empty() ? "" : ", ").append(text(key));
    View& row = view_.add(name::pictures);
    row.set(name::path, file->address);
    const Loading loading = first_picture_ ? Loading::eager : Loading::lazy;
    first_picture_ = false;
    fill_picture(sources_.publication, {file->source, file->address, text("alt"), {}, loading}, row, texts_);
    row.set(name::caption, text("caption"));
    row.set(name::credit, texts_.keep(std::move(credit)));
  }

  std::string_view text_of(std::string_view key) const {
    const Value* value = page_.field(key);
    return value ? std::string_view(value->text()) : std::string_view();
  }

  void media() {
    if (const record::FileLink* file = file_of(text_of("file"))) {
      view_.set(name::media_path, file->address);
      view_.set(name::file_details, texts_.keep(file_details(*file, language())));
    }
    if (const record::FileLink* file = file_of(text_of("captions"))) view_.set(name::captions_path, file->address);
    if (const record::FileLink* file = file_of(text_of("chapters"))) view_.set(name::chapters_path, file->address);
  }

  void place() {
    const std::string_view latitude = record::machine_of(record_, "lat"),
                           longitude = record::machine_of(record_, "lon");
    if (latitude.empty() || longitude.empty()) return;
    view_.set(name::latitude, latitude);
    view_.set(name::longitude, longitude);
  }

  // Every CSV file of the fields «data» and «tables».
  void charts() {
    std::string html;
    for (const record::DisplayField& field : record_.fields) {
      if (field.key != "data" && field.key != "tables") continue;
      for (const record::FileLink& file : field.files)
        if (file.type == "CSV") html += chart_block(body_sources(), record_, chart_of(file));
    }
    if (!html.empty()) view_.set(name::charts, texts_.keep(std::move(html)));
  }

  ChartSource chart_of(const record::FileLink& file) const {
    ChartSource chart{file.source, file.address, page_.title, text_of("data_unit"), {}, ChartKind::automatic};
    if (text_of("chart") == "bar") chart.kind = ChartKind::bar;
    if (text_of("chart") == "line") chart.kind = ChartKind::line;
    return chart;
  }

  // Drawn only where no image shows the same.
  void outline() {
    if (const record::FileLink* image = file_of(text_of("image"))) {
      View& row = view_.add(name::pictures);
      row.set(name::path, image->address);
      const std::string_view words =
          text_of("image_alt").empty() ? std::string_view(page_.title) : text_of("image_alt");
      fill_picture(sources_.publication, {image->source, image->address, words, {}, Loading::eager}, row, texts_);
      row.set(name::caption, page_.title);
      row.set(name::credit, text_of("source"));
      return;
    }
    for (const record::DisplayField& field : record_.fields)
      for (const record::FileLink& file : field.files)
        if (file.type == "GEOJSON") {
          view_.set(name::outline, texts_.keep(outline_svg(body_sources(), file.source, page_.title)));
          return;
        }
  }

  void collection() {
    for (const pages::PageIndex index : collection_items(sources_.publication, record_))
      add_item(sources_, index, view_, name::collection, texts_);
  }

  // MAP-02: what a map of the whole area shows, in words.
  void communes() {
    if (!page_.field("scale") || text_of("level") == "commune") return;
    const Date today = date_of(sources_.publication.edition->now);
    for (const site::Unit& unit : page_.portal->units)
      if (unit.kind == "commune" && (!unit.valid_from || *unit.valid_from <= today) &&
          (!unit.valid_until || today <= *unit.valid_until))
        view_.add(name::communes).set(name::label, unit.name.in(language()));
  }

  const ViewSources& sources_;
  const PublicRecord& record_;
  const pages::Page& page_;
  View& view_;
  Texts& texts_;
  bool first_picture_ = true;
};

}  // namespace

bool is_special_part(const PublicRecord& record, const record::DisplayField& field) {
  const std::string_view layout = record.page->type ? std::string_view(record.page->type->layout) : std::string_view();
  if (field.key == "photo") return field.kind == site::Kind::image;
  if (field.key == "lat" || field.key == "lon")
    return !record::machine_of(record, "lat").empty() && !record::machine_of(record, "lon").empty();
  if (layout == "map" && record::shown_field(record, "image")) return field.key == "image" || field.key == "image_alt";
  return layout == "record" && field.key == "file" && !field.files.empty();
}

void fill_portrait(const record::Publication& publication, const PublicRecord& record, std::string_view words,
                   View& view, Texts& texts) {
  const record::DisplayField* photo = record::shown_field(record, "photo");
  if (!photo || photo->kind != site::Kind::image || photo->files.empty()) return;
  const record::FileLink& file = photo->files.front();
  fill_picture(publication, {file.source, file.address, words, {}, Loading::lazy}, view.add(name::portrait), texts);
}

void fill_week(const ViewSources& sources, const PublicRecord& record, EmptyDays empty, View& view, Texts& texts) {
  SpecialFiller(sources, record, view, texts).week(empty);
}

void fill_special_parts(const ViewSources& sources, const PublicRecord& record, View& view, Texts& texts) {
  SpecialFiller(sources, record, view, texts).fill();
}

}  // namespace congbo::render
