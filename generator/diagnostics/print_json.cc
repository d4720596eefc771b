// SPDX-License-Identifier: GPL-3.0-or-later
// {"version": 1, "errors": n, "warnings": n, "diagnostics": […]}: for editors and scripts. Fields that are unknown or
// empty are left out; new ones may be added without a new version.
#include "generator/diagnostics/json_list.h"
#include "generator/diagnostics/printers.h"

namespace congbo::diagnostics {
namespace {

void number_unless_unknown(formats::JsonWriter& json, std::string_view name, int number) {
  if (number > 0) json.key(name).value(number);
}

void write_one(formats::JsonWriter& json, const Diagnostic& one, Language language) {
  json.begin_object();
  json.key("severity").value(severity_name(one.severity));
  json.key("code").value(one.code);
  json.text_unless_empty("file", one.where.file);
  number_unless_unknown(json, "line", one.where.line);
  number_unless_unknown(json, "column", one.where.column);
  number_unless_unknown(json, "length", one.where.length);
  json.key("message").value(message(one, language));
  json.text_unless_empty("hint", hint(one, language));
  json.text_unless_empty("suggestion", one.suggestion);
  json.key("arguments").begin_array();
  for (const std::string& argument : one.arguments) json.value(argument);
  json.end_array();
  json.end_object();
}

}  // namespace

void write_json_list(formats::JsonWriter& json, const Diagnostics& found, Language language) {
  json.begin_array();
  for (const Diagnostic& one : found.all()) write_one(json, one, language);
  json.end_array();
}

std::string print_json(const Diagnostics& found, const PrintOptions& options) {
  formats::JsonWriter json(formats::JsonWriter::Layout::indented);
  json.begin_object();
  json.key("version").value(1);
  json.key("errors").value(found.error_count());
  json.key("warnings").value(found.warning_count());
  json.key("diagnostics");
  write_json_list(json, found, options.language);
  json.end_object();
  return json.take() + "\n";
}

}  // namespace congbo::diagnostics
