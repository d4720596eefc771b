// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/load.h"

#include <algorithm>
#include <set>

#include "generator/base/nearest_name.h"
#include "generator/base/slug.h"
#include "generator/formats/yaml.h"
#include "generator/site/calendar.h"
#include "generator/site/emergency.h"
#include "generator/site/mapping_reader.h"
#include "generator/site/read_parts.h"
#include "generator/site/read_policy.h"
#include "generator/site/read_shipped.h"
#include "generator/site/shipped.h"

namespace congbo::site {
namespace {

using formats::YamlNode;

constexpr std::string_view strings_folder = "layouts/i18n/";
constexpr std::string_view sites_folder = "content/sites/";
constexpr std::string_view default_main_id = "main";

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

class SiteLoader {
 public:
  SiteLoader(const Snapshot& snapshot, Diagnostics& found) : snapshot_(snapshot), found_(found) {}
  Site load();

 private:
  std::optional<YamlNode> read_yaml(const SnapshotEntry* entry);
  std::optional<YamlNode> read_yaml(const std::string& path) { return read_yaml(snapshot_.find(path)); }
  Portal load_main();
  Portal load_sub_portal(const std::string& id, const Portal& main);
  void load_parts(Portal& portal, const Portal* main);
  void load_types(Portal& portal);
  void load_policy(Portal& portal, const Portal* main);
  void load_emergency(Portal& portal, const Portal* main);
  void load_own_strings(Portal& portal);
  void load_look_strings(Portal& portal);
  std::vector<std::string> sub_portal_ids();
  void check_file_names(const Portal& portal);
  void check_unique(const Site& site);

