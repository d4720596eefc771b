// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/authoring/init_portal.h"

#include <algorithm>
#include <map>

#include "generator/authoring/starter_content.h"
#include "generator/base/nearest_name.h"
#include "generator/base/snapshot.h"
#include "generator/schema/schema.h"
#include "generator/site/load.h"
#include "generator/site/shipped.h"
#include "generator/site/values/policy.h"

namespace congbo::authoring {

namespace {

constexpr std::string_view smallest_folder = "generator/site/shipped/new-portal/content/";
constexpr std::string_view files_folder = "generator/site/shipped/new-portal/files/";
constexpr std::string_view hidden = "dot-";  // "dot-vscode" is written as ".vscode"

// Schemas of the files in _site/ and the snippets; those of items are for whoever asks: `congbo schema --out`.
bool is_for_settings(std::string_view path) {
  return path.find("/types/") == std::string_view::npos && path != "schemas/item.json" && path != "schemas/_index.json";
}

void add_smallest(const NewPortal& portal, std::map<std::string, std::string>& texts) {
  for (const site::ShippedFile& file : site::shipped_files())
    if (file.path.starts_with(smallest_folder)) {
      const std::string path = "content/" + std::string(file.path.substr(smallest_folder.size()));
      texts[path] = path.ends_with("/site.yaml") ? named(std::string(file.bytes), portal) : std::string(file.bytes);
    }
}

void add_shared_files(const NewPortal& portal, std::map<std::string, std::string>& texts) {
  for (const site::ShippedFile& file : site::shipped_files()) {
    if (!file.path.starts_with(files_folder)) continue;
    std::string path(file.path.substr(files_folder.size()));
    if (path.starts_with(hidden)) path.replace(0, hidden.size(), ".");
    texts[path] = path == "README.vi.md" ? named(std::string(file.bytes), portal) : std::string(file.bytes);
  }
}

int level_of(std::string_view host) {
  return static_cast<int>(std::count(host.begin(), host.end(), '.')) + 1;
}

// The host with as many labels as `level` says; 0: with its own.
std::string at_level(std::string host, int level) {
  while (level_of(host) < level) host.insert(0, "cong.");
  while (level != 0 && level_of(host) > level) host.erase(0, host.find('.') + 1);
  return host;
}

}  // namespace

Result<std::string> profile_named(const std::string& name) {
  const std::vector<std::string> known = site::profile_names();
  if (std::find(known.begin(), known.end(), name) != known.end()) return name;
  if (name == "xa" || name == "phuong" || name == "dac-khu") return std::string("commune");
  for (const std::string& profile : known)
    if (!name.empty() && profile.starts_with(name + "-")) return profile;
  return error("policy-profile-unknown", {}, {name}, nearest_name(name, known));
}

Result<Done> check_domain(const std::string& profile, const std::string& domain) {
  Diagnostics ignored;
  const site::DomainRule rule = site::shipped_profile(profile, ignored).domain;
  if (domain.empty()) return Done{};
  if (rule.gov_vn && !domain.ends_with(".gov.vn"))
    return error("init-domain-ending", {},
                 {profile, domain, at_level(domain.substr(0, domain.find('.')) + ".gov.vn", rule.level)});
  if (rule.level != 0 && level_of(domain) != rule.level) {
    return error(
        "init-domain-level", {},
        {profile, domain, std::to_string(level_of(domain)), std::to_string(rule.level), at_level(domain, rule.level)});
  }
  return Done{};
}

Result<std::vector<std::string>> init_portal(FileSystem& files, const NewPortal& portal) {
  if (!portal.profile.empty()) {
    CONGBO_TRY([[maybe_unused]] const Done fits, check_domain(portal.profile, portal.domain));
  }
  if (files.exists(portal.root + "/content")) return error("folder-not-empty", {}, {portal.root});
  std::map<std::string, std::string> texts;
  if (portal.profile.empty())
    add_smallest(portal, texts);
  else
    add_starter_content(portal, texts);
  Diagnostics found;
  const site::Site site = site::load_site(*memory_snapshot(texts), found);
  for (schema::EditorFile& file : schema::editor_files(site.portals.front(), portal.language))
    if (is_for_settings(file.path)) texts[".vscode/" + file.path] = std::move(file.text);
  add_shared_files(portal, texts);
  std::vector<std::string> written;
  for (const auto& [path, text] : texts) {
    const std::string target = portal.root + "/" + path;
    if (files.exists(target)) continue;
    CONGBO_TRY([[maybe_unused]] const Done done, files.write(target, text));
    written.push_back(path);
  }
  return written;
}

}  // namespace congbo::authoring
