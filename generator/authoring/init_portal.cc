// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/authoring/init_portal.h"

#include "generator/site/shipped.h"

namespace congbo::authoring {

namespace {
constexpr std::string_view template_folder = "generator/site/shipped/new-portal/";
}

Result<std::vector<std::string>> init_portal(FileSystem& files, const std::string& root) {
  if (files.exists(root + "/content")) return error("folder-not-empty", {}, {root});
  std::vector<std::string> written;
  for (const site::ShippedFile& file : site::shipped_files()) {
    if (!file.path.starts_with(template_folder)) continue;
    const std::string path(file.path.substr(template_folder.size()));
    std::string target = root;
    target.append("/").append(path);
    CONGBO_TRY([[maybe_unused]] const Done done, files.write(target, file.bytes));
    written.push_back(path);
  }
  return written;
}

}  // namespace congbo::authoring
