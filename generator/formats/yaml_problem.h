// SPDX-License-Identifier: GPL-3.0-or-later
// What libyaml says when it cannot read on, in the words of the person who wrote the file. Used by yaml.cc only.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "generator/base/diagnostic.h"

namespace congbo::formats {

struct YamlFailure {
  enum class Kind { memory, syntax };
  Kind kind = Kind::syntax;
  std::string_view problem = {};                     // libyaml's English, the key of our table
  std::size_t line = 0, column = 0;                  // where it stopped, counted from 0 in code points
  std::size_t context_line = 0, context_column = 0;  // where the thing began that it could not finish
};

// «title: *đậm*» → "title: \"*đậm*\"": the line with its value in quotation marks; empty when it names no value.
std::string with_value_quoted(std::string_view line);

Diagnostic describe(const YamlFailure& failure, std::string_view text, const std::string& path, int first_line);

}  // namespace congbo::formats
