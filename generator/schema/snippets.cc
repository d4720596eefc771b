// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/schema/snippets.h"

#include <algorithm>

#include "generator/schema/write_field.h"
#include "generator/site/load.h"

namespace congbo::schema {

using site::FieldSchema;
using site::Kind;

namespace {

constexpr std::size_t most_choices = 60;  // of one placeholder: a longer list is no help

class Snippet {
 public:
  Snippet(const site::Portal& portal, std::string_view language) : portal_(portal), language_(language) {}

  std::vector<std::string> lines(const site::ContentType& type) {
    add("---");
    add("title: " + blank());
    add("type: " + type.id);
    add("unit: " + pick(ids(unit_choices(portal_, language_), portal_.units.size())));
    if (type.date_from == "date") add("date: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE");
    for (const FieldSchema& field : site::common_fields())
      if (std::find(type.required_keys.begin(), type.required_keys.end(), field.key) != type.required_keys.end() &&
          field.key != "unit" && field.key != "title" && field.key != "summary")
        add_field(field, "");
    for (const FieldSchema& field : type.fields)
      if (field.required) add_field(field, "");
    add("summary: " + blank());
    add("status: draft");
    add("---");
    add("");
    add("$0");
    return std::move(lines_);
  }

 private:
  void add(std::string line) { lines_.push_back(std::move(line)); }
  std::string blank() { return "$" + std::to_string(++number_); }

  std::vector<std::string> ids(const std::vector<Choice>& choices, std::size_t count) const {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < std::min(count, choices.size()); ++i) values.push_back(choices[i].value);
    return values;
  }

  // «${2|so-noi-vu,so-tu-phap|}»; ids are slugs, so nothing has to be escaped.
  std::string pick(const std::vector<std::string>& values) {
    if (values.empty() || values.size() > most_choices) return blank();
    std::string text = "${" + std::to_string(++number_) + "|";
    for (const std::string& value : values) text += (text.back() == '|' ? "" : ",") + value;
    return text + "|}";
  }

  void add_field(const FieldSchema& field, const std::string& indent) {
    const std::string start = indent + field.key + ":";
    const std::string& label = field.label.in(language_);
    const std::string note = label.empty() ? "" : "  # " + label;
    switch (field.kind) {
      case Kind::date:
        return add(start + " $CURRENT_YEAR-$CURRENT_MONTH-" + "${" + std::to_string(++number_) + ":$CURRENT_DATE}" +
                   note);
      case Kind::datetime:
        return add(start + " $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE" + "T${" + std::to_string(++number_) +
                   ":08:00}" + note);
      case Kind::boolean:
        return add(start + " " + pick({"true", "false"}) + note);
      case Kind::choice:
        return add(start + " " + pick(values_of(field)) + note);
      case Kind::list:
        return add(start + " []" + note);
      case Kind::object:
        add(start + note);
        for (const FieldSchema& part : field.fields)
          if (part.required) add_field(part, indent + "  ");
        return;
      default:
        return add(start + " " + blank() + note);
    }
  }

  std::vector<std::string> values_of(const FieldSchema& field) const {
    const auto vocabulary = portal_.vocabularies.find(field.vocabulary);
    if (vocabulary == portal_.vocabularies.end()) return field.choices;
    return ids(term_choices(vocabulary->second, language_), vocabulary->second.terms.size());
  }

  const site::Portal& portal_;
  std::string_view language_;
  std::vector<std::string> lines_;
  int number_ = 0;
};

}  // namespace

std::string snippets(const site::Portal& portal, std::string_view language) {
  formats::JsonWriter json(formats::JsonWriter::Layout::indented);
  json.begin_object();
  for (const auto& [id, type] : portal.types) {
    json.key(type.label.in(language) + " (" + id + ")").begin_object();
    json.key("scope")
        .value("markdown")
        .key("prefix")
        .begin_array()
        .value(id)
        .value(type.label.in(language))
        .end_array();
    json.key("description").value((language == "vi" ? "Bài mới: " : "New item: ") + type.label.in(language));
    json.key("body").begin_array();
    for (const std::string& line : Snippet(portal, language).lines(type)) json.value(line);
    json.end_array().end_object();
  }
  json.end_object();
  return json.take() + "\n";
}

}  // namespace congbo::schema
