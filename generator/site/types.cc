// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/base/nearest_name.h"
#include "generator/site/field_rules.h"
#include "generator/site/load.h"
#include "generator/site/mapping_reader.h"
#include "generator/site/pattern.h"
#include "generator/site/read_parts.h"

namespace congbo::site {
namespace {

using formats::YamlNode;
using formats::YamlPair;

constexpr int smallest_maximum = 1'000, largest_maximum = 20'000'000;  // bytes of a page

std::vector<std::string> kind_names() {
  std::vector<std::string> names;
  for (int kind = static_cast<int>(Kind::text); kind <= static_cast<int>(Kind::object); ++kind)
    names.emplace_back(name_of(static_cast<Kind>(kind)));
  return names;
}

bool is_key(std::string_view text) {
  const auto allowed = [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
  };
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z' && std::all_of(text.begin(), text.end(), allowed);
}

bool is_common(std::string_view key) {
  const std::vector<FieldSchema>& fields = common_fields();
  return std::any_of(fields.begin(), fields.end(), [&](const FieldSchema& field) { return field.key == key; });
}

class TypeReader {
 public:
  TypeReader(const TypeSource& source, Diagnostics& found) : source_(source), found_(found) {}
  void read(const YamlNode& root, ContentType& type);
  std::vector<FieldSchema> read_shared(const YamlNode& root);

 private:
  void read_fields(const YamlNode& node, std::vector<FieldSchema>& fields, bool top_level);
  void read_field(const YamlNode& node, FieldSchema& field);
  bool read_kind(MappingReader& reader, FieldSchema& field);
  void read_pattern(MappingReader& reader, FieldSchema& field);
  void read_choices(MappingReader& reader, FieldSchema& field);
  void read_element(MappingReader& reader, FieldSchema& field);
  void read_type_ids(std::string_view key, MappingReader& reader, std::vector<std::string>& into);
  void read_listed(MappingReader& reader, ContentType& type);
  void read_required(MappingReader& reader, ContentType& type);
  void read_date_from(MappingReader& reader, ContentType& type);
  void read_groups(MappingReader& reader, ContentType& type);
  void read_searched(MappingReader& reader, ContentType& type);
  void add_shared_fields(ContentType& type);
  void refuse(const YamlNode& node, std::string_view code, std::vector<std::string> arguments,
              std::string suggestion = {}) {
    found_.add(error(code, place_of(source_.path, node), std::move(arguments), std::move(suggestion)));
  }

