// SPDX-License-Identifier: GPL-3.0-or-later
// The columns of open data for programs that check or load tables: a Frictionless Table Schema.
#include <algorithm>

#include "generator/feeds/open_data.h"
#include "generator/feeds/open_data_text.h"

namespace congbo::feeds {

namespace {

using formats::JsonWriter;
using site::FieldSchema;
using site::Kind;

struct CellType {
  std::string_view type = "string", format;
};

// Lists are joined with "; ", so they are texts.
CellType type_of(const DataColumn& column) {
  const FieldSchema* schema = column.part ? column.part : column.field;
  if (!schema) return column.name == "url" ? CellType{"string", "uri"} : CellType{};
  if (column.shows == DataColumn::Shows::name) return {};
  switch (schema->kind) {
    case Kind::date:
      return {"date"};
    case Kind::datetime:
      return {"datetime", "any"};  // RFC 3339 with its offset
    case Kind::number:
      return {"number"};
    case Kind::boolean:
      return {"boolean"};
    case Kind::file:
    case Kind::image:
      return {"string", "uri"};
    default:
      return {};
  }
}

std::string label_of(const DataColumn& column, std::string_view language) {
  std::string label = column.field ? column.field->label.in(language) : std::string();
  if (column.part) label += ": " + column.part->label.in(language);
  return label;
}

// Ids that a cell may hold; none for open vocabularies, lists and words.
void write_enum(JsonWriter& json, const site::Portal& portal, const DataColumn& column) {
  const FieldSchema* schema = column.part ? column.part : column.field;
  if (!schema || schema->kind != Kind::choice || column.shows == DataColumn::Shows::name) return;
  const auto vocabulary = portal.vocabularies.find(schema->vocabulary);
  const bool closed = vocabulary != portal.vocabularies.end() && !vocabulary->second.open;
  if (schema->choices.empty() && !closed) return;
  json.key("constraints").begin_object().key("enum").begin_array();
  for (const std::string& choice : schema->choices) json.value(choice);
  if (schema->choices.empty())
    for (const site::Term& term : vocabulary->second.terms) json.value(term.id);
  json.end_array().end_object();
}

}  // namespace

std::string data_schema(const record::DataSet& set) {
  JsonWriter json(JsonWriter::Layout::indented);
  json.begin_object().key("$schema").value("https://datapackage.org/profiles/1.0/tableschema.json");
  json.key("fields").begin_array();
  for (const DataColumn& column : data_columns(*set.type)) {
    const CellType cell = type_of(column);
    json.begin_object().key("name").value(column.name).key("type").value(cell.type);
    json.text_unless_empty("format", cell.format);
    json.text_unless_empty("title", label_of(column, set.portal->main_language()));
    write_enum(json, *set.portal, column);
    json.end_object();
  }
  json.end_array().key("primaryKey").value("url").key("missingValues").begin_array().value("").end_array().end_object();
  return json.take() += '\n';
}

}  // namespace congbo::feeds
