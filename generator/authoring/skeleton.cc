// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/authoring/skeleton.h"

#include <algorithm>

#include "generator/base/word_list.h"
#include "generator/formats/yaml.h"
#include "generator/site/load.h"
#include "generator/site/sample_texts.h"

namespace congbo::authoring {

namespace {

using site::FieldSchema;
using site::Kind;

constexpr std::string_view blank = "  # ";  // nothing is written yet; what follows tells what to write

// What an editor may write for a field, as a comment beside it.
std::string example_of(const site::Portal& portal, const FieldSchema& field) {
  switch (field.kind) {
    case Kind::date:
      return "2026-03-31";
    case Kind::datetime:
      return "2026-03-31T08:00";
    case Kind::boolean:
      return "true / false";
    case Kind::choice: {
      std::vector<std::string> choices = field.choices;
      const auto vocabulary = portal.vocabularies.find(field.vocabulary);
      if (vocabulary != portal.vocabularies.end())
        for (const site::Term& term : vocabulary->second.terms) choices.push_back(term.id);
      return word_list(choices);
    }
    default:
      return {};
  }
}

// «bắt buộc khi level: 3, 4»: the conditions of a field in the editor's words.
std::string conditions_of(const FieldSchema& field) {
  std::string text;
  for (const site::Situation& situation : field.required_when) {
    text += text.empty() ? "; bắt buộc khi " : " hoặc ";
    bool first = true;
    for (const site::Condition& condition : situation) {
      text += (first ? "" : " và ") + condition.key;
      const bool any = condition.values == std::vector<std::string>{"present"};
      const bool none = condition.values.front() == "absent";
      text += any ? " có giá trị" : none ? " không có" : ": " + word_list(condition.values);
      first = false;
    }
  }
  return text;
}

class Skeleton {
 public:
  explicit Skeleton(const site::Portal& portal) : portal_(portal) {}

  // A mandatory field, with what is mandatory within it.
  void add_required(const FieldSchema& field, const std::string& indent, bool starts_element = false) {
    text_ += (starts_element ? indent.substr(2) + "- " : indent) + field.key + ":";
    const bool list = field.kind == Kind::list;
    const FieldSchema* element = list && !field.fields.empty() ? &field.fields.front() : nullptr;
    const bool has_parts = field.kind == Kind::object
                               ? has_required(field)
                               : element && element->kind == Kind::object && has_required(*element);
    text_ += (list && !has_parts ? " []" : "") + note(field) + "\n";
    if (has_parts) add_parts(list ? *element : field, indent + "  ", list);
  }

  void add_optional(const FieldSchema& field) {
    text_ += "# " + field.key + ":" + (field.kind == Kind::list ? " []" : "") + note(field) + "\n";
  }

  void add(std::string_view text) { text_ += text; }
  std::string take() { return std::move(text_); }

 private:
  static bool has_required(const FieldSchema& object) {
    return std::any_of(object.fields.begin(), object.fields.end(),
                       [](const FieldSchema& part) { return part.required; });
  }

  void add_parts(const FieldSchema& object, const std::string& indent, bool element) {
    const std::string inner = element ? indent + "  " : indent;
    bool first = element;
    for (const FieldSchema& part : object.fields) {
      if (!part.required) continue;
      add_required(part, inner, first);
      first = false;
    }
    for (const FieldSchema& part : object.fields)
      if (!part.required) text_ += inner + "# " + part.key + ":" + note(part) + "\n";
  }

  std::string note(const FieldSchema& field) const {
    std::string words = field.label.in("vi");
    if (words.empty()) words = field.key;
    if (const std::string example = example_of(portal_, field); !example.empty()) words += ": " + example;
    words += conditions_of(field);
    if (!field.help.empty()) words += ". " + field.help.in("vi");
    return std::string(blank) + words;
  }

  const site::Portal& portal_;
  std::string text_;
};

const FieldSchema* common_field(const std::string& key) {
  for (const FieldSchema& field : site::common_fields())
    if (field.key == key) return &field;
  return nullptr;
}

}  // namespace

std::string skeleton(const site::Portal& portal, const site::ContentType& type, const NewItem& item, TypeLine line) {
  Skeleton text(portal);
  text.add("---\ntitle: " + formats::yaml_scalar(item.title) + "\n");
  if (line == TypeLine::written) text.add("type: " + type.id + "\n");
  text.add("unit: " + item.unit + "  # Đơn vị cung cấp: mã trong _site/units.yaml\n");
  if (type.date_from == "date") text.add("date: " + to_text(item.today) + "\n");
  for (const std::string& key : type.required_keys)
    if (const FieldSchema* field = common_field(key); field != nullptr && key != "unit" && key != "summary")
      text.add_required(*field, "");
  for (const FieldSchema& field : type.fields)
    if (field.required) text.add_required(field, "");
  text.add("summary:  # Tóm tắt một hai câu\nstatus: draft  # xóa dòng này khi bài đã xong\n");
  for (const std::vector<std::string>& group : type.one_of)
    text.add(
        "# Cần ít nhất một trong: " + word_list(group) +
        (std::find(group.begin(), group.end(), "body") != group.end() ? " (body là phần nội dung bên dưới)\n" : "\n"));
  for (const FieldSchema& field : type.fields)
    if (!field.required) text.add_optional(field);
  text.add("---\n\n" + std::string(site::sample_body) + "\n");
  return text.take();
}

}  // namespace congbo::authoring
