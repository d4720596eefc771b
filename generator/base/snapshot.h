// SPDX-License-Identifier: GPL-3.0-or-later
// The content of a portal's repository at one moment: a work folder, memory, or a git tree without checkout
// (provenance). Building, previewing and comparing all read through this and nothing else.
#pragma once
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
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

// Entries sorted bytewise by path. Copies, and lists that differ in a few, have the same entries at the same addresses:
// entries at one address are one entry.
class SnapshotEntries {
 public:
  using Pointers = std::span<const SnapshotEntry* const>;

  class Iterator {
   public:
    using value_type = SnapshotEntry;
    using difference_type = std::ptrdiff_t;
    explicit Iterator(const SnapshotEntry* const* at = nullptr) : at_(at) {}
    const SnapshotEntry& operator*() const { return **at_; }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    Iterator operator++(int) { return Iterator(at_++); }
    bool operator==(const Iterator&) const = default;

   private:
    const SnapshotEntry* const* at_;
  };

  SnapshotEntries() = default;
  SnapshotEntries(std::vector<SnapshotEntry> sorted);  // NOLINT: a list is one

  std::size_t size() const { return all_.size(); }
  bool empty() const { return all_.empty(); }
  const SnapshotEntry& operator[](std::size_t number) const { return *all_[number]; }
  Iterator begin() const { return Iterator(all_.data()); }
  Iterator end() const { return Iterator(all_.data() + all_.size()); }
  Pointers pointers() const { return all_; }

  const SnapshotEntry* find(std::string_view path) const;      // null where there is none
  Pointers starting_with(std::string_view path_begins) const;  // "content/_site/types/"
  // These without `gone`, and with `written` instead of what stood at their paths; both sorted by path.
  SnapshotEntries with(std::vector<SnapshotEntry> written, const std::vector<std::string>& gone = {}) const;

 private:
  std::vector<const SnapshotEntry*> all_;
  std::vector<std::shared_ptr<const std::vector<SnapshotEntry>>> held_;  // where they are
};

class Snapshot {
 public:
  virtual ~Snapshot() = default;
  virtual const SnapshotEntries& entries() const = 0;
  // The bytes of an entry; may be called from several threads at once.
  virtual Result<std::string> read(const SnapshotEntry& entry) const = 0;
  // The commit it shows, 40 hexadecimal digits; empty for a folder outside git, memory, or a work folder with changes.
  virtual std::string commit() const { return {}; }

  // The entry of that path, or null.
  const SnapshotEntry* find(std::string_view path) const { return entries().find(path); }
};

// A folder on disk (or any FileSystem), listed now. Hidden folders, `layouts` excepted, and everything outside
// `content/` and `layouts/` is left out.
Result<std::unique_ptr<Snapshot>> folder_snapshot(const FileSystem& files, const std::string& root);

std::unique_ptr<Snapshot> memory_snapshot(std::map<std::string, std::string> files);

// For tests and examples: one text that holds many files, each after a line "-- path --".
std::map<std::string, std::string> files_from_text(std::string_view text);

}  // namespace congbo
