// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/spill_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace congbo {

namespace {

// For file systems without O_TMPFILE.
int open_and_unlink(std::string pattern) {
  const int descriptor = ::mkostemp(pattern.data(), O_CLOEXEC);
  if (descriptor >= 0) ::unlink(pattern.c_str());
  return descriptor;
}

}  // namespace

std::shared_ptr<SpillFile> SpillFile::create() {
  std::error_code failure;
  const std::string folder = std::filesystem::temp_directory_path(failure).string();
  if (failure) return nullptr;
  int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor < 0) descriptor = open_and_unlink(folder + "/congbo-XXXXXX");
  return descriptor < 0 ? nullptr : std::make_shared<SpillFile>(descriptor);
}

SpillFile::~SpillFile() {
  ::close(descriptor_);
}

std::optional<SpillFile::Piece> SpillFile::put(std::string_view text) {
  const Piece piece{size_.fetch_add(text.size()), text.size()};
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t count =
        ::pwrite(descriptor_, text.data() + done, text.size() - done, static_cast<off_t>(piece.offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return std::nullopt;
    done += static_cast<std::size_t>(count);
  }
  return piece;
}

std::string SpillFile::take(Piece piece) const {
  std::string text(piece.size, '\0');
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t count =
        ::pread(descriptor_, text.data() + done, text.size() - done, static_cast<off_t>(piece.offset + done));
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) {
      failed_ = true;
      return {};
    }
    done += static_cast<std::size_t>(count);
  }
  return text;
}

}  // namespace congbo
