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

  const SnapshotEntries& entries() const override { return entries_; }
  Result<std::string> read(const SnapshotEntry& entry) const override {
    if (entry.symlink) return error("file-is-link", {entry.path}, {entry.path});
    return files_.read(root_ + entry.path);
  }

 private:
  const FileSystem& files_;
  std::string root_;  // empty, or ends with "/"
  SnapshotEntries entries_;
};

class InMemorySnapshot final : public Snapshot {
 public:
  explicit InMemorySnapshot(std::map<std::string, std::string> files) : files_(std::move(files)) {
    std::vector<SnapshotEntry> entries;
    entries.reserve(files_.size());
    for (const auto& [path, bytes] : files_) {
      SnapshotEntry entry;
      entry.path = path;
      entry.size = bytes.size();
      entry.fingerprint = git_blob_id(bytes);
      entries.push_back(std::move(entry));
    }
    entries_ = std::move(entries);
  }

  const SnapshotEntries& entries() const override { return entries_; }
  Result<std::string> read(const SnapshotEntry& entry) const override {
    const auto found = files_.find(entry.path);
    if (found == files_.end()) return error("file-not-found", {entry.path}, {entry.path});
    return found->second;
  }

 private:
  std::map<std::string, std::string> files_;
  SnapshotEntries entries_;
};

bool is_before(const SnapshotEntry* entry, std::string_view path) {
  return entry->path < path;
}

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

SnapshotEntries::SnapshotEntries(std::vector<SnapshotEntry> sorted) {
  if (sorted.empty()) return;
  const auto held = std::make_shared<const std::vector<SnapshotEntry>>(std::move(sorted));
  all_.reserve(held->size());
  for (const SnapshotEntry& entry : *held) all_.push_back(&entry);
  held_ = {held};
}

SnapshotEntries::Pointers SnapshotEntries::starting_with(std::string_view path_begins) const {
  const auto first = std::lower_bound(all_.begin(), all_.end(), path_begins, is_before);
  const auto last = std::partition_point(
      first, all_.end(), [&](const SnapshotEntry* entry) { return entry->path.starts_with(path_begins); });
  return {first, last};
}

const SnapshotEntry* SnapshotEntries::find(std::string_view path) const {
  const auto at = std::lower_bound(all_.begin(), all_.end(), path, is_before);
  return at != all_.end() && (*at)->path == path ? *at : nullptr;
}

SnapshotEntries SnapshotEntries::with(std::vector<SnapshotEntry> written, const std::vector<std::string>& gone) const {
  SnapshotEntries own(std::move(written));
  SnapshotEntries all;
  all.all_.reserve(size() + own.size());
  auto from = all_.begin();
  const auto copy_until = [&](std::string_view path) {
    const auto until = std::lower_bound(from, all_.end(), path, is_before);
    all.all_.insert(all.all_.end(), from, until);
    from = until != all_.end() && (*until)->path == path ? until + 1 : until;
  };
  auto taken = gone.begin();
  for (const SnapshotEntry* entry : own.all_) {
    for (; taken != gone.end() && *taken < entry->path; ++taken) copy_until(*taken);
    copy_until(entry->path);
    all.all_.push_back(entry);
  }
  for (; taken != gone.end(); ++taken) copy_until(*taken);
  all.all_.insert(all.all_.end(), from, all_.end());
  all.held_ = held_;
  all.held_.insert(all.held_.end(), own.held_.begin(), own.held_.end());
  return all;
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
