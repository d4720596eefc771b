// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/yaml.h"
#include "generator/site/read_policy.h"
#include "generator/site/shipped.h"

namespace congbo::site {
namespace {

constexpr std::string_view folder = "generator/site/shipped/profiles/";
constexpr std::string_view ending = ".yaml";

}  // namespace

std::vector<std::string> profile_names() {
  std::vector<std::string> names;
  for (const ShippedFile& file : shipped_files())
    if (file.path.starts_with(folder) && file.path.ends_with(ending))
      names.emplace_back(file.path.substr(folder.size(), file.path.size() - folder.size() - ending.size()));
  return names;
}

Policy shipped_profile(std::string_view name, Diagnostics& found) {
  Policy policy;
  policy.profile = name;
  const std::string path = std::string(folder) + std::string(name) + std::string(ending);
  if (const std::optional<std::string_view> bytes = shipped_file(path))
    read_policy(formats::parse_yaml(*bytes, path, 1, found), path, PolicyVoice::profile, nullptr, policy, found);
  return policy;
}

}  // namespace congbo::site
