// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/work_folder.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "generator/base/content_hash.h"
#include "generator/base/file_system.h"
#include "generator/provenance/tree_listing.h"

namespace congbo::provenance {
namespace {

enum class Look { same, differs };

struct Moment {
  std::int64_t seconds = 0;
  std::int64_t nanoseconds = 0;
  auto operator<=>(const Moment&) const = default;
};

Moment moment_of(const git_index_time& time) {
  return {time.seconds, time.nanoseconds};
}
Moment moment_of(const struct timespec& time) {
  return {time.tv_sec, time.tv_nsec};
}

// The index keeps the low 32 bits of the inode and of the size.
bool is_remembered(const git_index_entry& entry, const struct stat& facts) {
  return moment_of(entry.mtime) == moment_of(facts.st_mtim) && moment_of(entry.ctime) == moment_of(facts.st_ctim) &&
         entry.ino == static_cast<std::uint32_t>(facts.st_ino) &&
         entry.file_size == static_cast<std::uint32_t>(facts.st_size);
}

class Comparison {
 public:
  Comparison(const RepositoryPlace& place, std::vector<SnapshotEntry> entries)
      : place_(place), base_(place.root + "/" + place.prefix), entries_(std::move(entries)) {}

  Result<WorkFolderState> run() {
    git_index* opened = nullptr;
    if (git_repository_index(&opened, place_.handle.get()) < 0) return git_failure(place_.root);
    const IndexPtr index(opened);
    collect_tracked(index.get());
    if (!index_equals_head()) return WorkFolderState{};
    if (!all_files_equal(index.get())) {
      CONGBO_TRY(const bool clean, git_finds_nothing());
      if (!clean) return WorkFolderState{};
    }
    if (has_untracked()) return WorkFolderState{};
    return WorkFolderState{true, std::move(entries_)};
  }

 private:
  void collect_tracked(git_index* index) {
    tracked_.reserve(entries_.size());
    for (const char* folder : source_folders) {
      const std::string start = place_.prefix + folder + "/";
      std::size_t at = 0;
      if (git_index_find_prefix(&at, index, start.c_str()) != 0) continue;
      for (const git_index_entry* entry = git_index_get_byindex(index, at); entry;
           entry = git_index_get_byindex(index, ++at)) {
        if (!std::string_view(entry->path).starts_with(start)) break;
        if (entry->mode != GIT_FILEMODE_COMMIT && is_source_path(relative(entry))) tracked_.push_back(entry);
      }
    }
  }

  std::string_view relative(const git_index_entry* entry) const {
    return std::string_view(entry->path).substr(place_.prefix.size());
  }

  bool index_equals_head() const {
    return std::equal(tracked_.begin(), tracked_.end(), entries_.begin(), entries_.end(),
                      [this](const git_index_entry* staged, const SnapshotEntry& committed) {
                        return git_index_entry_stage(staged) == 0 && relative(staged) == committed.path &&
                               (staged->mode == GIT_FILEMODE_LINK) == committed.symlink &&
                               git_oid_streq(&staged->id, committed.fingerprint.c_str()) == 0;
                      });
  }

  bool all_files_equal(git_index* index) {
    struct stat facts {};
    const char* index_file = git_index_path(index);
    const bool known = index_file && ::stat(index_file, &facts) == 0;
    index_written_ = known ? moment_of(facts.st_mtim) : Moment{};
    for (std::size_t i = 0; i < tracked_.size(); ++i) {
      if (look_at(*tracked_[i], entries_[i]) == Look::differs) return false;
    }
    return true;
  }

  Look look_at(const git_index_entry& staged, SnapshotEntry& entry) {
    const std::string path = base_ + entry.path;
    struct stat facts {};
    if (::lstat(path.c_str(), &facts) != 0 || S_ISLNK(facts.st_mode) != entry.symlink) return Look::differs;
    entry.size = static_cast<std::uint64_t>(facts.st_size);
    if (is_remembered(staged, facts) && moment_of(staged.mtime) < index_written_) return Look::same;
    if (entry.symlink) return link_says(path, entry.fingerprint) ? Look::same : Look::differs;
    const auto bytes = disk_->read(path);
    return bytes && git_blob_id(*bytes) == entry.fingerprint ? Look::same : Look::differs;
  }

  static bool link_says(const std::string& path, const std::string& id) {
    std::error_code failed;
    const std::string target = std::filesystem::read_symlink(path, failed).string();
    return !failed && git_blob_id(target) == id;
  }

  Result<bool> git_finds_nothing() {
    std::string first = place_.prefix + source_folders[0], second = place_.prefix + source_folders[1];
    char* paths[] = {first.data(), second.data()};
    git_status_options options = GIT_STATUS_OPTIONS_INIT;
    options.flags = GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH;
    options.pathspec = {paths, 2};
    git_status_list* opened = nullptr;
    if (git_status_list_new(&opened, place_.handle.get(), &options) < 0) return git_failure(place_.root);
    return git_status_list_entrycount(StatusPtr(opened).get()) == 0;
  }

  // A folder that cannot be read may hold anything, so it counts as a change.
  bool has_untracked() const {
    for (const char* folder : source_folders) {
      std::error_code failed, ignored;
      std::filesystem::recursive_directory_iterator walk(base_ + folder, failed), end;
      if (failed == std::errc::no_such_file_or_directory) continue;
      for (; !failed && walk != end; walk.increment(failed)) {
        const bool below = !walk->is_symlink(ignored) && walk->is_directory(ignored);
        if (below && walk->path().filename().native().front() == '.') walk.disable_recursion_pending();
        if (!below && is_untracked(walk->path().native().substr(base_.size()))) return true;
      }
      if (failed) return true;
    }
    return false;
  }

  bool is_untracked(const std::string& path) const {
    const auto at =
        std::lower_bound(entries_.begin(), entries_.end(), path,
                         [](const SnapshotEntry& entry, const std::string& wanted) { return entry.path < wanted; });
    if (at != entries_.end() && at->path == path) return false;
    int ignored = 0;
    return git_ignore_path_is_ignored(&ignored, place_.handle.get(), (place_.prefix + path).c_str()) != 0 ||
           ignored == 0;
  }

  const RepositoryPlace& place_;
  std::string base_;
  std::vector<SnapshotEntry> entries_;
  std::vector<const git_index_entry*> tracked_;
  Moment index_written_;
  std::unique_ptr<FileSystem> disk_ = real_file_system();
};

}  // namespace

Result<WorkFolderState> compare_work_folder(const RepositoryPlace& place, git_commit* head) {
  CONGBO_TRY(std::vector<SnapshotEntry> entries, list_source(head, place.prefix));
  return Comparison(place, std::move(entries)).run();
}

}  // namespace congbo::provenance
