// SPDX-License-Identifier: GPL-3.0-or-later
// `format:` and `requires:` of site.yaml against this program. Used by the loader only.
#pragma once
#include <optional>
#include <string_view>

#include "generator/site/mapping_reader.h"

namespace congbo::site {

enum class FormatCheck { readable, not_readable };

// Reports a format that is missing, newer or older than this program reads, and a program version that is not in the
// range asked for. `not_readable`: the rest of the file may mean something else and is not to be read.
enum class FormatKey { required, optional };
FormatCheck check_format(MappingReader& reader, FormatKey presence);
void check_requires(MappingReader& reader);

// Whether `version` ("1.0.0") is in a range such as ">=1.0", "1.2" (the same as ">=1.2") or ">=1.0 <2.0"; nothing when
// the range cannot be read.
std::optional<bool> version_in_range(std::string_view version, std::string_view range);

}  // namespace congbo::site
