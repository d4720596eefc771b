// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a YAML mapping key by key; what nobody asked for is an unknown key. Used by the loader of `_site/` only.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/formats/yaml.h"
#include "generator/site/values/site.h"

namespace congbo::site {

Place place_of(const std::string& path, const formats::YamlNode& node);

class MappingReader {
 public:
  // `node`, `path` and `found` must outlive the reader. Anything but a mapping (or nothing) is reported here.
  MappingReader(const formats::YamlNode& node, const std::string& path, Diagnostics& found);

  // The value of a key, null when it is absent or nothing is written. Asking makes the key known.
  const formats::YamlNode* take(std::string_view key);

  // Each leaves `into` as it is when the key is absent or its value is not of that form (which is reported).
  void text(std::string_view key, std::string& into);
  void local_text(std::string_view key, LocalText& into);
  void boolean(std::string_view key, bool& into);
  void whole_number(std::string_view key, int lowest, int highest, int& into);
  void date(std::string_view key, std::optional<Date>& into);
  void texts(std::string_view key, std::vector<std::string>& into);  // a list of scalars

  // Reports the keys nobody asked for.
  void finish();
  // Adds "site-key-missing" unless the key is present.
  void require(std::string_view key);

  const std::string& path() const { return path_; }
  const formats::YamlNode& node() const { return node_; }
  Diagnostics& found() { return found_; }

 private:
  const formats::YamlNode* take_scalar(std::string_view key);

  const formats::YamlNode& node_;
  const std::string& path_;
  Diagnostics& found_;
  std::vector<std::string> known_;
};

// A plain scalar is Vietnamese; a mapping has a text for each language.
LocalText read_local_text(const formats::YamlNode& node, const std::string& path, Diagnostics& found);

// False, with a message, when the node is not a scalar (sequence, mapping).
bool expect_scalar(const formats::YamlNode& node, const std::string& path, Diagnostics& found);
bool expect_sequence(const formats::YamlNode& node, const std::string& path, Diagnostics& found);

// "vi", "en", "zh-hant": lower case.
bool is_language_code(std::string_view text);

}  // namespace congbo::site