  const Snapshot& snapshot_;
  Diagnostics& found_;
  std::vector<FieldSchema> shared_fields_;  // set by load_main
};

std::optional<YamlNode> SiteLoader::read_yaml(const SnapshotEntry* entry) {
  if (entry == nullptr) return std::nullopt;
  if (entry->symlink) {
    found_.add(error("site-file-symlink", {entry->path}));
    return std::nullopt;
  }
  Result<std::string> bytes = snapshot_.read(*entry);
  if (!bytes) {
    found_.add(bytes.error());
    return std::nullopt;
  }
  return formats::parse_yaml(*bytes, entry->path, 1, found_);
}

Site SiteLoader::load() {
  Site site;
  site.portals.push_back(load_main());
  const std::vector<std::string> ids = sub_portal_ids();
  site.portals.reserve(ids.size() + 1);
  for (const std::string& id : ids) site.portals.push_back(load_sub_portal(id, site.portals.front()));
  check_unique(site);
  return site;
}

Portal SiteLoader::load_main() {
  Portal portal;
  portal.id = default_main_id;
  portal.root = "content/";
  portal.languages = {"vi"};
  portal.vocabularies = read_shipped_vocabularies(found_);
  shared_fields_ = read_shipped_fields(portal.vocabularies, found_);
  portal.types = read_shipped_types(portal.vocabularies, shared_fields_, found_);
  load_look_strings(portal);
  load_parts(portal, nullptr);
  return portal;
}

Portal SiteLoader::load_sub_portal(const std::string& id, const Portal& main) {
  Portal portal;
  portal.id = id;
  portal.root = std::string(sites_folder) + id + "/";
  portal.parent = main.id;
  portal.languages = {std::string(main.main_language())};
  portal.units = main.units;
  portal.vocabularies = main.vocabularies;
  portal.types = main.types;
  portal.strings = main.strings;
  load_parts(portal, &main);
  return portal;
}

// A misspelt name ("unit.yaml") would otherwise be passed over in silence.
void SiteLoader::check_file_names(const Portal& portal) {
  static const std::vector<std::string> known = {"approval.yaml",   "calendar.yaml", "emergency.yaml",   "policy.yaml",
                                                 "procedures.csv",  "redirects.csv", "search.yaml",      "site.yaml",
                                                 "tombstones.yaml", "units.yaml",    "vocabularies.yaml"};
  const std::string folder = portal.root + "_site/";
  const auto files = snapshot_.entries().starting_with(folder);
  for (const SnapshotEntry* entry : files) {
    const std::string name = entry->path.substr(folder.size());
    const bool in_folder = starts_with(name, "types/") || starts_with(name, "i18n/");
    if (in_folder || std::find(known.begin(), known.end(), name) != known.end()) continue;
    found_.add(warning("site-file-unknown", {entry->path}, {name}, nearest_name(name, known)));
  }
}

// In this order: types refer to vocabularies, site.yaml refers to types.
void SiteLoader::load_parts(Portal& portal, const Portal* main) {
  const std::string folder = portal.root + "_site/";
  if (const std::optional<YamlNode> root = read_yaml(folder + "vocabularies.yaml"))
    read_vocabularies(*root, folder + "vocabularies.yaml", portal.vocabularies, found_);
  if (const std::optional<YamlNode> root = read_yaml(folder + "units.yaml"))
    read_units(*root, folder + "units.yaml", portal.units, found_);
  load_types(portal);
  load_own_strings(portal);
  check_file_names(portal);
  const std::string path = folder + "site.yaml";
  if (snapshot_.find(path) == nullptr) found_.add(error("site-file-missing", {path}, {portal.root}));
  if (const std::optional<YamlNode> root = read_yaml(path)) read_portal(*root, path, main, portal, found_);
  load_policy(portal, main);
  load_emergency(portal, main);
}

// A sub-portal has the main portal's policy; with an `extends:` of its own it starts from that profile.
void SiteLoader::load_policy(Portal& portal, const Portal* main) {
  const std::string path = portal.root + "_site/policy.yaml";
  auto policy = std::make_shared<Policy>(main != nullptr ? policy_of(*main) : Policy{});
  policy->file.clear();
  if (const std::optional<YamlNode> root = read_yaml(path)) {
    if (const YamlNode* extends = root->find("extends")) {
      const std::vector<std::string> names = profile_names();
      if (std::find(names.begin(), names.end(), extends->text) != names.end())
        *policy = shipped_profile(extends->text, found_);
      else
        found_.add(error("policy-profile-unknown", place_of(path, *extends), {extends->text},
                         nearest_name(extends->text, names)));
    }
    policy->file = path;
    read_policy(*root, path, PolicyVoice::portal, &portal, *policy, found_);
  }
  const std::string calendar = portal.root + "_site/calendar.yaml";
  if (const std::optional<YamlNode> root = read_yaml(calendar))
    read_calendar(*root, calendar, policy->calendar, found_);
  portal.policy = std::move(policy);
}

// A sub-portal shows the main portal's notices too, unless it has said no.
void SiteLoader::load_emergency(Portal& portal, const Portal* main) {
  auto emergency = std::make_shared<Emergency>(emergency_of(portal));
  if (main != nullptr && emergency->inherit) emergency->notices = inherited_notices(*main);
  const std::string path = portal.root + "_site/emergency.yaml";
  if (const std::optional<YamlNode> root = read_yaml(path)) read_emergency(*root, path, *emergency, found_);
  portal.emergency = std::move(emergency);
}

void SiteLoader::load_types(Portal& portal) {
  const std::string folder = portal.root + "_site/types/";
  std::vector<std::string> ids;
  for (const auto& type : portal.types) ids.push_back(type.first);
  const auto files = snapshot_.entries().starting_with(folder);
  for (const SnapshotEntry* entry : files) ids.push_back(name_in_folder(entry->path, folder));
  for (const SnapshotEntry* entry : files) {
    const std::string id = name_in_folder(entry->path, folder);
    if (!is_slug(id)) {
      found_.add(error("type-file-name", {entry->path}, {id}, slug(id)));
    } else if (const std::optional<YamlNode> root = read_yaml(entry)) {
      read_type(*root, {entry->path, id, portal.vocabularies, ids, shared_fields_}, portal.types, found_);
    }
  }
}

void SiteLoader::load_own_strings(Portal& portal) {
  const std::string folder = portal.root + "_site/i18n/";
  const auto files = snapshot_.entries().starting_with(folder);
  for (const SnapshotEntry* entry : files) {
    const std::string language = name_in_folder(entry->path, folder);
    if (!is_language_code(language))
      found_.add(error("language-invalid", {entry->path}, {language}));
    else if (const std::optional<YamlNode> root = read_yaml(entry))
      read_strings(*root, entry->path, portal.strings[language], found_);
  }
}

// The strings of the look: shipped, or the repository's own layouts/i18n/<language>.yaml, which stands for the whole
// file.
void SiteLoader::load_look_strings(Portal& portal) {
  for (const ShippedFile& file : shipped_files()) {
    const std::string language = name_in_folder(file.path, strings_folder);
    const std::string path(file.path);
    if (language.empty() || snapshot_.find(path) != nullptr) continue;
    read_strings(formats::parse_yaml(file.bytes, path, 1, found_), path, portal.strings[language], found_);
  }
  const auto files = snapshot_.entries().starting_with(strings_folder);
  for (const SnapshotEntry* entry : files) {
    const std::string language = name_in_folder(entry->path, strings_folder);
    if (language.empty()) continue;
    if (const std::optional<YamlNode> root = read_yaml(entry))
      read_strings(*root, entry->path, portal.strings[language], found_);
  }
}

std::vector<std::string> SiteLoader::sub_portal_ids() {
  std::vector<std::string> ids;
  const auto files = snapshot_.entries().starting_with(sites_folder);
  std::string last;
  for (const SnapshotEntry* entry : files) {
    const std::string_view rest = std::string_view(entry->path).substr(sites_folder.size());
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos || rest.substr(0, slash) == last) continue;
    last = rest.substr(0, slash);
    if (is_slug(last))
      ids.push_back(last);
    else
      found_.add(error("portal-id-invalid", {std::string(sites_folder) + last}, {last}, slug(last)));
  }
  return ids;
}

bool overlap(const Host& one, const Host& other) {
  const bool one_first = one.valid_until && other.valid_from && *one.valid_until < *other.valid_from;
  const bool other_first = other.valid_until && one.valid_from && *other.valid_until < *one.valid_from;
  return one.name == other.name && !one_first && !other_first;
}

void SiteLoader::check_unique(const Site& site) {
  std::vector<std::pair<const Host*, const Portal*>> hosts;
  std::set<std::string> ids;
  for (const Portal& portal : site.portals) {
    const std::string file = portal.root + "_site/site.yaml";
    if (!ids.insert(portal.id).second) found_.add(error("portal-id-duplicate", {file, 1, 1}, {portal.id}));
    for (const Host& host : portal.hosts) {
      for (const auto& known : hosts)
        if (overlap(*known.first, host))
          found_.add(error("host-duplicate", {file, 1, 1}, {host.name, known.second->id}));
      hosts.emplace_back(&host, &portal);
    }
  }
}

}  // namespace

Site load_site(const Snapshot& snapshot, Diagnostics& found) {
  return SiteLoader(snapshot, found).load();
}

}  // namespace congbo::site
