// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/publish/folder_walk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>
#include <string_view>

namespace congbo::publish {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const noexcept { ::closedir(folder); }
};

std::unique_ptr<DIR, CloseFolder> open_for_reading(int base, const std::string& path) {
  const int number = ::openat(base, path.empty() ? "." : path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
  DIR* folder = number < 0 ? nullptr : ::fdopendir(number);
  if (number >= 0 && !folder) ::close(number);
  return std::unique_ptr<DIR, CloseFolder>(folder);
}

bool is_folder(int base, const std::string& path, unsigned char kind) {
  if (kind != DT_UNKNOWN) return kind == DT_DIR;
  struct stat facts {};
  return ::fstatat(base, path.c_str(), &facts, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(facts.st_mode);
}

}  // namespace

FolderListing walk_folder(int base, const std::string& path) {
  FolderListing listing;
  std::vector<std::string> waiting = {path};
  while (!waiting.empty()) {
    const std::string folder = std::move(waiting.back());
    waiting.pop_back();
    const auto open = open_for_reading(base, folder);
    while (const dirent* entry = open ? ::readdir(open.get()) : nullptr) {
      const std::string_view name = entry->d_name;
      if (name == "." || name == "..") continue;
      std::string full = folder.empty() ? std::string(name) : folder + "/" + std::string(name);
      if (is_folder(base, full, entry->d_type)) {
        listing.folders.push_back(full);
        waiting.push_back(std::move(full));
      } else {
        listing.files.push_back(std::move(full));
      }
    }
  }
  return listing;
}

}  // namespace congbo::publish
