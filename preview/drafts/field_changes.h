// SPDX-License-Identifier: GPL-3.0-or-later
// What changed in the front matter of a page, key by key, as it is written in the file.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "generator/site/values/site.h"
#include "preview/drafts/words.h"

namespace congbo::drafts {

struct FieldChange {
  std::string key;
  std::string before, after;  // YAML as written, without quotes of single values or common indentation; empty where the
                              // key is not there
  bool operator==(const FieldChange&) const = default;
};

// In the order of the newer file, then keys that are gone. Either text may be empty (no such file).
std::vector<FieldChange> field_changes(std::string_view before, std::string_view after);

// The table, with the labels that `type` (may be null) and the common keys have; empty where nothing changed.
std::string field_table(const std::vector<FieldChange>& changes, const site::ContentType* type, Language language);

}  // namespace congbo::drafts
