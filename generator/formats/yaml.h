// SPDX-License-Identifier: GPL-3.0-or-later
// YAML as a tree of text with places; the owner of libyaml. Scalars keep their text: `010`, `no`, `2024-02-30` and
// `399/QĐ-BCĐ` mean only what the schema says. Refused with a placed message: duplicate keys, tags, aliases and
// anchors, tabs as indentation, more than one document, depth over 16, more than 10,000 nodes, 256 kB, control
// characters.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"

namespace congbo::formats {

struct YamlPair;

struct YamlNode {
  enum class Kind { scalar, sequence, mapping, null };  // null: nothing was written
  Kind kind = Kind::null;
  std::string text;                                  // scalar
  bool quoted = false;                               // scalar: '…' or "…"
  std::vector<YamlNode> items;                       // sequence
  std::vector<YamlPair> pairs;                       // mapping, in the author's order; keys are scalars
  int line = 0, column = 0;                          // 1-based, column in code points
  int length = 0;                                    // code points of a scalar on its first line
  const YamlNode* find(std::string_view key) const;  // the value of a key; null when there is none
};

// `first` is the key. (A struct of its own: clang 14 cannot hold a std::pair of an incomplete type in a vector.)
struct YamlPair {
  YamlNode first, second;
};

// Parses one document. Places are in `path`, lines counted from `first_line`. On an error the tree holds what was read
// before it; the root is `null` for an empty document.
YamlNode parse_yaml(std::string_view text, const std::string& path, int first_line, Diagnostics& found);

// A scalar as YAML source that reads back as the same text (quoted when needed).
std::string yaml_scalar(std::string_view text);

}  // namespace congbo::formats
