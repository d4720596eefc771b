// SPDX-License-Identifier: GPL-3.0-or-later
// What a type says a field's value must keep to: `required_when`, `not_before`, `minimum` … Used by types.cc only.
#pragma once
#include "generator/site/mapping_reader.h"
#include "generator/site/read_parts.h"

namespace congbo::site {

// Takes the rules from the mapping of one field. A rule that the field's kind cannot have is reported.
void read_field_rules(MappingReader& reader, FieldSchema& field);

// Reports keys that the rules of `fields` (written in `node`) name and that do not exist beside them, and values a
// choice cannot have. At the top of a type the common and the shared keys may be named too.
enum class Level { top, inside };
void check_field_rules(const formats::YamlNode& node, const std::vector<FieldSchema>& fields, Level level,
                       const TypeSource& source, Diagnostics& found);

// The field of that key among `fields`, the shared and the common ones; "fee.none" goes into an object. Null for none.
const FieldSchema* named_field(std::string_view key, const std::vector<FieldSchema>& fields, Level level,
                               const TypeSource& source);

}  // namespace congbo::site
