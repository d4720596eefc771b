// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/feeds/open_data.h"

#include <algorithm>
#include <array>

#include "generator/base/append_each.h"
#include "generator/feeds/open_data_text.h"
#include "generator/formats/csv.h"
#include "generator/formats/json.h"

namespace congbo::feeds {

namespace {

using formats::JsonWriter;
using pages::Value;
using record::DisplayField;
using record::PublicRecord;
using site::FieldSchema;
using site::Kind;

constexpr std::array<std::string_view, 12> common_columns = {"id",       "url",           "title", "language",
                                                             "date",     "updated",       "unit",  "unit_name",
                                                             "category", "category_name", "tags",  "summary"};

constexpr std::string_view validity_column = "validity";

bool is_common(std::string_view key) {
  return std::find(common_columns.begin(), common_columns.end(), key) != common_columns.end();
}

bool has_name_in_words(const FieldSchema& field) {
  const Kind kind = field.kind == Kind::list && !field.fields.empty() ? field.fields.front().kind : field.kind;
  return kind == Kind::choice || kind == Kind::unit || kind == Kind::reference;
}

std::string file_url(const PublicRecord& record, const record::FileLink& file) {
  return record.page->portal->base_url + file.address;
}

// A part of the record, or of `room`, where it has to be put together.
std::string_view common_value(const PublicRecord& record, std::string_view column, std::string& room) {
  if (column == "id") return record.page->id;
  if (column == "url") return record.url;
  if (column == "title") return record.page->title;
  if (column == "language") return record.page->route.language;
  if (column == "date") return record.date_machine;
  if (column == "updated") return record.updated_machine;
  if (column == "unit") return record.unit->id;
  if (column == "unit_name") return record.unit->text;
  if (column == "category") return record.category->id;
  if (column == "category_name") return record.category->text;
  if (column == "summary") return record.page->summary;
  room.clear();
  for (const auto& tag : record.tags) room.append(room.empty() ? "" : "; ").append(tag->text);
  return room;
}

const DisplayField* shown(const PublicRecord& record, std::string_view key) {
  for (const DisplayField& field : record.fields)
    if (field.key == key) return &field;
  return nullptr;
}

// Values of one record as far as they are public: what DisplayField leaves out is left out.
class OpenValues {
 public:
  OpenValues(const record::Publication& publication, const PublicRecord& record)
      : publication_(publication), record_(record) {}

  // Likewise.
  std::string_view cell(const DataColumn& column, std::string& room) const {
    if (column.shows == DataColumn::Shows::common) return common_value(record_, column.name, room);
    if (column.shows == DataColumn::Shows::validity) return record_.validity;
    room = own_cell(column);
    return room;
  }

  void write_fields(JsonWriter& json) const {
    for (const pages::Field& field : record_.page->fields) {
      const DisplayField* visible = field.schema ? shown(record_, field.schema->key) : nullptr;
      if (!visible) continue;
      json.key(is_common(field.schema->key) ? "own." + field.schema->key : field.schema->key);
      write(json, *field.schema, field.value, *visible);
    }
    for (const FieldSchema& field : record_.page->type->fields) write_relations(json, field);
    if (!record_.page->type->field(validity_column)) json.text_unless_empty(validity_column, record_.validity);
  }

 private:
  std::string own_cell(const DataColumn& column) const {
    const DisplayField* field = shown(record_, column.field->key);
    if (!field) return related_documents(column.field->key);
    if (column.shows == DataColumn::Shows::name) return field->text;
    if (column.shows == DataColumn::Shows::part) return part_of(*field, column);
    if (field->files.empty() || column.field->kind == Kind::object || lists_objects(*column.field))
      return field->machine;
    std::string addresses;
    for (const record::FileLink& file : field->files)
      addresses += (addresses.empty() ? "" : "; ") + file_url(record_, file);
    return addresses;
  }

  static const std::string& name_of(const record::RelatedDocument& related) {
    return related.number.empty() ? related.title : related.number;
  }

  // A document's relations are no fields of its record (DOC-03).
  std::string related_documents(std::string_view key) const {
    std::string names;
    for (const record::RelatedDocument& related : record_.relations)
      if (related.key == key) names += (names.empty() ? "" : "; ") + name_of(related);
    return names;
  }

  void write_relations(JsonWriter& json, const FieldSchema& field) const {
    if (!field.shown || shown(record_, field.key) || related_documents(field.key).empty()) return;
    json.key(field.key).begin_array();
    for (const record::RelatedDocument& related : record_.relations)
      if (related.key == field.key) json.value(name_of(related));
    json.end_array();
  }

  static bool lists_objects(const FieldSchema& field) {
    return field.kind == Kind::list && !field.fields.empty() && field.fields.front().kind == Kind::object;
  }

  std::string part_of(const DisplayField& field, const DataColumn& column) const {
    const Value* value = record_.page->field(column.field->key);
    const auto* object = value ? std::get_if<pages::Object>(&value->data) : nullptr;
    if (!object) return {};
    for (const auto& [key, part] : *object)
      if (key == column.part->key) return is_public(*column.part, part, field) ? scalar(*column.part, part, field) : "";
    return {};
  }

