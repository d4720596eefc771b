// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/json_ld_kinds.h"

#include "generator/record/people.h"

namespace congbo::record {

namespace {

using formats::JsonWriter;

// "1:02:03" → "PT1H2M3S" (ISO 8601).
std::string duration_of(std::string_view written) {
  if (written.empty()) return {};
  std::string duration = "PT";
  std::size_t parts = 1;
  for (const char c : written) parts += c == ':' ? 1 : 0;
  for (const char unit : std::string_view("HMS").substr(parts < 3 ? 3 - parts : 0)) {
    const std::size_t colon = written.find(':');
    std::string_view number = written.substr(0, colon);
    while (number.size() > 1 && number.front() == '0') number.remove_prefix(1);
    duration.append(number) += unit;
    written = colon == std::string_view::npos ? std::string_view() : written.substr(colon + 1);
  }
  return duration;
}

void write_media(JsonWriter& json, const PublicRecord& record) {
  if (const DisplayField* file = shown_field(record, "file"); file && !file->files.empty())
    json.key("contentUrl").value(record.page->portal->base_url + file->files.front().address);
  else
    json.text_unless_empty("embedUrl", machine_of(record, "url"));
  json.text_unless_empty("uploadDate", record.date_machine);
  json.text_unless_empty("duration", duration_of(machine_of(record, "duration")));
  json.text_unless_empty("transcript", machine_of(record, "transcript"));
}

void write_post(JsonWriter& json, const PublicRecord& record) {
  json.text_unless_empty("datePosted", record.date_machine);
  json.text_unless_empty("validThrough", machine_of(record, "apply_until"));
  json.text_unless_empty("qualifications", machine_of(record, "requirements"));
  json.text_unless_empty("totalJobOpenings", machine_of(record, "quantity"));
  json.key("hiringOrganization").begin_object().key("@type").value("GovernmentOrganization");
  json.key("name").value(creator_name(record)).end_object();
}

void write_place(JsonWriter& json, const PublicRecord& record) {
  json.text_unless_empty("address", machine_of(record, "address"));
  const std::string_view latitude = machine_of(record, "lat"), longitude = machine_of(record, "lon");
  if (latitude.empty() || longitude.empty()) return;
  json.key("geo").begin_object().key("@type").value("GeoCoordinates");
  json.key("latitude").value(latitude).key("longitude").value(longitude).end_object();
}

// "2026-07-01/2026-09-30"
void write_period(JsonWriter& json, const PublicRecord& record) {
  const pages::Value* period = record.page->field("period");
  const auto* object = period ? std::get_if<pages::Object>(&period->data) : nullptr;
  if (!object || !shown_field(record, "period")) return;
  std::string from, to;
  for (const auto& [key, value] : *object)
    if (const Date* day = std::get_if<Date>(&value.data)) (key == "from" ? from : to) = to_text(*day);
  if (!from.empty()) json.key("temporalCoverage").value(from + "/" + (to.empty() ? ".." : to));
}

void write_person(JsonWriter& json, const PublicRecord& record) {
  json.text_unless_empty("telephone", machine_of(record, "phone"));
  json.text_unless_empty("email", machine_of(record, "email"));
}

}  // namespace

void write_kind(JsonWriter& json, const PublicRecord& record, std::string_view type) {
  if (type == "VideoObject" || type == "AudioObject") write_media(json, record);
  if (type == "JobPosting") write_post(json, record);
  if (type == "Place" || type == "TouristAttraction" || type == "Event") write_place(json, record);
  if (type == "Dataset") write_period(json, record);
  if (type == "Person") write_person(json, record);
}

}  // namespace congbo::record
