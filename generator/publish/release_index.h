// SPDX-License-Identifier: GPL-3.0-or-later
// What a tree holds, in a form that loads in a few milliseconds: <out>/.release/a.files beside the tree a. The manifest
// inside the tree says the same to people and other programs. A tree without an index is not trusted in anything.
//
// Form: fields that each end in a zero byte (no path can hold one): a signature, the facts of the release, the number
// of files, then for each file, sorted by path: path, hash, size, time of change in nanoseconds, reason, source.
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/publish/release.h"

namespace congbo::publish {

// Where the right bytes of a file were found, or that they had to be written.
enum class Origin { written, standby, shown };

struct TreeFile {
  PublishedFile file;
  std::int64_t modified = 0;  // of the inode that holds it; tells an edit by hand from our own writing
  Origin origin = Origin::written;
};

// Views into the index that gave it.
struct IndexedFile {
  std::string_view path, hash, reason, source;
  std::uint64_t size = 0;
  std::int64_t modified = 0;
};

class ReleaseIndex {
 public:
  ReleaseIndex() = default;
  // Nothing when `bytes` is not a whole index.
  static std::optional<ReleaseIndex> parse(std::string bytes);

  const IndexedFile* find(std::string_view path) const;
  const std::vector<IndexedFile>& files() const { return files_; }
  const ReleaseFacts& facts() const { return facts_; }

 private:
  std::unique_ptr<const std::string> bytes_;
  std::vector<IndexedFile> files_;
  ReleaseFacts facts_;
};

// `files` sorted by path.
std::string index_bytes(const ReleaseFacts& facts, const std::vector<TreeFile>& files);
std::string manifest_bytes(const ReleaseFacts& facts, const std::vector<TreeFile>& files);

}  // namespace congbo::publish
