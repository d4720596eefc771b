// SPDX-License-Identifier: GPL-3.0-or-later
// What describes open data: the dictionary of a set, the catalogue of all.
#include <algorithm>

#include "generator/feeds/open_data.h"
#include "generator/feeds/open_data_text.h"

namespace congbo::feeds {

namespace {

using formats::JsonWriter;
using site::FieldSchema;
using site::Kind;

constexpr std::string_view json_media_type = "application/json", csv_media_type = "text/csv";

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void write_terms(JsonWriter& json, const site::Portal& portal, const FieldSchema& field) {
  const auto vocabulary = portal.vocabularies.find(field.vocabulary);
  if (field.choices.empty() && vocabulary == portal.vocabularies.end()) return;
  json.key("terms").begin_array();
  for (const std::string& choice : field.choices) json.begin_object().key("id").value(choice).end_object();
  if (field.choices.empty())
    for (const site::Term& term : vocabulary->second.terms) {
      json.begin_object().key("id").value(term.id).key("label");
      write_texts(json, term.label);
      json.end_object();
    }
  json.end_array();
}

void write_field(JsonWriter& json, const site::Portal& portal, const FieldSchema& field,
                 const std::vector<DataColumn>& columns, const FieldSchema& outermost) {
  json.begin_object();
  json.text_unless_empty("key", field.key);
  json.key("label");
  write_texts(json, field.label);
  json.key("kind").value(site::name_of(field.kind)).key("required").value(field.required);
  if (!field.help.empty()) {
    json.key("help");
    write_texts(json, field.help);
  }
  write_terms(json, portal, field);
  if (!field.fields.empty()) {
    json.key(field.kind == Kind::list ? "item" : "fields").begin_array();
    for (const FieldSchema& part : field.fields)
      if (part.shown) write_field(json, portal, part, columns, outermost);
    json.end_array();
  }
  if (&field == &outermost) {
    json.key("columns").begin_array();
    for (const DataColumn& column : columns)
      if (column.field == &field) json.value(column.name);
    json.end_array();
  }
  json.end_object();
}

// The latest day that any item of the set bears.
std::string last_change(const record::Publication& publication, const record::DataSet& set) {
  std::string latest;
  for (const pages::PageIndex index : set.items) {
    const record::PublicRecord& record = publication.records[index];
    latest = std::max(latest, record.published_machine.substr(0, 10));
    latest = std::max(latest, record.updated_machine.substr(0, 10));
  }
  return latest;
}

void write_distribution(JsonWriter& json, std::string_view url, std::string_view media_type,
                        std::string_view schema = {}) {
  json.begin_object().key("@type").value("dcat:Distribution").key("dcat:downloadURL");
  json.begin_object().key("@id").value(url).end_object();
  if (!schema.empty()) json.key("dct:conformsTo").begin_object().key("@id").value(schema).end_object();
  json.key("dcat:mediaType").value(media_type).end_object();
}

void write_in_languages(JsonWriter& json, std::string_view key, const site::LocalText& text) {
  json.key(key).begin_array();
  for (const auto& [language, words] : text.texts)
    json.begin_object().key("@language").value(language).key("@value").value(words).end_object();
  json.end_array();
}

void write_set(JsonWriter& json, const record::Publication& publication, const record::DataSet& set) {
  const std::string address = set.portal->base_url + record::data_set_path(set, "");
  json.begin_object().key("@type").value("dcat:Dataset").key("@id").value(address + "#set");
  json.key("dct:identifier").value(set.type->id);
  write_in_languages(json, "dct:title", set.type->label);
  json.text_unless_empty("dct:modified", last_change(publication, set));
  json.key("dct:publisher").value(publisher_of(*set.portal)).key("dct:rights").value(licence_of(*set.portal));
  json.key("dct:conformsTo").begin_object().key("@id").value(address + ".dictionary.json").end_object();
  json.key("dcat:distribution").begin_array();
  write_distribution(json, address + ".csv", csv_media_type, address + ".schema.json");
  write_distribution(json, address + ".json", json_media_type);
  json.end_array().end_object();
}

}  // namespace

void write_texts(JsonWriter& json, const site::LocalText& text) {
  json.begin_object();
  for (const auto& [language, words] : text.texts) json.key(language).value(words);
  json.end_object();
}

const std::string& publisher_of(const site::Portal& portal) {
  const std::string& owner = portal.owner.in(portal.main_language());
  return owner.empty() ? portal.name.in(portal.main_language()) : owner;
}

std::string licence_of(const site::Portal& portal) {
  const std::string_view language = portal.main_language();
  if (const std::string& own = portal.reuse_notice.in(language); !own.empty()) return own;
  std::string shipped(portal.string(language, "reuse.notice"));
  if (const std::size_t at = shipped.find("{0}"); at != std::string::npos)
    shipped.replace(at, 3, portal.name.in(language));
  return shipped;
}

bool is_json_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  const std::string_view part = dot == std::string_view::npos ? std::string_view("0") : text.substr(dot + 1);
  return !whole.empty() && !part.empty() && (whole == "0" || whole.front() != '0') &&
         std::all_of(whole.begin(), whole.end(), is_digit) && std::all_of(part.begin(), part.end(), is_digit);
}

std::string data_dictionary(const record::Publication&, const record::DataSet& set) {
  const std::vector<DataColumn> columns = data_columns(*set.type);
  JsonWriter json(JsonWriter::Layout::indented);
  json.begin_object().key("set").value(set.type->id).key("title");
  write_texts(json, set.type->label);
  json.key("rows").value(set.items.size()).key("licence").value(licence_of(*set.portal));
  json.key("csv").value(set.portal->base_url + record::data_set_path(set, ".csv"));
  json.key("json").value(set.portal->base_url + record::data_set_path(set, ".json"));
  json.key("schema").value(set.portal->base_url + record::data_set_path(set, ".schema.json"));
  json.key("common_columns").begin_array();
  for (const DataColumn& column : columns)
    if (!column.field) json.value(column.name);
  json.end_array().key("fields").begin_array();
  for (const FieldSchema& field : set.type->fields)
    if (field.shown) write_field(json, *set.portal, field, columns, field);
  json.end_array().end_object();
  return json.take() += '\n';
}

std::string data_catalogue(const record::Publication& publication, const site::Portal& portal) {
  JsonWriter json(JsonWriter::Layout::indented);
  json.begin_object().key("@context").begin_object();
  json.key("dcat").value("http://www.w3.org/ns/dcat#").key("dct").value("http://purl.org/dc/terms/").end_object();
  json.key("@type").value("dcat:Catalog");
  json.key("@id").value(portal.base_url + std::string(record::data_catalogue_path));
  write_in_languages(json, "dct:title", portal.name);
  json.key("dct:publisher").value(publisher_of(portal)).key("dct:rights").value(licence_of(portal));
  json.key("dct:language").value(portal.main_language()).key("dcat:dataset").begin_array();
  for (const record::DataSet& set : publication.data_sets)
    if (set.portal == &portal) write_set(json, publication, set);
  json.end_array().end_object();
  return json.take() += '\n';
}

}  // namespace congbo::feeds
