// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/publish/disk.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <system_error>

namespace congbo::publish {

Diagnostic disk_failure(const std::string& path, int error_number) {
  const bool full = error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG;
  return error(full ? "disk-full" : "output-not-writable", {}, {path, std::generic_category().message(error_number)});
}

std::int64_t modified_at(const struct stat& facts) {
  return static_cast<std::int64_t>(facts.st_mtim.tv_sec) * 1'000'000'000 + facts.st_mtim.tv_nsec;
}

Result<MappedFile> map_file(const std::string& path) {
  std::optional<MappedFile> file = MappedFile::open(path);
  if (!file) return disk_failure(path, errno);
  return *std::move(file);
}

std::optional<std::string> read_all(int folder, const std::string& path) {
  const Descriptor file(::openat(folder, path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
  struct stat facts {};
  if (!file.open() || ::fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(facts.st_size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t count = ::read(file.get(), bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return std::nullopt;
    filled += static_cast<std::size_t>(count);
  }
  return bytes;
}

std::string link_text(int folder, const std::string& path) {
  char text[PATH_MAX];
  const ssize_t length = ::readlinkat(folder, path.c_str(), text, sizeof text);
  return length < 0 ? std::string() : std::string(text, static_cast<std::size_t>(length));
}

}  // namespace congbo::publish
