// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Schemas (draft 2020-12) of a portal's front matter and of its `_site/` files, and snippets of its content types:
// what editors' programs need to complete keys, to explain them and to list units, types and vocabularies by name.
// Made from the types, units and vocabularies that the checker itself uses, so a portal's own are in them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/result.h"
#include "generator/site/values/site.h"

namespace congbo::schema {

struct EditorFile {
  std::string path;  // below the folder of the editor's settings: "schemas/types/news.json"
  std::string text;
};

// The names schema_text() knows, sorted: content types ("news"), "_index" for section pages, "item" for any front
// matter with a `type:`, and the files of `_site/` by name ("site.yaml", "types.yaml" for those in types/).
std::vector<std::string> schema_names(const site::Portal& portal);

// One schema as indented JSON with descriptions in `language` ("vi", "en"); the same bytes for the same portal. Fails
// with "schema-unknown" and the nearest name.
Result<std::string> schema_text(const site::Portal& portal, std::string_view name, std::string_view language);

// Every schema below schemas/, and congbo.code-snippets for the front matter of a new item of each type.
std::vector<EditorFile> editor_files(const site::Portal& portal, std::string_view language);

}  // namespace congbo::schema
