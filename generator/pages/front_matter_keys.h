// SPDX-License-Identifier: GPL-3.0-or-later
// The reader of a front matter; what each of the common keys means is in front_matter_keys.cc.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "generator/base/diagnostic.h"
#include "generator/formats/yaml.h"
#include "generator/pages/value_reader.h"
#include "generator/pages/values/page.h"

namespace congbo::pages {

class FrontMatterReader {
 public:
  FrontMatterReader(Page& page, Diagnostics& found) : page_(page), found_(found), reader_(page, found) {}

  void read(const formats::YamlNode& root);

 private:
  using Handler = void (FrontMatterReader::*)(const site::FieldSchema&, const formats::YamlNode&);
  struct CommonKey {
    std::string_view key;
    std::string Page::*text;  // where a text goes; null when the handler does the work
    Handler handler;
  };
  static const std::array<CommonKey, 26> common_keys;

  void read_key(const formats::YamlNode& key, const formats::YamlNode& value);
  void read_common(const CommonKey& common, const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_own(const site::FieldSchema& schema, const formats::YamlNode& node);
  void refuse_key(const formats::YamlNode& key);

  void read_aliases(const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_date(const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_embargo(const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_expires_at(const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_featured(const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_id(const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_order(const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_release_at(const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_source_url(const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_status(const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_tags(const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_translation_of(const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_type(const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_updated_on(const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_updates(const site::FieldSchema& schema, const formats::YamlNode& node);
  void read_withdrawn(const site::FieldSchema& schema, const formats::YamlNode& node);

  void set_date(const formats::YamlNode& root);
  void set_withdrawal(const formats::YamlNode& root);
  std::optional<Instant> moment(const site::FieldSchema& schema, const formats::YamlNode& node);

  Page& page_;
  Diagnostics& found_;
  ValueReader reader_;
};

}  // namespace congbo::pages
