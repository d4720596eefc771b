// SPDX-License-Identifier: GPL-3.0-or-later
// The files that are part of the program: the shipped look (layouts/…) and the shipped content types, profiles and
// interface strings (generator/site/shipped/…). They are put into the binary by cmake/shipped.cmake, so a portal works
// wherever the one binary is.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

namespace congbo::site {

struct ShippedFile {
  std::string_view path;  // as in the project: "layouts/base.html", "generator/site/shipped/types/news.yaml"
  std::string_view bytes;
};

// All shipped files, sorted by path.
const std::vector<ShippedFile>& shipped_files();

// The bytes of one shipped file, or nothing if there is none of that path.
std::optional<std::string_view> shipped_file(std::string_view path);

}  // namespace congbo::site
