// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/site/shipped.h"

#include <algorithm>

namespace congbo::site {

std::optional<std::string_view> shipped_file(std::string_view path) {
  const std::vector<ShippedFile>& files = shipped_files();
  const auto found =
      std::lower_bound(files.begin(), files.end(), path,
                       [](const ShippedFile& file, std::string_view wanted) { return file.path < wanted; });
  if (found == files.end() || found->path != path) return std::nullopt;
  return found->bytes;
}

}  // namespace congbo::site
