// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/mapping_reader.h"
#include "generator/site/read_parts.h"

namespace congbo::site {
namespace {

using formats::YamlNode;
using formats::YamlPair;
using Strings = std::map<std::string, std::string, std::less<>>;

// Depth is bounded by the YAML reader.
void read_level(const YamlNode& node, const std::string& prefix, const std::string& path, Strings& into,
                Diagnostics& found) {
  for (const YamlPair& pair : node.pairs) {
    const std::string key = prefix + pair.first.text;
    if (pair.second.kind == YamlNode::Kind::mapping) {
      read_level(pair.second, key + ".", path, into, found);
    } else if (pair.second.kind == YamlNode::Kind::null) {
      into[key].clear();
    } else if (expect_scalar(pair.second, path, found)) {
      into[key] = pair.second.text;
    }
  }
}

}  // namespace

void read_strings(const YamlNode& root, const std::string& path, Strings& into, Diagnostics& found) {
  if (root.kind == YamlNode::Kind::scalar || root.kind == YamlNode::Kind::sequence)
    found.add(error("value-not-mapping", place_of(path, root)));
  read_level(root, "", path, into, found);
}

}  // namespace congbo::site
