// SPDX-License-Identifier: GPL-3.0-or-later
// Lines «key: value» written by hand, read on after a mistake, so that one run shows all of them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/formats/yaml.h"

namespace congbo::formats {

struct YamlKeys {
  YamlNode root;                    // a key whose lines hold a mistake stands there with a null value
  std::vector<YamlPair> pieces;     // those keys with what was read of their values
  std::vector<std::string> unread;  // their names, and what else begins a line among theirs
  bool all_known = true;            // false: which keys could not be read is not known
  bool is_unread(std::string_view key) const;
};

// As parse_yaml; after a mistake each key is read alone. Keys over 500 and mistakes over 20 are left.
YamlKeys parse_yaml_keys(std::string_view text, const std::string& path, int first_line, Diagnostics& found);

}  // namespace congbo::formats
