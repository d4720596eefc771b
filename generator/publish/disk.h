// SPDX-License-Identifier: GPL-3.0-or-later
// Descriptors, whole writes and the words for what the disk refuses. Used inside publish only.
#pragma once
#include <sys/stat.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "generator/base/result.h"

namespace congbo::publish {

// Owns one open file or folder.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor() { close(); }
  int get() const { return number_; }
  bool open() const { return number_ >= 0; }
  int release();
  // False with errno set when the disk only now says that something is lost (network drives do).
  bool close();

 private:
  int number_;
};

// "disk-full" for ENOSPC, EDQUOT and EFBIG, else "output-not-writable". `error_number` is errno as the call left it.
Diagnostic disk_failure(const std::string& path, int error_number);

// Nanoseconds since 1970 at which the bytes of the file last changed.
std::int64_t modified_at(const struct stat& facts);

// Writes all of `bytes`; false with errno set when it could not.
bool write_all(int file, std::string_view bytes);

// All bytes of the file at `path` in `folder`, or nothing.
std::optional<std::string> read_all(int folder, const std::string& path);

// What the symlink `path` in `folder` says; empty when there is none.
std::string link_text(int folder, const std::string& path);

}  // namespace congbo::publish
