// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of `_site/`, one function a file. Each is laid over what `into` holds already. Used by load.cc only.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/formats/yaml.h"
#include "generator/site/values/site.h"

namespace congbo::site {

using Vocabularies = std::map<std::string, Vocabulary>;
using Types = std::map<std::string, ContentType>;

void read_vocabularies(const formats::YamlNode& root, const std::string& path, Vocabularies& into, Diagnostics& found);
void read_units(const formats::YamlNode& root, const std::string& path, std::vector<Unit>& into, Diagnostics& found);

// One type of the file `<id>.yaml`; a type `into` has already is changed key by key, its fields too.
struct TypeSource {
  const std::string& path;
  const std::string& id;  // the file's name without ".yaml"
  const Vocabularies& vocabularies;
  const std::vector<std::string>& type_ids;  // of all types the portal will have
  const std::vector<FieldSchema>& shared;    // keys every type has beside its own
};
// The keys of fields.yaml; `source` has no type and nothing shared yet.
std::vector<FieldSchema> read_shared_fields(const formats::YamlNode& root, const TypeSource& source,
                                            Diagnostics& found);
void read_type(const formats::YamlNode& root, const TypeSource& source, Types& into, Diagnostics& found);

// site.yaml. `into` has its root and its types; `main` is null for the main portal itself.
void read_portal(const formats::YamlNode& root, const std::string& path, const Portal* main, Portal& into,
                 Diagnostics& found);

// `look:` of site.yaml.
void read_look(const formats::YamlNode& node, const std::string& path, Look& into, Diagnostics& found);

// Interface strings of one language; nested keys are joined with ".".
void read_strings(const formats::YamlNode& root, const std::string& path,
                  std::map<std::string, std::string, std::less<>>& into, Diagnostics& found);

}  // namespace congbo::site
