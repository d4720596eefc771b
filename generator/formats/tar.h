// SPDX-License-Identifier: GPL-3.0-or-later
// Tar files as every tool reads them (POSIX ustar; a pax header where a name or a size needs one). Owner, mode and time
// are always the same, so equal files give equal bytes (ARC-01).
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace congbo::formats {

// What stands before a file's bytes. `path` is relative, without "..", at most 16 kB.
std::string tar_header(std::string_view path, std::uint64_t size);
// What follows them: zeros up to the next block of 512 bytes.
std::string tar_padding(std::uint64_t size);
// What stands after the last file.
std::string tar_end();

struct TarEntry {
  std::string path;
  std::string_view bytes;  // of the text that is read
};

// Reads what the functions above write and nothing else: any other header, a path that leaves the folder, a size beyond
// the end, bytes that are not zero where zeros belong are faults. Needs no memory but for the path.
class TarReader {
 public:
  explicit TarReader(std::string_view archive) : archive_(archive) {}
  // The next file; false at the end and at a fault.
  bool next(TarEntry& entry);
  // After next() was false: whether the archive ended as it should.
  bool whole() const { return whole_; }
  // Bytes that were understood.
  std::size_t position() const { return position_; }

 private:
  bool read_end();

  std::string_view archive_;
  std::size_t position_ = 0;
  bool whole_ = false;
};

}  // namespace congbo::formats
