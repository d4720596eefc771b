// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/schema/write_field.h"

namespace congbo::schema {

using site::Condition;
using site::FieldSchema;
using site::Kind;
using site::Situation;

namespace {

bool can_be_said(const Situation& situation, const std::vector<FieldSchema>& fields) {
  return std::all_of(situation.begin(), situation.end(),
                     [&](const Condition& condition) { return field_of(condition.key, fields) != nullptr; });
}

}  // namespace

void FieldWriter::write_conditions(const std::vector<FieldSchema>& fields) {
  for (const FieldSchema& field : fields)
    for (const Situation& situation : field.required_when) {
      if (!can_be_said(situation, fields)) continue;
      json_.begin_object().key("if").begin_object().key("allOf").begin_array();
      for (const Condition& condition : situation) write_condition(condition, fields);
      json_.end_array().end_object().key("then");
      write_present(field.key);
      json_.end_object();
    }
}

void FieldWriter::write_present(std::string_view key) {
  const std::size_t dot = key.find('.');
  const std::string_view first = key.substr(0, dot);
  json_.begin_object().key("required").begin_array().value(first).end_array();
  json_.key("properties").begin_object().key(first);
  if (dot != std::string_view::npos) {
    write_present(key.substr(dot + 1));
  } else {
    json_.begin_object().key("not").begin_object().key("enum").begin_array();
    json_.raw("null").value("").raw("[]").end_array().end_object().end_object();
  }
  json_.end_object().end_object();
}

// A term may be written by its name; a number without quotes.
void FieldWriter::write_value(const FieldSchema& field, const std::string& value) {
  const bool list = field.kind == Kind::list;
  const FieldSchema& element = list && !field.fields.empty() ? field.fields.front() : field;
  json_.begin_object();
  if (list) json_.key("contains").begin_object();
  json_.key("enum").begin_array();
  if (element.kind == Kind::boolean)
    json_.value(value == "true");
  else
    json_.value(value);
  const auto vocabulary = portal_.vocabularies.find(element.vocabulary);
  const site::Term* term = vocabulary == portal_.vocabularies.end() ? nullptr : vocabulary->second.term(value);
  if (term != nullptr)
    for (const auto& label : term->label.texts)
      if (label.second != value) json_.value(label.second);
  if (value.size() < 9 && !value.empty() && value.find_first_not_of("0123456789") == std::string::npos)
    json_.value(std::stoi(value));
  json_.end_array();
  if (list) json_.end_object();
  json_.end_object();
}

void FieldWriter::write_condition(const Condition& condition, const std::vector<FieldSchema>& fields) {
  const FieldSchema* field = field_of(condition.key, fields);
  json_.begin_object().key("anyOf").begin_array();
  for (const std::string& value : condition.values) {
    if (value == "absent") json_.begin_object().key("not");
    if (value == "absent" || value == "present") {
      write_present(condition.key);
      if (value == "absent") json_.end_object();
      continue;
    }
    std::size_t depth = 0;
    for (std::string_view rest = condition.key; !rest.empty(); ++depth) {
      const std::string_view first = rest.substr(0, rest.find('.'));
      json_.begin_object().key("required").begin_array().value(first).end_array();
      json_.key("properties").begin_object().key(first);
      rest.remove_prefix(std::min(first.size() + 1, rest.size()));
    }
    write_value(*field, value);
    for (; depth > 0; --depth) json_.end_object().end_object();
  }
  json_.end_array().end_object();
}

}  // namespace congbo::schema
