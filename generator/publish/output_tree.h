// SPDX-License-Identifier: GPL-3.0-or-later
// One of the two trees of an output folder. Files come in as new inodes (or links to inodes of the shown tree) and are
// never changed in place, because an inode may be shared with the tree that is shown.
#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/result.h"
#include "generator/publish/disk.h"
#include "generator/publish/release_index.h"

namespace congbo::publish {

// Whether this release has put a file at a path, or anything below it.
using IsTaken = std::function<bool(std::string_view path)>;

enum class Flush { now, later };

class OutputTree {
 public:
  // `releases` is the open folder .release, `name` "a" or "b"; `shown_path` is what messages call the tree.
  OutputTree(int releases, std::string name, std::string message_path);

  // Whether it was there when this build began; one that was not has an empty index.
  bool existed() const { return existed_; }
  int folder() const { return folder_.get(); }
  const std::string& name() const { return name_; }
  // What the tree should hold; empty when it is not known, and then nothing in it is trusted.
  const ReleaseIndex& index() const { return index_; }

  // The entry of `path` when the tree has these bytes: the index says so and the inode is the one it speaks of.
  const IndexedFile* holds(const PublishedFile& file) const;
  bool is_intact(const IndexedFile& file) const;

  // From here on the tree is being changed: its index and manifest go first, so that a build that is killed leaves a
  // tree nobody trusts. Makes the folder when it is missing. May be called often and from several threads.
  Result<Done> begin_changes();

  // The three ways in; each gives the time of change of the inode. Missing folders are made; what an older release left
  // in the way is removed. A file of this release that would have to be a folder, or the other way round, is
  // "output-path-taken".
  Result<std::int64_t> write(const std::string& path, std::string_view bytes, const IsTaken& taken);
  Result<std::int64_t> link_from(const OutputTree& other, const IndexedFile& file, const IsTaken& taken);
  Result<std::int64_t> move_in(const std::string& file_path, const std::string& path, const IsTaken& taken);

  bool has_manifest() const;
  // Whether the tree holds any file, the manifest apart, for which `wanted` is false.
  bool has_others(const std::function<bool(std::string_view path)>& wanted) const;
  // Removes those files and the folders left empty. Gives the number of files.
  Result<std::size_t> prune(const std::function<bool(std::string_view path)>& wanted);

  // Replaces manifest and index; the tree is trusted from the next build on. Used on the shown tree too: both are
  // renamed into place. Only the manifest is flushed: an index that a power cut leaves broken is recognised and not
  // trusted.
  Result<Done> describe(const ReleaseFacts& facts, const std::vector<TreeFile>& files);
  // Until everything written so far is on the disk.
  Result<Done> make_durable() const;

 private:
  Result<Done> clear_way(const std::string& path, const IsTaken& taken);
  Result<Done> remove_folder(const std::string& path);
  Result<Done> make_folders(const std::string& path);
  Result<Done> place(const std::string& path, const IsTaken& taken, const std::function<bool()>& attempt);
  Result<Done> replace(int base, const std::string& path, std::string_view bytes, Flush flush);
  Diagnostic failure(const std::string& path, int error_number) const;

  int releases_;
  std::string name_, message_path_;
  Descriptor folder_;  // opened by begin_changes, under its lock, when the tree did not exist
  bool existed_ = false;
  ReleaseIndex index_;
  std::mutex changing_;
  std::atomic<bool> changed_{false};
};

}  // namespace congbo::publish
