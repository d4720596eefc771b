// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/value_reader.h"

#include <algorithm>
#include <charconv>

#include "generator/base/file_system.h"
#include "generator/base/nearest_name.h"
#include "generator/base/word_list.h"
#include "generator/pages/nearest_label.h"
#include "generator/site/pattern.h"

namespace congbo::pages {

using formats::YamlNode;
using formats::YamlPair;
using site::FieldSchema;
using site::Kind;

namespace {

constexpr std::size_t day_length = 10;  // "2026-03-04"

std::string_view name_in_path(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool has_scheme(std::string_view text) {
  const std::size_t colon = text.find(':');
  return (colon != std::string_view::npos && colon < text.find('/')) || text.substr(0, 2) == "//";
}

}  // namespace

bool has_time(std::string_view written) {
  return written.size() > day_length;
}

void ValueReader::refuse(const YamlNode& node, std::string_view code, std::vector<std::string> arguments,
                         std::string suggestion) {
  found_.add(error(code, place_of(node), std::move(arguments), std::move(suggestion)));
}

void ValueReader::refuse_moment(const YamlNode& node, std::string_view code, const std::string& name) {
  if (std::string last = last_day_instead(node.text); !last.empty())
    return refuse(node, "day-not-in-month", {name, node.text, last.substr(day_length - 2)}, last);
  std::string suggestion = written_moment(node.text);
  if (code == "date-invalid") suggestion = suggestion.substr(0, day_length);
  refuse(node, code, {name, node.text}, std::move(suggestion));
}

Value ValueReader::read(const FieldSchema& schema, const YamlNode& node, const std::string& name) {
  Value value;
  value.at = {node.line, node.column, node.length};
  value.data = read_data(schema, node, name);
  return value;
}

ValueReader::Data ValueReader::read_data(const FieldSchema& schema, const YamlNode& node, const std::string& name) {
  if (node.kind == YamlNode::Kind::null) return {};
  if (schema.kind == Kind::list) {
    if (node.kind == YamlNode::Kind::sequence) return read_list(schema, node, name);
    refuse(node, "field-not-list", {name});
    return {};
  }
  if (schema.kind == Kind::object) {
    if (node.kind == YamlNode::Kind::mapping) return read_object(schema, node, name);
    refuse(node, "field-not-object", {name});
    return {};
  }
  if (node.kind == YamlNode::Kind::scalar) return read_scalar(schema, node, name);
  refuse(node, "field-not-text", {name});
  return {};
}

ValueReader::Data ValueReader::read_scalar(const FieldSchema& schema, const YamlNode& node, const std::string& name) {
  switch (schema.kind) {
    case Kind::date:
      if (const std::optional<Date> day = parse_date(node.text)) return *day;
      refuse_moment(node, "date-invalid", name);
      return {};
    case Kind::datetime:
      if (const std::optional<Instant> moment = parse_instant(node.text)) return *moment;
      if (const std::optional<Date> day = parse_date(node.text)) return start_of_day(*day);
      refuse_moment(node, "datetime-invalid", name);
      return {};
    case Kind::boolean:
      if (node.text == "true" || node.text == "false") return node.text == "true";
      refuse(node, "boolean-invalid", {name, node.text});
      return {};
    case Kind::number:
      return read_number(node, name);
    case Kind::choice:
      return read_choice(schema, node, name);
    case Kind::unit:
      return read_unit(node);
    case Kind::file:
    case Kind::image: {
      std::string path = read_path(node, name);
      return path.empty() ? Data() : Data(std::move(path));
    }
    default:
      return read_text(schema, node, name);
  }
}

ValueReader::Data ValueReader::read_text(const FieldSchema& schema, const YamlNode& node, const std::string& name) {
  if (node.text.empty()) return {};
  if (schema.compiled != nullptr && !site::matches(*schema.compiled, node.text)) {
    if (schema.key == "translated_from")  // nobody writes it by hand
      refuse(node, "translated-from-form", {node.text, page_.source});
    else
      refuse(node, "pattern-mismatch", {name, node.text, schema.pattern});
    return {};
  }
  return node.text;
}

// Digits with a point: "1.50", "-3". What Vietnamese texts write, 1.500.000 or 1,5, would be read in two ways.
ValueReader::Data ValueReader::read_number(const YamlNode& node, const std::string& name) {
  Number number{node.text, 0};
  const char* end = node.text.data() + node.text.size();
  const bool plain = node.text.find_first_not_of("0123456789.-") == std::string::npos;
  const auto [stopped, failure] = std::from_chars(node.text.data(), end, number.value, std::chars_format::fixed);
  if (plain && failure == std::errc{} && stopped == end) return number;
  refuse(node, "number-invalid", {name, node.text});
  return {};
}

ValueReader::Data ValueReader::read_choice(const FieldSchema& schema, const YamlNode& node, const std::string& name) {
  if (!schema.vocabulary.empty()) {
    const auto vocabulary = page_.portal->vocabularies.find(schema.vocabulary);
    return vocabulary == page_.portal->vocabularies.end() ? Data(node.text) : read_term(vocabulary->second, node, name);
  }
  const auto& choices = schema.choices;
  if (std::find(choices.begin(), choices.end(), node.text) != choices.end()) return node.text;
  refuse(node, "choice-unlisted", {name, node.text, word_list(choices)}, nearest_name(node.text, choices));
  return {};
}

ValueReader::Data ValueReader::read_term(const site::Vocabulary& vocabulary, const YamlNode& node,
                                         const std::string& name) {
  if (const site::Term* term = vocabulary.term(node.text)) return term->id;
  if (vocabulary.open) return node.text.empty() ? Data() : Data(node.text);
  std::vector<std::string> ids, known;
  for (const site::Term& term : vocabulary.terms) {
    ids.push_back(term.id);
    known.push_back(term.id);
    known.push_back(term.label.in("vi"));
  }
  constexpr std::size_t most_named = 12;
  const bool few = ids.size() <= most_named;
  refuse(node, few ? "choice-unlisted" : "choice-unknown",
         {name, node.text, few ? word_list(ids) : vocabulary.label.in("vi")}, nearest_name(node.text, known));
  return {};
}

ValueReader::Data ValueReader::read_unit(const YamlNode& node) {
  if (node.text.empty()) return {};
  if (const site::Unit* unit = page_.portal->unit(node.text)) return unit->id;
  refuse(node, "unit-unknown", {node.text}, nearest_unit(*page_.portal, node.text));
  return {};
}

std::string ValueReader::read_path(const YamlNode& node, const std::string& name) {
  const std::string& written = node.text;
  if (written.empty()) return {};
  if (has_scheme(written)) {
    refuse(node, "file-not-local", {name, written});
    return {};
  }
  std::string_view own_folder = page_.folder;  // "content/tin-tuc/slug/"
  own_folder.remove_suffix(1);
  const std::string_view beside =
      std::string_view(page_.source).substr(0, page_.source.size() - name_in_path(page_.source).size());
  const std::string own_start = std::string(name_in_path(own_folder)) + "/";
  const bool from_file =
      written.front() == '.' || (!page_.section_index && written.compare(0, own_start.size(), own_start) == 0);
  std::string path;
  if (written.front() == '/')
    path = page_.portal->root + written.substr(1);
  else
    path = std::string(from_file ? beside : page_.folder) + written;
  path = normalize_path(path);
  if (path.compare(0, page_.portal->root.size(), page_.portal->root) == 0) return path;
  refuse(node, "file-outside", {name, written});
  return {};
}

List ValueReader::read_list(const FieldSchema& schema, const YamlNode& node, const std::string& name) {
  static const FieldSchema any_text;
  const FieldSchema& element = schema.fields.empty() ? any_text : schema.fields.front();
  List list;
  list.reserve(node.items.size());
  for (const YamlNode& item : node.items) {
    Value value = read(element, item, name);
    if (value.data.index() != 0) list.push_back(std::move(value));
  }
  return list;
}

Object ValueReader::read_object(const FieldSchema& schema, const YamlNode& node, const std::string& name) {
  Object object;
  for (const FieldSchema& field : schema.fields) {
    const YamlNode* value = node.find(field.key);
    const std::string full_name = name + "." + field.key;
    if (value != nullptr && value->kind != YamlNode::Kind::null) {
      Value read_value = read(field, *value, full_name);
      if (read_value.data.index() != 0) object.emplace_back(field.key, std::move(read_value));
    } else if (field.required) {
      Diagnostic missing = error("field-missing-inside", place_of(node), {full_name, field.label.in("vi")});
      if (page_.status == Status::draft) missing.severity = Severity::warning;
      found_.add(std::move(missing));
    }
  }
  for (const YamlPair& pair : node.pairs) {
    const auto is_known = [&](const FieldSchema& field) { return field.key == pair.first.text; };
    if (std::any_of(schema.fields.begin(), schema.fields.end(), is_known)) continue;
    std::vector<std::string> known;
    for (const FieldSchema& field : schema.fields) known.push_back(field.key);
    refuse(pair.first, "field-unknown-inside", {pair.first.text, name}, nearest_name(pair.first.text, known));
  }
  return object;
}

}  // namespace congbo::pages
