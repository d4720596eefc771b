// SPDX-License-Identifier: GPL-3.0-or-later
// The narrow door to the disk, so that everything above can be tested in memory, with failures on demand.
// Paths are UTF-8, "/" between folders. Every failure is a Diagnostic with code "file-…" that names the path.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/result.h"

namespace congbo {

struct FileEntry {
  std::string path;  // relative to the folder that was listed
  std::uint64_t size = 0;
  bool symlink = false;     // listed, never followed
  std::uint64_t stamp = 0;  // changes when the file may have changed (inode, size, times); never leaves this process
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;
  virtual Result<std::string> read(const std::string& path) const = 0;
  // Every file below `folder`, sorted bytewise by path; folders starting with "." are left out.
  virtual Result<std::vector<FileEntry>> list(const std::string& folder) const = 0;
  virtual bool exists(const std::string& path) const = 0;
  // Whole or not at all: written beside the target, then renamed. Makes the folders that are missing.
  virtual Result<Done> write(const std::string& path, std::string_view bytes) = 0;
  virtual Result<Done> rename(const std::string& from, const std::string& to) = 0;
  virtual Result<Done> remove(const std::string& path) = 0;  // one file; a missing one is no failure
};

std::unique_ptr<FileSystem> real_file_system();

// For tests: a map of paths; writing to a path in `failing` fails with "file-no-space".
class MemoryFileSystem final : public FileSystem {
 public:
  MemoryFileSystem() = default;
  explicit MemoryFileSystem(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  Result<std::string> read(const std::string& path) const override;
  Result<std::vector<FileEntry>> list(const std::string& folder) const override;
  bool exists(const std::string& path) const override;
  Result<Done> write(const std::string& path, std::string_view bytes) override;
  Result<Done> rename(const std::string& from, const std::string& to) override;
  Result<Done> remove(const std::string& path) override;

  std::vector<std::string> failing;
  const std::map<std::string, std::string>& files() const { return files_; }

 private:
  std::map<std::string, std::string> files_;
  std::shared_ptr<std::mutex> mutex_ = std::make_shared<std::mutex>();  // each call is safe from several threads
};

// Whether a relative path stays below the folder it is relative to, by names alone; absolute paths do not.
bool stays_inside(std::string_view relative_path);
// "a/b/../c" → "a/c" (by names alone); keeps leading ".." that cannot be resolved. No "/" at the end; "a/.." is empty.
std::string normalize_path(std::string_view path);

}  // namespace congbo
