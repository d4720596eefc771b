// SPDX-License-Identifier: GPL-3.0-or-later
// YAML scalars read by the schema's kind. Used by the loader only.
#pragma once
#include <string>
#include <string_view>

#include "generator/base/diagnostic.h"
#include "generator/formats/yaml.h"
#include "generator/pages/values/page.h"

namespace congbo::pages {

class ValueReader {
 public:
  // All three must outlive the reader. `page` has its source, portal and folder.
  ValueReader(const Page& page, Diagnostics& found) : page_(page), found_(found) {}

  // The value, or std::monostate in `data` when nothing is written or it cannot be read (which is reported). `name` is
  // what messages call it: "fee.amount".
  Value read(const site::FieldSchema& schema, const formats::YamlNode& node, const std::string& name);

  Place place_of(const formats::YamlNode& node) const { return {page_.source, node.line, node.column, node.length}; }
  void refuse(const formats::YamlNode& node, std::string_view code, std::vector<std::string> arguments,
              std::string suggestion = {});

  // The path from the repository's root of a file named in front matter: "/…" from the portal's root; "./…", "../…" and
  // what starts with the item's own folder name from where the .md file stands; anything else in the item's folder.
  // Empty, with a message, for addresses of other sites and paths that leave the portal.
  std::string read_path(const formats::YamlNode& node, const std::string& name);

 private:
  // A day or moment that cannot be read, with how it is written where that is plain.
  void refuse_moment(const formats::YamlNode& node, std::string_view code, const std::string& name);
  using Data = decltype(Value::data);
  Data read_data(const site::FieldSchema& schema, const formats::YamlNode& node, const std::string& name);
  Data read_scalar(const site::FieldSchema& schema, const formats::YamlNode& node, const std::string& name);
  Data read_text(const site::FieldSchema& schema, const formats::YamlNode& node, const std::string& name);
  Data read_number(const formats::YamlNode& node, const std::string& name);
  Data read_choice(const site::FieldSchema& schema, const formats::YamlNode& node, const std::string& name);
  Data read_term(const site::Vocabulary& vocabulary, const formats::YamlNode& node, const std::string& name);
  Data read_unit(const formats::YamlNode& node);
  List read_list(const site::FieldSchema& schema, const formats::YamlNode& node, const std::string& name);
  Object read_object(const site::FieldSchema& schema, const formats::YamlNode& node, const std::string& name);

  const Page& page_;
  Diagnostics& found_;
};

// "2026-03-04T09:30" → true, "2026-03-04" → false.
bool has_time(std::string_view written);

}  // namespace congbo::pages
