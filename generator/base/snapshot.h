// SPDX-License-Identifier: GPL-3.0-or-later
// The content of a portal's repository at one moment: a work folder, memory, or a git tree without checkout
// (provenance). Building, previewing and comparing all read through this and nothing else.
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "generator/base/file_system.h"
#include "generator/base/result.h"

namespace congbo {

struct SnapshotEntry {
  std::string path;        // from the root of the portal's repository: "content/tin-tuc/a.md"
  std::uint64_t size = 0;  // bytes; 0 where the source cannot say without reading (git)
  std::string
      fingerprint;       // equal fingerprint and path mean equal bytes within one process (blob id, or a file's stamp)
  bool symlink = false;  // never followed
};

class Snapshot {
 public:
  virtual ~Snapshot() = default;
  // All files, sorted bytewise by path.
  virtual const std::vector<SnapshotEntry>& entries() const = 0;
  // The bytes of an entry; may be called from several threads at once.
  virtual Result<std::string> read(const SnapshotEntry& entry) const = 0;
  // The commit it shows, 40 hexadecimal digits; empty for a folder outside git, memory, or a work folder with changes.
  virtual std::string commit() const { return {}; }

  // The entry of that path, or null.
  const SnapshotEntry* find(const std::string& path) const;
};

// A folder on disk (or any FileSystem), listed now. Hidden folders, `layouts` excepted, and everything outside
// `content/` and `layouts/` is left out.
Result<std::unique_ptr<Snapshot>> folder_snapshot(const FileSystem& files, const std::string& root);

std::unique_ptr<Snapshot> memory_snapshot(std::map<std::string, std::string> files);

// For tests and examples: one text that holds many files, each after a line "-- path --".
std::map<std::string, std::string> files_from_text(std::string_view text);

}  // namespace congbo
