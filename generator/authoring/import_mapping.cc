// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/authoring/import_markdown.h"
#include "generator/base/file_system.h"
#include "generator/base/nearest_name.h"
#include "generator/base/unicode.h"
#include "generator/formats/yaml.h"

namespace congbo::authoring {

namespace {

using formats::YamlNode;

std::map<std::string, std::string> texts(const YamlNode& node) {
  std::map<std::string, std::string> all;
  for (const auto& [key, value] : node.pairs) all[key.text] = value.text;
  return all;
}

std::vector<std::string> words(const YamlNode& node) {
  std::vector<std::string> all;
  if (node.kind == YamlNode::Kind::scalar) all.push_back(node.text);
  for (const YamlNode& item : node.items) all.push_back(item.text);
  return all;
}

// Foreign values are compared in lower case without marks, so "Nghị định" and "nghi dinh" are one.
std::map<std::string, std::string> folded_keys(const YamlNode& node) {
  std::map<std::string, std::string> all;
  for (const auto& [key, value] : node.pairs) all[fold(key.text)] = value.text;
  return all;
}

void read_key(const std::string& key, const YamlNode& value, ImportMapping& mapping) {
  if (key == "type") mapping.type = value.text;
  if (key == "section") mapping.section = value.text;
  if (key == "number_in_title") mapping.number_in_title = value.text;
  if (key == "form_of_number") mapping.form_of_number = value.text;
  if (key == "same_as") mapping.same_as = texts(value);
  if (key == "constants") mapping.constants = texts(value);
  if (key == "defaults") mapping.defaults = texts(value);
  if (key == "ignore") mapping.ignore = words(value);
  for (const auto& [ours, foreign] : value.pairs) {
    if (key == "keys") mapping.keys[ours.text] = words(foreign);
    if (key == "values") mapping.values[ours.text] = folded_keys(foreign);
    if (key == "by_body") mapping.by_body[ours.text] = folded_keys(foreign);
  }
}

}  // namespace

ImportMapping read_mapping(const std::string& text, const std::string& path, Diagnostics& found) {
  static const std::vector<std::string> known = {"by_body", "constants", "defaults",        "form_of_number",
                                                 "ignore",  "keys",      "number_in_title", "same_as",
                                                 "section", "type",      "values"};
  ImportMapping mapping;
  const YamlNode root = formats::parse_yaml(text, path, 1, found);
  for (const auto& [key, value] : root.pairs) {
    if (std::find(known.begin(), known.end(), key.text) == known.end())
      found.add(
          error("key-unknown", {path, key.line, key.column, key.length}, {key.text}, nearest_name(key.text, known)));
    else
      read_key(key.text, value, mapping);
  }
  if (!mapping.section.empty() && !stays_inside(mapping.section))
    found.add(error("path-outside", {path, 1, 1}, {mapping.section}));
  if (mapping.type.empty() || mapping.section.empty()) found.add(error("import-mapping-incomplete", {path, 1, 1}));
  return mapping;
}

}  // namespace congbo::authoring
