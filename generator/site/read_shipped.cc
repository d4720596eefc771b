// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/read_shipped.h"

#include "generator/formats/yaml.h"
#include "generator/site/load.h"
#include "generator/site/shipped.h"

namespace congbo::site {
namespace {

using formats::YamlNode;

constexpr std::string_view shipped_types_folder = "generator/site/shipped/types/";
constexpr std::string_view shipped_fields_file = "generator/site/shipped/fields.yaml";
constexpr std::string_view shipped_vocabularies_file = "generator/site/shipped/vocabularies.yaml";

}  // namespace

Vocabularies read_shipped_vocabularies(Diagnostics& found) {
  Vocabularies vocabularies;
  const std::string path(shipped_vocabularies_file);
  if (const std::optional<std::string_view> bytes = shipped_file(path))
    read_vocabularies(formats::parse_yaml(*bytes, path, 1, found), path, vocabularies, found);
  return vocabularies;
}

std::vector<FieldSchema> read_shipped_fields(const Vocabularies& vocabularies, Diagnostics& found) {
  const std::string path(shipped_fields_file), no_id;
  const YamlNode root = formats::parse_yaml(*shipped_file(path), path, 1, found);
  return read_shared_fields(root, {path, no_id, vocabularies, {}, {}}, found);
}

Types read_shipped_types(const Vocabularies& vocabularies, const std::vector<FieldSchema>& shared, Diagnostics& found) {
  std::vector<std::string> ids;
  for (const ShippedFile& file : shipped_files())
    if (std::string id = name_in_folder(file.path, shipped_types_folder); !id.empty()) ids.push_back(std::move(id));
  Types types;
  for (const std::string& id : ids) {
    const std::string path = std::string(shipped_types_folder) + id + ".yaml";
    read_type(formats::parse_yaml(*shipped_file(path), path, 1, found), {path, id, vocabularies, ids, shared}, types,
              found);
  }
  return types;
}

std::string name_in_folder(std::string_view path, std::string_view folder) {
  constexpr std::string_view ending = ".yaml";
  if (!path.starts_with(folder)) return {};
  const std::string_view name = path.substr(folder.size());
  if (name.size() <= ending.size() || name.substr(name.size() - ending.size()) != ending) return {};
  return std::string(name.find('/') == std::string_view::npos ? name.substr(0, name.size() - ending.size()) : "");
}

std::map<std::string, ContentType> shipped_types(Diagnostics& found) {
  const Vocabularies vocabularies = read_shipped_vocabularies(found);
  return read_shipped_types(vocabularies, read_shipped_fields(vocabularies, found), found);
}

}  // namespace congbo::site
