// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/schema/schema.h"

#include <algorithm>

#include "generator/base/nearest_name.h"
#include "generator/schema/config_schema.h"
#include "generator/schema/snippets.h"
#include "generator/schema/type_schema.h"

namespace congbo::schema {

namespace {

constexpr std::string_view section_name = "_index", any_name = "item", ending = ".yaml";

// "types/news.json", "site.json": «item.json» points to the types by these paths.
std::string file_of(const site::Portal& portal, std::string_view name) {
  if (name.ends_with(ending)) return "schemas/" + std::string(name.substr(0, name.size() - ending.size())) + ".json";
  const bool is_type = portal.types.contains(std::string(name));
  return (is_type ? "schemas/types/" : "schemas/") + std::string(name) + ".json";
}

}  // namespace

std::vector<std::string> schema_names(const site::Portal& portal) {
  std::vector<std::string> names = config_names();
  names.emplace_back(section_name);
  names.emplace_back(any_name);
  for (const auto& type : portal.types) names.push_back(type.first);
  std::sort(names.begin(), names.end());
  return names;
}

Result<std::string> schema_text(const site::Portal& portal, std::string_view name, std::string_view language) {
  if (const auto type = portal.types.find(std::string(name)); type != portal.types.end())
    return item_schema(portal, type->second, language);
  if (name == section_name) return section_schema(portal, language);
  if (name == any_name) return any_item_schema(portal, language);
  if (std::optional<std::string> text = config_schema(portal, name, language)) return *std::move(text);
  return error("schema-unknown", {}, {std::string(name)}, nearest_name(name, schema_names(portal)));
}

std::vector<EditorFile> editor_files(const site::Portal& portal, std::string_view language) {
  std::vector<EditorFile> files;
  for (const std::string& name : schema_names(portal))
    files.push_back({file_of(portal, name), *schema_text(portal, name, language)});
  files.push_back({"congbo.code-snippets", snippets(portal, language)});
  return files;
}

}  // namespace congbo::schema
