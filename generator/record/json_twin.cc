// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON file beside a page: all its public metadata and its plain text, for other programs and for search snippets.
#include "generator/formats/json.h"
#include "generator/record/people.h"

namespace congbo::record {

namespace {

using formats::JsonWriter;

constexpr int twin_version = 1;  // raised when a key changes its meaning or goes; added keys do not raise it

std::string_view state_name(edition::State state) {
  switch (state) {
    case edition::State::published:
      return "published";
    case edition::State::withdrawn:
      return "withdrawn";
    case edition::State::draft:
      return "draft";
    case edition::State::scheduled:
      return "scheduled";
    case edition::State::embargoed:
      return "embargoed";
    case edition::State::expired:
      return "expired";
  }
  return "";
}

void write_label(JsonWriter& json, const site::Portal& portal, const Label& label) {
  json.begin_object().key("id").value(label.id).key("label").value(label.text);
  json.text_unless_empty("url", absolute_url(portal, label.path)).end_object();
}

void write_labels(JsonWriter& json, const site::Portal& portal, std::string_view key,
                  const std::vector<Shared<Label>>& labels) {
  if (labels.empty()) return;
  json.key(key).begin_array();
  for (const auto& label : labels) write_label(json, portal, *label);
  json.end_array();
}

void write_label_unless_empty(JsonWriter& json, const site::Portal& portal, std::string_view key, const Label& label) {
  if (label.id.empty()) return;
  json.key(key);
  write_label(json, portal, label);
}

void write_files(JsonWriter& json, const site::Portal& portal, std::string_view key,
                 const std::vector<FileLink>& files) {
  if (files.empty()) return;
  json.key(key).begin_array();
  for (const FileLink& file : files) {
    json.begin_object().key("name").value(file.name).key("url").value(portal.base_url + file.address);
    json.text_unless_empty("type", file.type);
    if (file.size > 0) json.key("bytes").value(static_cast<std::size_t>(file.size));
    json.end_object();
  }
  json.end_array();
}

void write_identity(JsonWriter& json, const PublicRecord& record) {
  const pages::Page& page = *record.page;
  json.key("version").value(twin_version).key("id").value(page.id).key("tag").value(record.feed_id);
  json.key("url").value(record.url).key("path").value(record.path);
  json.key("portal")
      .begin_object()
      .key("id")
      .value(page.portal->id)
      .key("name")
      .value(portal_name(record))
      .end_object();
  json.key("language").value(page.route.language);
  json.key("state").value(state_name(record.state));
  json.key("title").value(page.title).text_unless_empty("summary", page.summary);
  json.text_unless_empty("description", description(record));
}

void write_updates(JsonWriter& json, const PublicRecord& record) {
  if (record.updates.empty()) return;
  json.key("updates").begin_array();
  for (const UpdateLine& update : record.updates)
    json.begin_object().key("on").value(update.machine).text_unless_empty("note", update.note).end_object();
  json.end_array();
}

void write_approval(JsonWriter& json, const PublicRecord& record) {
  if (record.approved_machine.empty()) return;
  json.key("approved").begin_object().key("at").value(record.approved_machine);
  json.text_unless_empty("by", record.approved_by).key("evidence").value(record.approval_evidence).end_object();
}

void write_circumstances(JsonWriter& json, const PublicRecord& record) {
  const pages::Page& page = *record.page;
  const site::Portal& portal = *page.portal;
  write_label_unless_empty(json, portal, "type", *record.type);
  write_label_unless_empty(json, portal, "unit", *record.unit);
  write_label_unless_empty(json, portal, "category", *record.category);
  write_labels(json, portal, "tags", record.tags);
  json.text_unless_empty("author", page.author).text_unless_empty("source_name", page.source_name);
  json.text_unless_empty("source_url", page.source_url);
  json.text_unless_empty("date", record.date_machine).text_unless_empty("published", record.published_machine);
  json.text_unless_empty("updated", record.updated_machine);
  write_approval(json, record);
  json.text_unless_empty("change_note", page.change_note).text_unless_empty("phase", record.phase);
  write_updates(json, record);
  json.text_unless_empty("validity", record.validity);
  if (page.withdrawn && record.state == edition::State::withdrawn) {
    json.key("withdrawn").begin_object();
    if (page.withdrawn->at) json.key("at").value(to_rfc3339(*page.withdrawn->at));
    json.text_unless_empty("reason", page.withdrawn->reason);
    json.text_unless_empty("authority", page.withdrawn->authority).end_object();
  }
  json.text_unless_empty("cover", cover_url(record));
  json.text_unless_empty("reuse", portal.reuse_notice.in(page.route.language));
}

void write_fields(JsonWriter& json, const PublicRecord& record) {
  if (record.fields.empty()) return;
  json.key("fields").begin_array();
  for (const DisplayField& field : record.fields) {
    json.begin_object().key("key").value(field.key).key("label").value(field.label);
    json.key("kind").value(site::name_of(field.kind)).key("text").value(field.text);
    if (field.machine != field.text) json.key("value").value(field.machine);
    write_labels(json, *record.page->portal, "links", field.links);
    write_files(json, *record.page->portal, "files", field.files);
    json.end_object();
  }
  json.end_array();
}

void write_relations(JsonWriter& json, const PublicRecord& record) {
  if (record.relations.empty()) return;
  json.key("relations").begin_array();
  for (const RelatedDocument& other : record.relations) {
    json.begin_object().key("key").value(other.key).key("label").value(other.label);
    json.text_unless_empty("number", other.number).text_unless_empty("title", other.title);
    json.text_unless_empty("url", other.url).text_unless_empty("date", other.date_machine);
    json.text_unless_empty("validity", other.validity).end_object();
  }
  json.end_array();
}

void write_translations(JsonWriter& json, const Publication& publication, const PublicRecord& record) {
  const std::vector<listing::Link>& translations = around(publication, record).translations;
  if (translations.empty()) return;
  json.key("translations").begin_array();
  for (const listing::Link& link : translations) {
    json.begin_object().key("language").value(link.label);
    json.key("url").value(absolute_url(*record.page->portal, link.path)).end_object();
  }
  json.end_array();
}

void write_outline(JsonWriter& json, const markdown::Fragment& body) {
  if (body.outline.empty()) return;
  json.key("outline").begin_array();
  for (const markdown::Heading& heading : body.outline) {
    json.begin_object().key("level").value(heading.level).key("anchor").value(heading.anchor);
    json.key("text").value(heading.text).end_object();
  }
  json.end_array();
}

}  // namespace

std::string json_twin(const Publication& publication, const PublicRecord& record) {
  JsonWriter json;
  json.begin_object();
  write_identity(json, record);
  write_circumstances(json, record);
  write_fields(json, record);
  write_relations(json, record);
  write_files(json, *record.page->portal, "files", record.files);
  write_translations(json, publication, record);
  if (record.body) write_outline(json, *record.body);
  json.key("text").value(record.body ? std::string_view(record.body->plain_text) : std::string_view());
  json.end_object();
  return json.take() += '\n';
}

}  // namespace congbo::record
