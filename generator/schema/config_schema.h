// SPDX-License-Identifier: GPL-3.0-or-later
// Schemas of the files of `_site/`: generator/site/shipped/schemas/*.yaml, JSON Schema written as YAML with texts by
// language, where «x-values: units» stands for the names a portal has and «x-keys: types» for one property each (its
// schema under «x-each»). Used within generator/schema only.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/site/values/site.h"

namespace congbo::schema {

std::vector<std::string> config_names();  // "site.yaml", sorted

std::optional<std::string> config_schema(const site::Portal& portal, std::string_view name, std::string_view language);

}  // namespace congbo::schema