  const TypeSource& source_;
  Diagnostics& found_;
};

void TypeReader::read(const YamlNode& root, ContentType& type) {
  MappingReader reader(root, source_.path, found_);
  if (const YamlNode* id = reader.take("id"); id != nullptr && id->text != source_.id)
    refuse(*id, "type-id-differs", {id->text, source_.id});
  reader.local_text("label", type.label);
  reader.text("layout", type.layout);
  reader.text("schema_org", type.schema_org);
  reader.boolean("legal_structure", type.legal_structure);
  read_listed(reader, type);
  reader.boolean("feed", type.feed);
  read_type_ids("listed_with", reader, type.listed_with);
  reader.boolean("open_data", type.open_data);
  reader.boolean("immutable", type.immutable);
  int bytes = static_cast<int>(type.maximum_bytes);
  reader.whole_number("maximum_bytes", smallest_maximum, largest_maximum, bytes);
  type.maximum_bytes = static_cast<std::size_t>(bytes);
  read_required(reader, type);
  if (const YamlNode* fields = reader.take("fields")) read_fields(*fields, type.fields, true);
  add_shared_fields(type);
  read_date_from(reader, type);
  read_groups(reader, type);
  read_searched(reader, type);
  reader.finish();
  type.source = source_.path;
}

void TypeReader::read_listed(MappingReader& reader, ContentType& type) {
  const YamlNode* value = reader.take("listed");
  if (value == nullptr) return;
  if (value->text == "section")
    type.listed = Listed::section;
  else if (value->text == "true" || value->text == "false")
    type.listed = value->text == "true" ? Listed::everywhere : Listed::nowhere;
  else
    refuse(*value, "listed-invalid", {value->text});
}

void TypeReader::read_fields(const YamlNode& node, std::vector<FieldSchema>& fields, bool top_level) {
  if (node.kind != YamlNode::Kind::mapping) refuse(node, "value-not-mapping", {});
  for (const YamlPair& pair : node.pairs) {
    const std::string& key = pair.first.text;
    if (!is_key(key)) {
      refuse(pair.first, "field-name-invalid", {key});
    } else if (top_level && is_common(key)) {
      refuse(pair.first, "field-is-common", {key});
    } else {
      auto field =
          std::find_if(fields.begin(), fields.end(), [&](const FieldSchema& known) { return known.key == key; });
      const bool is_new = field == fields.end();
      if (is_new) field = fields.insert(fields.end(), FieldSchema{});
      field->key = key;
      if (is_new && pair.second.find("kind") == nullptr) refuse(pair.first, "field-kind-missing", {key});
      read_field(pair.second, *field);
    }
  }
  check_field_rules(node, fields, top_level ? Level::top : Level::inside, source_, found_);
}

void TypeReader::read_field(const YamlNode& node, FieldSchema& field) {
  MappingReader reader(node, source_.path, found_);
  const bool kind_known = read_kind(reader, field);
  reader.local_text("label", field.label);
  reader.local_text("help", field.help);
  reader.boolean("required", field.required);
  reader.boolean("unique", field.unique);
  read_pattern(reader, field);
  read_choices(reader, field);
  read_element(reader, field);
  read_type_ids("types", reader, field.types);
  read_field_rules(reader, field);
  reader.finish();
  if (!kind_known) return;
  if (field.kind == Kind::choice && field.vocabulary.empty() && field.choices.empty())
    refuse(node, "field-choices-missing", {field.key});
  const bool holds_fields = field.kind == Kind::list || field.kind == Kind::object;
  if (holds_fields && field.fields.empty())
    refuse(node, field.kind == Kind::list ? "field-item-missing" : "field-fields-missing", {field.key});
}

bool TypeReader::read_kind(MappingReader& reader, FieldSchema& field) {
  const YamlNode* node = reader.take("kind");
  if (node == nullptr) return true;
  const std::vector<std::string> names = kind_names();
  const auto name = std::find(names.begin(), names.end(), node->text);
  if (name == names.end()) {
    refuse(*node, "kind-unknown", {node->text}, nearest_name(node->text, names));
    return false;
  }
  field.kind = static_cast<Kind>(name - names.begin());
  return true;
}

void TypeReader::read_pattern(MappingReader& reader, FieldSchema& field) {
  const YamlNode* node = reader.take("pattern");
  if (node == nullptr || !expect_scalar(*node, source_.path, found_)) return;
  field.pattern = node->text;
  field.compiled = compile_pattern(field.pattern);
  if (field.compiled == nullptr) refuse(*node, "pattern-invalid", {field.key, field.pattern});
}

void TypeReader::read_choices(MappingReader& reader, FieldSchema& field) {
  if (const YamlNode* node = reader.take("vocabulary")) {
    field.vocabulary = node->text;
    field.choices.clear();
    if (source_.vocabularies.count(node->text) == 0) {
      std::vector<std::string> known;
      for (const auto& vocabulary : source_.vocabularies) known.push_back(vocabulary.first);
      refuse(*node, "vocabulary-unknown", {node->text}, nearest_name(node->text, known));
    }
  }
  const std::size_t before = field.choices.size();
  reader.texts("choices", field.choices);
  if (field.choices.size() != before) field.vocabulary.clear();
}

void TypeReader::read_element(MappingReader& reader, FieldSchema& field) {
  const YamlNode* item = reader.take("item");
  if (item != nullptr && field.kind == Kind::list) {
    if (field.fields.empty()) field.fields.emplace_back();
    if (item->find("kind") == nullptr && field.fields.front().fields.empty())
      refuse(*item, "field-kind-missing", {field.key});
    read_field(*item, field.fields.front());
  } else if (item != nullptr) {
    refuse(*item, "field-item-unexpected", {field.key, std::string(name_of(field.kind))});
  }
  const YamlNode* fields = reader.take("fields");
  if (fields != nullptr && field.kind == Kind::object) {
    read_fields(*fields, field.fields, false);
  } else if (fields != nullptr) {
    refuse(*fields, "field-fields-unexpected", {field.key, std::string(name_of(field.kind))});
  }
}

void TypeReader::read_type_ids(std::string_view key, MappingReader& reader, std::vector<std::string>& into) {
  const YamlNode* node = reader.take(key);
  if (node == nullptr || !expect_sequence(*node, source_.path, found_)) return;
  into.clear();
  for (const YamlNode& item : node->items) {
    into.push_back(item.text);
    const std::vector<std::string>& known = source_.type_ids;
    if (std::find(known.begin(), known.end(), item.text) == known.end())
      refuse(item, "type-unknown", {item.text}, nearest_name(item.text, known));
  }
}

void TypeReader::read_required(MappingReader& reader, ContentType& type) {
  const YamlNode* node = reader.take("required");
  if (node == nullptr || !expect_sequence(*node, source_.path, found_)) return;
  type.required_keys.clear();
  std::vector<std::string> known;
  for (const FieldSchema& field : common_fields()) known.push_back(field.key);
  for (const YamlNode& item : node->items) {
    if (std::find(known.begin(), known.end(), item.text) == known.end()) {
      refuse(item, "required-key-unknown", {item.text}, nearest_name(item.text, known));
    } else {
      type.required_keys.push_back(item.text);
    }
  }
}

// After the fields are known: the day a page bears comes from one of them.
void TypeReader::read_date_from(MappingReader& reader, ContentType& type) {
  const YamlNode* node = reader.take("date_from");
  if (node == nullptr || !expect_scalar(*node, source_.path, found_)) return;
  const FieldSchema* field = type.field(node->text);
  const bool good =
      node->text == "date" || (field != nullptr && (field->kind == Kind::date || field->kind == Kind::datetime));
  if (good)
    type.date_from = node->text;
  else
    refuse(*node, "date-from-unknown", {node->text});
}

// Groups of keys of which one must be written: a document has its files or its text.
void TypeReader::read_groups(MappingReader& reader, ContentType& type) {
  const YamlNode* node = reader.take("one_of");
  if (node == nullptr || !expect_sequence(*node, source_.path, found_)) return;
  type.one_of.clear();
  for (const YamlNode& group : node->items) {
    if (!expect_sequence(group, source_.path, found_)) continue;
    type.one_of.emplace_back();
    for (const YamlNode& key : group.items) {
      type.one_of.back().push_back(key.text);
      if (key.text != "body" && named_field(key.text, type.fields, Level::top, source_) == nullptr)
        refuse(key, "rule-key-unknown", {key.text, type.id});
    }
  }
}

void TypeReader::read_searched(MappingReader& reader, ContentType& type) {
  const YamlNode* node = reader.take("search");
  if (node == nullptr || !expect_sequence(*node, source_.path, found_)) return;
  type.search.clear();
  for (const YamlNode& key : node->items) {
    type.search.push_back(key.text);
    if (type.field(key.text) == nullptr) refuse(key, "rule-key-unknown", {key.text, type.id});
  }
}

void TypeReader::add_shared_fields(ContentType& type) {
  for (const FieldSchema& shared : source_.shared)
    if (type.field(shared.key) == nullptr) type.fields.push_back(shared);
}

std::vector<FieldSchema> TypeReader::read_shared(const YamlNode& root) {
  std::vector<FieldSchema> fields;
  read_fields(root, fields, true);
  return fields;
}

}  // namespace

std::vector<FieldSchema> read_shared_fields(const YamlNode& root, const TypeSource& source, Diagnostics& found) {
  return TypeReader(source, found).read_shared(root);
}

void read_type(const YamlNode& root, const TypeSource& source, Types& into, Diagnostics& found) {
  ContentType& type = into[source.id];
  type.id = source.id;
  TypeReader(source, found).read(root, type);
  if (type.label.empty()) type.label.texts = {{"vi", type.id}};
}

}  // namespace congbo::site
