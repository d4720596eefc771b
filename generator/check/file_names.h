// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of paths within the repository, "/" between folders.
#pragma once
#include <string>
#include <string_view>

namespace congbo::check {

std::string_view folder_of_file(std::string_view path);  // with the "/" at its end; empty at the root
std::string_view file_name_of(std::string_view path);
std::string ending_of(std::string_view path);  // "PDF" → "pdf"; empty for none

// How a page in the file `from` writes the way to the file `to`: "../van-ban/a.md".
std::string relative_path(std::string_view from, std::string_view to);

}  // namespace congbo::check
