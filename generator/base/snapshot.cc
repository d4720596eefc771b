// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/snapshot.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "generator/base/content_hash.h"
#include "generator/base/parallel_for.h"

namespace congbo {
namespace {

class FolderSnapshot final : public Snapshot {
 public:
  FolderSnapshot(const FileSystem& files, std::string root, std::vector<SnapshotEntry> entries)
      : files_(files), root_(std::move(root)), entries_(std::move(entries)) {}

  const std::vector<SnapshotEntry>& entries() const override { return entries_; }
  Result<std::string> read(const SnapshotEntry& entry) const override {
    if (entry.symlink) return error("file-is-link", {entry.path}, {entry.path});
    return files_.read(root_ + entry.path);
  }

 private:
  const FileSystem& files_;
  std::string root_;  // empty, or ends with "/"
  std::vector<SnapshotEntry> entries_;
};

class InMemorySnapshot final : public Snapshot {
 public:
  explicit InMemorySnapshot(std::map<std::string, std::string> files) : files_(std::move(files)) {
    entries_.reserve(files_.size());
    for (const auto& [path, bytes] : files_) {
      SnapshotEntry entry;
      entry.path = path;
      entry.size = bytes.size();
      entry.fingerprint = git_blob_id(bytes);
      entries_.push_back(std::move(entry));
    }
  }

  const std::vector<SnapshotEntry>& entries() const override { return entries_; }
  Result<std::string> read(const SnapshotEntry& entry) const override {
    const auto found = files_.find(entry.path);
    if (found == files_.end()) return error("file-not-found", {entry.path}, {entry.path});
    return found->second;
  }

 private:
  std::map<std::string, std::string> files_;
  std::vector<SnapshotEntry> entries_;
};

SnapshotEntry entry_of(const std::string& folder, FileEntry&& file) {
  SnapshotEntry entry;
  entry.path = folder + "/" + file.path;
  entry.size = file.size;
  char digits[16];
  const auto written = std::to_chars(std::begin(digits), std::end(digits), file.stamp, 36);
  entry.fingerprint.assign(digits, written.ptr);  // short enough to need no memory of its own
  entry.symlink = file.symlink;
  return entry;
}

// The path on a line "-- path --", or nothing.
std::string_view marked_path(std::string_view line) {
  constexpr std::string_view before = "-- ";
  constexpr std::string_view after = " --";
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  if (line.size() <= before.size() + after.size()) return {};
  if (line.substr(0, before.size()) != before || line.substr(line.size() - after.size()) != after) return {};
  return line.substr(before.size(), line.size() - before.size() - after.size());
}

}  // namespace

const SnapshotEntry* Snapshot::find(const std::string& path) const {
  const std::vector<SnapshotEntry>& all = entries();
  const auto at =
      std::lower_bound(all.begin(), all.end(), path,
                       [](const SnapshotEntry& entry, const std::string& wanted) { return entry.path < wanted; });
  return at != all.end() && at->path == path ? &*at : nullptr;
}

Result<std::unique_ptr<Snapshot>> folder_snapshot(const FileSystem& files, const std::string& root) {
  const std::string base = root.empty() || root.back() == '/' ? root : root + "/";
  std::vector<SnapshotEntry> entries;
  for (const std::string folder : {"content", "layouts"}) {
    // A portal without own layouts has the shipped look; one without content is a wrong --source.
    if (folder == "layouts" && !files.exists(base + folder)) continue;
    CONGBO_TRY(std::vector<FileEntry> listed, files.list(base + folder));
    const std::size_t first = entries.size();
    entries.resize(first + listed.size());
    parallel_for(
        listed.size(), 0, [&](std::size_t i) { entries[first + i] = entry_of(folder, std::move(listed[i])); }, 256);
  }
  return std::unique_ptr<Snapshot>(std::make_unique<FolderSnapshot>(files, base, std::move(entries)));
}

std::unique_ptr<Snapshot> memory_snapshot(std::map<std::string, std::string> files) {
  return std::make_unique<InMemorySnapshot>(std::move(files));
}

std::map<std::string, std::string> files_from_text(std::string_view text) {
  std::map<std::string, std::string> files;
  std::string* current = nullptr;
  while (!text.empty()) {
    const std::size_t length = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, length);
    const std::string_view bare = line.back() == '\n' ? line.substr(0, line.size() - 1) : line;
    if (const std::string_view path = marked_path(bare); !path.empty()) {
      current = &files[std::string(path)];
    } else if (current != nullptr) {
      current->append(line);
    }
    text.remove_prefix(length);
  }
  return files;
}

}  // namespace congbo
