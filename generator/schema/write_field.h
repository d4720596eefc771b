// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of content types in the words of JSON Schema. Used within generator/schema only.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/formats/json.h"
#include "generator/site/values/site.h"

namespace congbo::schema {

enum class Presence { optional, required };

// An allowed value and what it means.
struct Choice {
  std::string value, meaning;
};

// "enum" and "enumDescriptions" (which VS Code shows beside each value). A value of digits is allowed as a number too:
// YAML reads `level: 3` so.
void write_choices(formats::JsonWriter& json, const std::vector<Choice>& choices);

std::vector<Choice> unit_choices(const site::Portal& portal, std::string_view language);  // ids first, then names
std::vector<Choice> term_choices(const site::Vocabulary& vocabulary, std::string_view language);
std::vector<Choice> type_choices(const site::Portal& portal, std::string_view language);

class FieldWriter {
 public:
  FieldWriter(formats::JsonWriter& json, const site::Portal& portal, std::string_view language)
      : json_(json), portal_(portal), language_(language) {}

  // The schema of one field's value.
  void write(const site::FieldSchema& field, Presence presence);
  // "properties" of an object, each optional or required as its field says.
  void write_properties(const std::vector<site::FieldSchema>& fields);
  // One part of "allOf" for each condition on a field that can be said of these fields alone.
  void write_conditions(const std::vector<site::FieldSchema>& fields);
  // A schema that holds when the key ("fee.none" within another) has one of the values.
  void write_condition(const site::Condition& condition, const std::vector<site::FieldSchema>& fields);
  // A schema that holds when something is written for the key.
  void write_present(std::string_view key);

 private:
  void write_labels(const site::FieldSchema& field);
  void write_kind(const site::FieldSchema& field, Presence presence);
  void write_text(const site::FieldSchema& field, Presence presence);
  void write_choice(const site::FieldSchema& field, Presence presence);
  void write_object(const site::FieldSchema& field);
  void write_list(const site::FieldSchema& field);
  void write_types(std::string_view one, std::string_view other, Presence presence);
  void write_value(const site::FieldSchema& field, const std::string& value);

  formats::JsonWriter& json_;
  const site::Portal& portal_;
  std::string_view language_;
};

// The field a condition names; null when it is not one of these (then the condition is about the page around).
const site::FieldSchema* field_of(std::string_view key, const std::vector<site::FieldSchema>& fields);

}  // namespace congbo::schema
