// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/policy_data.h"

#include <array>

namespace congbo::site {
namespace {

using formats::YamlNode;
using formats::YamlPair;

// Times, quotas, people, reports.
constexpr std::array<std::string_view, 24> data_keys = {
    "access_levels", "advertising",  "approval",         "archive",  "availability", "backup",
    "consultation",  "deadlines",    "emulation",        "encoding", "gazette",      "infrastructure",
    "links",         "mail_domains", "meetings",         "qa",       "quotas",       "refusals",
    "regulation",    "reports",      "responsibilities", "reuse",    "roles",        "authorised_categories"};

void flatten(const YamlNode& node, const std::string& path, std::map<std::string, std::string, std::less<>>& into) {
  if (node.kind == YamlNode::Kind::scalar) into[path] = node.text;
  for (std::size_t i = 0; i < node.items.size(); ++i)
    flatten(node.items[i], path + "[" + std::to_string(i) + "]", into);
  for (const YamlPair& pair : node.pairs) flatten(pair.second, path + "." + pair.first.text, into);
}

}  // namespace

void read_policy_data(MappingReader& reader, std::map<std::string, std::string, std::less<>>& into) {
  for (const std::string_view key : data_keys)
    if (const YamlNode* node = reader.take(key)) {
      const std::string name(key);
      std::erase_if(into, [&](const auto& one) {
        return one.first.starts_with(name) &&
               (one.first.size() == name.size() || one.first[name.size()] == '.' || one.first[name.size()] == '[');
      });
      flatten(*node, name, into);
    }
}

}  // namespace congbo::site
