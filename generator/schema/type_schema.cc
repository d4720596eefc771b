// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/schema/type_schema.h"

#include <algorithm>

#include "generator/schema/write_field.h"
#include "generator/site/load.h"

namespace congbo::schema {

using formats::JsonWriter;
using site::FieldSchema;

namespace {

bool is_listed(const std::vector<std::string>& keys, std::string_view key) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// The common keys, as far as the type has none of that name, then its own.
std::vector<FieldSchema> all_fields(const site::ContentType& type) {
  std::vector<FieldSchema> fields;
  for (const FieldSchema& common : site::common_fields())
    if (type.field(common.key) == nullptr) {
      fields.push_back(common);
      fields.back().required = common.required || is_listed(type.required_keys, common.key);
    }
  fields.insert(fields.end(), type.fields.begin(), type.fields.end());
  return fields;
}

class ItemWriter {
 public:
  ItemWriter(const site::Portal& portal, std::string_view language)
      : portal_(portal), language_(language), fields_(json_, portal, language) {}

  std::string write(const site::ContentType& type, std::string_view title) {
    const std::vector<FieldSchema> fields = all_fields(type);
    begin(title);
    write_properties(fields);
    write_required(fields);
    json_.key("allOf").begin_array();
    fields_.write_conditions(fields);
    for (const std::vector<std::string>& group : type.one_of) write_group(group);
    if (type.listed == site::Listed::everywhere) write_any_of({"unit", "source_name"});
    if (type.field("source_published_on") != nullptr) write_source(fields);
    json_.end_array();
    return end();
  }

  std::string write_section(const site::ContentType& type, std::string_view title) {
    std::vector<FieldSchema> fields = all_fields(type);
    for (FieldSchema& field : fields) field.required = field.key == "title";
    begin(title);
    write_properties(fields);
    write_required(fields);
    return end();
  }

 private:
  void begin(std::string_view title) {
    json_.begin_object().key("$schema").value(dialect).key("title").value(title).key("type").value("object");
    json_.key("additionalProperties").value(false);
  }
  std::string end() {
    json_.end_object();
    return json_.take() + "\n";
  }

  void write_properties(const std::vector<FieldSchema>& fields) {
    json_.key("properties").begin_object();
    for (const FieldSchema& field : fields) {
      json_.key(field.key);
      if (field.key == "type") {
        json_.begin_object().key("title").value(field.label.in(language_));
        write_choices(json_, type_choices(portal_, language_));
        json_.end_object();
      } else {
        fields_.write(field, field.required ? Presence::required : Presence::optional);
      }
    }
    json_.end_object();
  }

  void write_required(const std::vector<FieldSchema>& fields) {
    json_.key("required").begin_array();
    for (const FieldSchema& field : fields)
      if (field.required) json_.value(field.key);
    json_.end_array();
  }

  void write_any_of(const std::vector<std::string>& keys) {
    json_.begin_object().key("anyOf").begin_array();
    for (const std::string& key : keys) fields_.write_present(key);
    json_.end_array().end_object();
  }

  // Whether the text below the front matter is there, no schema sees. Parts of what is not there at all are no mistake.
  void write_group(const std::vector<std::string>& group) {
    if (is_listed(group, "body")) return;
    std::vector<std::string> wholes;
    for (const std::string& key : group)
      if (const std::size_t dot = key.find('.'); dot != std::string::npos) wholes.push_back(key.substr(0, dot));
    wholes.erase(std::unique(wholes.begin(), wholes.end()), wholes.end());
    json_.begin_object().key("if").begin_object().key("required").begin_array();
    for (const std::string& whole : wholes) json_.value(whole);
    json_.end_array().end_object().key("then");
    write_any_of(group);
    json_.end_object();
  }

  // SRC-01: what is taken over names its source and its author.
  void write_source(const std::vector<FieldSchema>& fields) {
    json_.begin_object().key("if").begin_object().key("anyOf").begin_array();
    if (field_of("origin", fields) != nullptr) fields_.write_condition({"origin", {"reposted"}}, fields);
    json_.begin_object().key("allOf").begin_array();
    fields_.write_present("source_name");
    for (const char* key : {"origin", "unit"}) {
      json_.begin_object().key("not");
      fields_.write_present(key);
      json_.end_object();
    }
    json_.end_array().end_object().end_array().end_object().key("then").begin_object().key("allOf").begin_array();
    fields_.write_present("source_name");
    fields_.write_present("author");
    json_.end_array().end_object().end_object();
  }

  const site::Portal& portal_;
  std::string_view language_;
  JsonWriter json_{JsonWriter::Layout::indented};
  FieldWriter fields_;
};

}  // namespace

std::string item_schema(const site::Portal& portal, const site::ContentType& type, std::string_view language) {
  return ItemWriter(portal, language).write(type, type.label.in(language));
}

std::string section_schema(const site::Portal& portal, std::string_view language) {
  const auto page = portal.types.find("page");
  const site::ContentType none;
  return ItemWriter(portal, language)
      .write_section(page == portal.types.end() ? none : page->second,
                     language == "vi" ? "Trang mở đầu chuyên mục (_index.md)" : "Section page (_index.md)");
}

std::string any_item_schema(const site::Portal& portal, std::string_view language) {
  JsonWriter json(JsonWriter::Layout::indented);
  json.begin_object().key("$schema").value(dialect);
  json.key("title").value(language == "vi" ? "Phần đầu của một bài có «type:»" : "Front matter with a `type:`");
  json.key("type").value("object").key("properties").begin_object().key("type").begin_object();
  write_choices(json, type_choices(portal, language));
  json.end_object().end_object().key("required").begin_array().value("type").end_array();
  json.key("allOf").begin_array();
  for (const auto& [id, type] : portal.types) {
    json.begin_object().key("if").begin_object().key("properties").begin_object().key("type").begin_object();
    json.key("const").value(id).end_object().end_object().end_object();
    json.key("then").begin_object().key("$ref").value("types/" + id + ".json").end_object().end_object();
  }
  json.end_array().end_object();
  return json.take() + "\n";
}

}  // namespace congbo::schema
