// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace congbo::authoring {

// Every address of a link or image in Markdown (inline "](…)", reference definitions and `src:` of components) replaced
// by what `replace` gives for it; an empty answer keeps it. Code spans and fenced code are left alone.
std::string rewrite_addresses(std::string_view markdown,
                              const std::function<std::string(std::string_view address)>& replace);

// The way from the folder of `from_file` to `to_file`, both from the root: "../van-ban/a.md".
std::string relative_path(std::string_view from_file, std::string_view to_file);

}  // namespace congbo::authoring
