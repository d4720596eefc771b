// SPDX-License-Identifier: GPL-3.0-or-later
// The smallest item of a type that keeps to its schema, written from the schema itself, and the same with one key left
// out.
#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "generator/site/load.h"
#include "generator/site/pattern.h"

namespace congbo::tests {

// A value of the field as YAML on one line. Keys of objects that are asked for only in some situations are written too,
// so that whatever else is written the item is complete. `skip` is left out: "budget.amount".
class MinimalItem {
 public:
  MinimalItem(const site::Portal& portal, std::string skip) : portal_(portal), skip_(std::move(skip)) {}

  std::string text(const site::ContentType& type) const {
    std::string out = "---\n";
    if (skip_ != "title") out += "title: A\n";
    out += "type: " + type.id + "\n";
    if (skip_ != "unit") out += "unit: so-noi-vu\n";
    for (const std::string& key : type.required_keys)
      if (key != "unit" && key != skip_) out += key + ": " + value(common(key), key) + "\n";
    for (const site::FieldSchema& field : type.fields)
      if (is_written(field) || in_group(type, field.key)) out += line(field);
    return out + "---\n" + (skip_ == "body" ? "" : "Nội dung.\n");
  }

  std::string value(const site::FieldSchema& field, const std::string& path) const {
    switch (field.kind) {
      case site::Kind::date:
        return "2026-03-04";
      case site::Kind::datetime:
        return "2026-03-04T08:00";
      case site::Kind::number:
        return std::to_string(static_cast<long>(field.minimum.value_or(1)));
      case site::Kind::boolean:
        return "true";
      case site::Kind::choice:
        return "\"" + choice(field) + "\"";
      case site::Kind::unit:
        return "so-noi-vu";
      case site::Kind::file:
      case site::Kind::image:
        return "a.pdf";
      case site::Kind::list:
        return "[" + value(field.fields.front(), path) + "]";
      case site::Kind::object:
        return object(field, path);
      default:
        return "\"" + matching(field) + "\"";
    }
  }

 private:
  static bool is_written(const site::FieldSchema& field) {
    return field.required || !field.required_when.empty() || !field.recommended_when.empty();
  }
  static bool in_group(const site::ContentType& type, const std::string& key) {
    return std::any_of(type.one_of.begin(), type.one_of.end(),
                       [&](const std::vector<std::string>& group) { return group.front() == key; });
  }
  std::string line(const site::FieldSchema& field) const {
    return field.key == skip_ ? "" : field.key + ": " + value(field, field.key) + "\n";
  }
  std::string object(const site::FieldSchema& field, const std::string& path) const {
    std::string parts;
    for (const site::FieldSchema& part : field.fields) {
      const std::string name = path + "." + part.key;
      if ((!is_written(part) && name != "fee.none") || name == skip_) continue;
      parts += (parts.empty() ? "" : ", ") + part.key + ": " + value(part, name);
    }
    return "{" + parts + "}";
  }
  std::string choice(const site::FieldSchema& field) const {
    if (!field.choices.empty()) return field.choices.front();
    const auto& terms = portal_.vocabularies.at(field.vocabulary).terms;
    return terms.empty() ? "tag" : terms.front().id;
  }
  static std::string matching(const site::FieldSchema& field) {
    for (const char* text : {"Chữ", "2026", "2026-W10", "VND", "https://a.example/b", "a@b.vn", "1:23", "1.001", "a/b"})
      if (field.compiled == nullptr || site::matches(*field.compiled, text)) return text;
    return "no text of the helper matches " + field.key;
  }
  static const site::FieldSchema& common(const std::string& key) {
    const auto& fields = site::common_fields();
    return *std::find_if(fields.begin(), fields.end(), [&](const site::FieldSchema& one) { return one.key == key; });
  }

  const site::Portal& portal_;
  const std::string skip_;
};

// Paths of all keys a type always asks for: "budget", "budget.amount"; elements of lists by the list's name.
inline void mandatory_keys(const std::vector<site::FieldSchema>& fields, const std::string& before,
                           std::vector<std::string>& into) {
  for (const site::FieldSchema& field : fields) {
    if (!field.required) continue;
    into.push_back(before + field.key);
    const bool list = field.kind == site::Kind::list && !field.fields.empty();
    mandatory_keys(list ? field.fields.front().fields : field.fields, before + field.key + ".", into);
  }
}

}  // namespace congbo::tests
