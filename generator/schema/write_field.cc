// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/schema/write_field.h"

#include <algorithm>

namespace congbo::schema {

using site::FieldSchema;
using site::Kind;

namespace {

// What generator/base/instant.h reads.
constexpr std::string_view date_pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
constexpr std::string_view instant_pattern =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?)?$";

bool is_whole_number(std::string_view text) {
  if (text.empty() || text.size() > 9 || (text.size() > 1 && text.front() == '0')) return false;
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool has_conditions(const std::vector<FieldSchema>& fields) {
  return std::any_of(fields.begin(), fields.end(),
                     [](const FieldSchema& field) { return !field.required_when.empty(); });
}

}  // namespace

void write_choices(formats::JsonWriter& json, const std::vector<Choice>& choices) {
  std::vector<const Choice*> numbers;
  json.key("enum").begin_array();
  for (const Choice& choice : choices) json.value(choice.value);
  for (const Choice& choice : choices)
    if (is_whole_number(choice.value)) {
      json.value(std::stoi(choice.value));
      numbers.push_back(&choice);
    }
  json.end_array().key("enumDescriptions").begin_array();
  for (const Choice& choice : choices) json.value(choice.meaning);
  for (const Choice* choice : numbers) json.value(choice->meaning);
  json.end_array();
}

std::vector<Choice> unit_choices(const site::Portal& portal, std::string_view language) {
  std::vector<Choice> choices;
  const auto add = [&](const std::string& value, const std::string& meaning) {
    const bool known =
        std::any_of(choices.begin(), choices.end(), [&](const Choice& one) { return one.value == value; });
    if (!known) choices.push_back({value, meaning});
  };
  for (const site::Unit& unit : portal.units) add(unit.id, unit.name.in(language));
  for (const site::Unit& unit : portal.units)
    for (const site::LocalText* name : {&unit.name, &unit.short_name})
      for (const auto& text : name->texts) add(text.second, unit.id);
  return choices;
}

std::vector<Choice> term_choices(const site::Vocabulary& vocabulary, std::string_view language) {
  std::vector<Choice> choices;
  const auto add = [&](const std::string& value, const std::string& meaning) {
    const bool known =
        std::any_of(choices.begin(), choices.end(), [&](const Choice& one) { return one.value == value; });
    if (!known) choices.push_back({value, meaning});
  };
  for (const site::Term& term : vocabulary.terms) add(term.id, term.label.in(language));
  for (const site::Term& term : vocabulary.terms)
    for (const auto& text : term.label.texts) add(text.second, term.id);
  return choices;
}

std::vector<Choice> type_choices(const site::Portal& portal, std::string_view language) {
  std::vector<Choice> choices;
  for (const auto& [id, type] : portal.types) choices.push_back({id, type.label.in(language)});
  return choices;
}

const FieldSchema* field_of(std::string_view key, const std::vector<FieldSchema>& fields) {
  const std::string_view first = key.substr(0, key.find('.'));
  const auto field =
      std::find_if(fields.begin(), fields.end(), [&](const FieldSchema& one) { return one.key == first; });
  if (field == fields.end() || first.size() == key.size()) return field == fields.end() ? nullptr : &*field;
  return field_of(key.substr(first.size() + 1), field->fields);
}

void FieldWriter::write(const FieldSchema& field, Presence presence) {
  json_.begin_object();
  write_labels(field);
  write_kind(field, presence);
  json_.end_object();
}

void FieldWriter::write_labels(const FieldSchema& field) {
  json_.text_unless_empty("title", field.label.in(language_));
  json_.text_unless_empty("description", field.help.empty() ? field.label.in(language_) : field.help.in(language_));
}

// Nothing written (`key:`) is the same as no key, so an optional one may be null.
void FieldWriter::write_types(std::string_view one, std::string_view other, Presence presence) {
  json_.key("type");
  if (other.empty() && presence == Presence::required) {
    json_.value(one);
    return;
  }
  json_.begin_array().value(one);
  if (!other.empty()) json_.value(other);
  if (presence == Presence::optional) json_.value("null");
  json_.end_array();
}

void FieldWriter::write_kind(const FieldSchema& field, Presence presence) {
  switch (field.kind) {
    case Kind::date:
    case Kind::datetime:
      write_types("string", {}, presence);
      json_.key("pattern").value(field.kind == Kind::date ? date_pattern : instant_pattern);
      break;
    case Kind::number:
      write_types(field.key == "order" ? "integer" : "number", {}, presence);
      if (field.minimum) json_.key("minimum").value(*field.minimum);
      if (field.maximum) json_.key("maximum").value(*field.maximum);
      break;
    case Kind::boolean:
      write_types("boolean", {}, presence);
      break;
    case Kind::choice:
    case Kind::unit:
      write_choice(field, presence);
      break;
    case Kind::list:
      write_types("array", {}, presence);
      write_list(field);
      break;
    case Kind::object:
      write_types("object", {}, presence);
      write_object(field);
      break;
    default:
      write_text(field, presence);
  }
}

// YAML reads `1.001234` as a number; to the checker it is the text that is written.
void FieldWriter::write_text(const FieldSchema& field, Presence presence) {
  const bool path = field.kind == Kind::file || field.kind == Kind::image;
  write_types("string", path ? std::string_view() : "number", presence);
  if (!field.pattern.empty())
    json_.key("pattern").value("^(?:" + field.pattern + (presence == Presence::optional ? "|)$" : ")$"));
  else if (presence == Presence::required)
    json_.key("minLength").value(1);
}

void FieldWriter::write_choice(const FieldSchema& field, Presence presence) {
  std::vector<Choice> choices;
  bool open = false;
  if (field.kind == Kind::unit) {
    choices = unit_choices(portal_, language_);
  } else if (const auto vocabulary = portal_.vocabularies.find(field.vocabulary);
             vocabulary != portal_.vocabularies.end()) {
    choices = term_choices(vocabulary->second, language_);
    open = vocabulary->second.open;
  } else {
    for (const std::string& choice : field.choices) choices.push_back({choice, {}});
    open = choices.empty();
  }
  if (presence == Presence::required && !open) return write_choices(json_, choices);
  json_.key("anyOf").begin_array().begin_object();
  if (!choices.empty()) write_choices(json_, choices);
  json_.end_object();
  if (open) json_.begin_object().key("type").value("string").end_object();
  if (presence == Presence::optional) json_.begin_object().key("type").value("null").end_object();
  json_.end_array();
}

void FieldWriter::write_list(const FieldSchema& field) {
  if (field.at_least > 0) json_.key("minItems").value(field.at_least);
  if (field.fields.empty()) return;
  json_.key("items");
  write(field.fields.front(), Presence::required);
}

void FieldWriter::write_object(const FieldSchema& field) {
  write_properties(field.fields);
  json_.key("required").begin_array();
  for (const FieldSchema& part : field.fields)
    if (part.required) json_.value(part.key);
  json_.end_array().key("additionalProperties").value(false);
  if (!has_conditions(field.fields)) return;
  json_.key("allOf").begin_array();
  write_conditions(field.fields);
  json_.end_array();
}

void FieldWriter::write_properties(const std::vector<FieldSchema>& fields) {
  json_.key("properties").begin_object();
  for (const FieldSchema& field : fields) {
    json_.key(field.key);
    write(field, field.required ? Presence::required : Presence::optional);
  }
  json_.end_object();
}

}  // namespace congbo::schema
