// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/front_matter_reader.h"
#include "generator/site/load.h"

namespace congbo::pages {
namespace {

using formats::YamlNode;
using site::FieldSchema;

class RequiredFields {
 public:
  RequiredFields(const formats::YamlKeys& keys, const Page& page, Diagnostics& found)
      : keys_(keys), root_(keys.root), page_(page), found_(found) {}

  void check() {
    require("title", label_of("title"));
    for (const std::string& key : page_.type->required_keys) require(key, label_of(key));
    if (page_.section_index) return say_missing();
    for (const FieldSchema& field : page_.type->fields)
      if (field.required) require(field.key, field.label.in("vi"));
    say_missing();
    // ID-07, SRC-01, SRC-08: information of unclear origin is refused.
    if (page_.type->listed == site::Listed::everywhere && !is_written("unit") && !is_written("source_name"))
      miss_origin();
    check_source();
    check_cover();
    check_classification();
  }

 private:
  static std::string label_of(std::string_view key) {
    for (const FieldSchema& field : site::common_fields())
      if (field.key == key) return field.label.in("vi");
    return std::string(key);
  }

  std::string value_of(std::string_view key) const {
    const Value* value = page_.field(key);
    return value == nullptr ? std::string() : value->text();
  }

  bool is_written(std::string_view key) const {
    if (keys_.is_unread(key)) return true;
    const YamlNode* value = root_.find(key);
    if (value == nullptr || value->kind == YamlNode::Kind::null) return false;
    return value->kind != YamlNode::Kind::scalar || value->text.find_first_not_of(" \t\n") != std::string::npos;
  }

  // SRC-01, SRC-02: what is taken over names its source and author, and the day it stood there.
  void check_source() {
    const YamlNode* origin = root_.find("origin");
    const bool said = is_written("origin") && origin != nullptr && origin->kind == YamlNode::Kind::scalar;
    const bool taken_over = said ? value_of("origin") == "reposted" : is_written("source_name") && !is_written("unit");
    if (!taken_over) return;
    const Place where = page_.place_of(said ? "origin" : "source_name");
    for (const char* key : {"source_name", "author"})
      if (!is_written(key)) miss("source-incomplete", {key, label_of(key)}, where);
    if (is_written("source_published_on") || page_.type->field("source_published_on") == nullptr) return;
    found_.add(warning("source-date-missing", where));
  }

  // REF-04, DIR-01: whatever is not public does not belong into the repository, a draft neither.
  void check_classification() {
    const Value* classification = page_.field("classification");
    if (classification == nullptr || classification->text() == "public") return;
    const Position& at = classification->at;
    found_.add(
        error("classification-not-public", {page_.source, at.line, at.column, at.length}, {classification->text()}));
  }

  void require(const std::string& key, const std::string& label) {
    if (!is_written(key) && !is_left_empty(key, label)) missing_.emplace_back(key, label);
  }

  void miss_origin() {
    for (const char* key : {"unit", "source_name"})
      if (is_left_empty(key, label_of(key))) return;
    miss("unit-or-source-missing", {});
  }

  // Says so of a key that stands there without a value.
  bool is_left_empty(const std::string& key, const std::string& label) {
    for (const formats::YamlPair& pair : root_.pairs) {
      if (pair.first.text != key) continue;
      miss("field-empty", {key, label}, {page_.source, pair.first.line, pair.first.column, pair.first.length});
      return true;
    }
    return false;
  }

  // A11Y-01: whoever cannot see the picture has to know what it shows.
  void check_cover() {
    if (!page_.cover.empty() && !is_written("cover_alt")) miss("cover-alt-missing", {}, page_.place_of("cover"));
  }

  // Several at once are one message with the lines to add.
  void say_missing() {
    if (missing_.size() == 1) miss("field-missing", {missing_[0].first, missing_[0].second, page_.type->id});
    if (missing_.size() < 2) return;
    std::string names, lines;
    for (const auto& [key, label] : missing_) {
      names += (names.empty() ? "" : ", ") + key + " (" + label + ")";
      lines += (lines.empty() ? "" : "; ") + key + ": …";
    }
    miss("fields-missing", {names, page_.type->id, lines});
  }

  // A draft may be saved half done: what it lacks is a warning until it is to be published.
  void miss(std::string_view code, std::vector<std::string> arguments) {
    miss(code, std::move(arguments), {page_.source, 1, 1});
  }
  void miss(std::string_view code, std::vector<std::string> arguments, const Place& where) {
    Diagnostic missing = error(code, where, std::move(arguments));
    if (page_.status == Status::draft) missing.severity = Severity::warning;
    found_.add(std::move(missing));
  }

  const formats::YamlKeys& keys_;
  const YamlNode& root_;
  const Page& page_;
  Diagnostics& found_;
  std::vector<std::pair<std::string, std::string>> missing_;  // keys and labels
};

}  // namespace

void check_required_fields(const formats::YamlKeys& keys, const Page& page, Diagnostics& found) {
  RequiredFields(keys, page, found).check();
}

}  // namespace congbo::pages