  bool is_public(const FieldSchema& schema, const Value& value, const DisplayField& field) const {
    if (schema.kind == Kind::reference) return record::may_be_named(publication_, *record_.page, value.text());
    if (schema.kind == Kind::file || schema.kind == Kind::image) return file_of(value, field) != nullptr;
    return true;
  }

  static const record::FileLink* file_of(const Value& value, const DisplayField& field) {
    for (const record::FileLink& file : field.files)
      if (file.source == value.text()) return &file;
    return nullptr;
  }

  std::string scalar(const FieldSchema& schema, const Value& value, const DisplayField& field) const {
    if (const auto* date = std::get_if<Date>(&value.data)) return to_text(*date);
    if (const auto* moment = std::get_if<Instant>(&value.data)) return to_rfc3339(*moment);
    if (const auto* number = std::get_if<pages::Number>(&value.data)) return number->text;
    if (const auto* truth = std::get_if<bool>(&value.data)) return *truth ? "true" : "false";
    if (schema.kind == Kind::file || schema.kind == Kind::image) return file_url(record_, *file_of(value, field));
    return value.text();
  }

  // The recursion is bounded by the depth of YAML.
  void write(JsonWriter& json, const FieldSchema& schema, const Value& value, const DisplayField& field) const {
    if (const auto* list = std::get_if<pages::List>(&value.data)) {
      const FieldSchema& element = schema.fields.empty() ? schema : schema.fields.front();
      json.begin_array();
      for (const Value& one : *list)
        if (is_public(element, one, field)) write(json, element, one, field);
      json.end_array();
    } else if (const auto* object = std::get_if<pages::Object>(&value.data)) {
      json.begin_object();
      for (const auto& [key, part] : *object)
        for (const FieldSchema& known : schema.fields)
          if (known.key == key && known.shown && is_public(known, part, field))
            write(json.key(key), known, part, field);
      json.end_object();
    } else if (const auto* number = std::get_if<pages::Number>(&value.data)) {
      is_json_number(number->text) ? json.raw(number->text) : json.value(number->text);
    } else if (const auto* truth = std::get_if<bool>(&value.data)) {
      json.value(*truth);
    } else {
      json.value(scalar(schema, value, field));
    }
  }

  const record::Publication& publication_;
  const PublicRecord& record_;
};

void write_item(JsonWriter& json, const record::Publication& publication, const PublicRecord& record) {
  json.begin_object().key("id").value(record.page->id).key("url").value(record.url);
  std::string room;
  json.key("title").value(record.page->title).key("language").value(record.page->route.language);
  for (const std::string_view key : {"date", "updated", "unit", "unit_name", "category", "category_name"})
    json.text_unless_empty(key, common_value(record, key, room));
  if (!record.tags.empty()) {
    json.key("tags").begin_array();
    for (const auto& tag : record.tags) json.value(tag->text);
    json.end_array();
  }
  json.text_unless_empty("summary", record.page->summary);
  OpenValues(publication, record).write_fields(json);
  json.end_object();
}

}  // namespace

std::vector<DataColumn> data_columns(const site::ContentType& type) {
  using Shows = DataColumn::Shows;
  std::vector<DataColumn> columns;
  columns.reserve(common_columns.size());
  for (const std::string_view name : common_columns) columns.push_back({std::string(name)});
  for (const FieldSchema& field : type.fields) {
    if (!field.shown) continue;
    const std::string name = is_common(field.key) ? "own." + field.key : field.key;
    if (field.kind == Kind::object) {
      for (const FieldSchema& part : field.fields)
        if (part.shown) columns.push_back({name + "." + part.key, Shows::part, &field, &part});
      continue;
    }
    columns.push_back({name, Shows::machine, &field});
    if (has_name_in_words(field)) columns.push_back({name + "_name", Shows::name, &field});
  }
  if (type.field("effective_on") && !type.field(validity_column))
    columns.push_back({std::string(validity_column), Shows::validity});
  return columns;
}

std::string data_csv(const record::Publication& publication, const record::DataSet& set) {
  const std::vector<DataColumn> columns = data_columns(*set.type);
  formats::CsvWriter head;
  for (const DataColumn& column : columns) head.cell(column.name);
  head.end_row();
  std::string csv = head.take();
  std::string room;
  append_each(csv, set.items.size(), [&](std::size_t i, std::string& text) {
    const OpenValues values(publication, publication.records[set.items[i]]);
    formats::CsvWriter row(formats::CsvWriter::Part::rows);
    for (const DataColumn& column : columns) row.cell(values.cell(column, room));
    row.end_row();
    text += row.take();
  });
  return csv;
}

std::string data_json(const record::Publication& publication, const record::DataSet& set) {
  JsonWriter json;
  json.begin_object().key("set").value(set.type->id).key("title");
  write_texts(json, set.type->label);
  json.key("publisher").value(publisher_of(*set.portal));
  json.key("licence").value(licence_of(*set.portal));
  json.key("dictionary").value(set.portal->base_url + record::data_set_path(set, ".dictionary.json"));
  json.key("count").value(set.items.size()).key("items").begin_array();
  std::string text = json.take();
  append_each(text, set.items.size(), [&](std::size_t i, std::string& out) {
    JsonWriter item;
    write_item(item, publication, publication.records[set.items[i]]);
    if (i > 0) out += ',';
    out += item.take();
  });
  return text += "]}\n";
}

}  // namespace congbo::feeds
