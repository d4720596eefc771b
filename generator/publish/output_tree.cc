// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/publish/output_tree.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "generator/base/parallel_for.h"
#include "generator/publish/folder_walk.h"

namespace congbo::publish {
namespace {

constexpr int file_mode = 0644;
constexpr int folder_mode = 0755;
constexpr auto manifest_path = "private/manifest.json";
constexpr int open_new_file = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW;

Descriptor open_folder(int base, const std::string& path) {
  return Descriptor(::openat(base, path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
}

std::int64_t modified_at_path(int folder, const std::string& path) {
  struct stat facts {};
  return ::fstatat(folder, path.c_str(), &facts, AT_SYMLINK_NOFOLLOW) == 0 ? modified_at(facts) : 0;
}

}  // namespace

OutputTree::OutputTree(int releases, std::string name, std::string message_path)
    : releases_(releases),
      name_(std::move(name)),
      message_path_(std::move(message_path)),
      folder_(open_folder(releases, name_)) {
  existed_ = folder_.open();
  if (!existed_) return;
  auto bytes = read_all(releases_, name_ + ".files");
  auto index = bytes ? ReleaseIndex::parse(std::move(*bytes)) : std::nullopt;
  if (index) index_ = std::move(*index);
}

Diagnostic OutputTree::failure(const std::string& path, int error_number) const {
  return disk_failure(message_path_ + "/" + path, error_number);
}

const IndexedFile* OutputTree::holds(const PublishedFile& file) const {
  const IndexedFile* known = index_.find(file.path);
  if (!known || known->size != file.size || known->hash != file.hash) return nullptr;
  return is_intact(*known) ? known : nullptr;
}

// Somebody may have edited or deleted the file since; the time of change and the size tell without reading it.
bool OutputTree::is_intact(const IndexedFile& file) const {
  struct stat facts {};
  // An indexed path is followed by a zero byte: it may be used as a C string.
  return ::fstatat(folder(), file.path.data(), &facts, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(facts.st_mode) &&
         static_cast<std::uint64_t>(facts.st_size) == file.size && modified_at(facts) == file.modified;
}

Result<Done> OutputTree::begin_changes() {
  if (changed_.load(std::memory_order_acquire)) return Done{};
  const std::lock_guard lock(changing_);
  if (changed_.load(std::memory_order_relaxed)) return Done{};
  if (::unlinkat(releases_, (name_ + ".files").c_str(), 0) != 0 && errno != ENOENT) return failure(".files", errno);
  if (!folder_.open()) {
    if (::mkdirat(releases_, name_.c_str(), folder_mode) != 0 && errno != EEXIST) return failure("", errno);
    folder_ = open_folder(releases_, name_);
    if (!folder_.open()) return failure("", errno);
  }
  for (const char* part : {"public", "private"}) {
    if (::mkdirat(folder(), part, folder_mode) != 0 && errno != EEXIST) return failure(part, errno);
  }
  if (::unlinkat(folder(), manifest_path, 0) != 0 && errno != ENOENT) return failure(manifest_path, errno);
  changed_.store(true, std::memory_order_release);
  return Done{};
}

Result<std::int64_t> OutputTree::write(const std::string& path, std::string_view bytes, const IsTaken& taken) {
  Descriptor file;
  CONGBO_TRY([[maybe_unused]] Done placed, place(path, taken, [&] {
               file = Descriptor(::openat(folder(), path.c_str(), open_new_file, file_mode));
               return file.open();
             }));
  struct stat facts {};
  if (!write_all(file.get(), bytes) || ::fstat(file.get(), &facts) != 0 || !file.close()) return failure(path, errno);
  return modified_at(facts);
}

Result<std::int64_t> OutputTree::link_from(const OutputTree& other, const IndexedFile& file, const IsTaken& taken) {
  const std::string path(file.path);
  int refused = 0;
  CONGBO_TRY([[maybe_unused]] Done placed, place(path, taken, [&] {
               if (::linkat(other.folder(), path.c_str(), folder(), path.c_str(), 0) == 0) return true;
               // Disks without hard links: a copy does.
               if (errno == EPERM || errno == EOPNOTSUPP || errno == EXDEV || errno == EMLINK) refused = errno;
               return refused != 0;
             }));
  if (refused == 0) return file.modified;
  const auto bytes = read_all(other.folder(), path);
  if (!bytes) return failure(path, EIO);
  return write(path, *bytes, taken);
}

Result<std::int64_t> OutputTree::move_in(const std::string& file_path, const std::string& path, const IsTaken& taken) {
  CONGBO_TRY([[maybe_unused]] Done placed,
             place(path, taken, [&] { return ::renameat(AT_FDCWD, file_path.c_str(), folder(), path.c_str()) == 0; }));
  return modified_at_path(folder(), path);
}

// Tries, makes the missing folders, tries, removes what stands in the way, tries.
Result<Done> OutputTree::place(const std::string& path, const IsTaken& taken, const std::function<bool()>& attempt) {
  constexpr int attempts = 4;
  for (int i = 0; i < attempts; ++i) {
    if (attempt()) return Done{};
    const int refused = errno;
    if (refused == ENOENT) {
      CONGBO_TRY([[maybe_unused]] Done made, make_folders(path));
    } else if (refused == EEXIST || refused == ENOTDIR || refused == EISDIR || refused == ENOTEMPTY) {
      CONGBO_TRY([[maybe_unused]] Done cleared, clear_way(path, taken));
    } else {
      return failure(path, refused);
    }
  }
  return failure(path, EEXIST);
}

Result<Done> OutputTree::make_folders(const std::string& path) {
  for (std::size_t at = path.find('/'); at != std::string::npos; at = path.find('/', at + 1)) {
    const std::string parent = path.substr(0, at);
    if (::mkdirat(folder(), parent.c_str(), folder_mode) == 0 || errno == EEXIST) continue;
    if (errno != ENOTDIR) return failure(parent, errno);
    break;  // a stale file further up: the caller's next attempt meets ENOTDIR too
  }
  return Done{};
}

Result<Done> OutputTree::clear_way(const std::string& path, const IsTaken& taken) {
  for (std::size_t at = path.find('/'); at != std::string::npos; at = path.find('/', at + 1)) {
    const std::string parent = path.substr(0, at);
    struct stat facts {};
    if (::fstatat(folder(), parent.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0) return make_folders(path);
    if (S_ISDIR(facts.st_mode)) continue;
    if (taken(parent)) return error("output-path-taken", {}, {path, parent});
    if (::unlinkat(folder(), parent.c_str(), 0) != 0) return failure(parent, errno);
    return make_folders(path);
  }
  // A file where a file goes: an older release's (a path put twice is found by Release::show).
  if (::unlinkat(folder(), path.c_str(), 0) == 0 || errno == ENOENT) return Done{};
  if (errno != EISDIR) return failure(path, errno);
  if (taken(path)) return error("output-path-taken", {}, {path, path});
  return remove_folder(path);
}

Result<Done> OutputTree::remove_folder(const std::string& path) {
  const FolderListing listing = walk_folder(folder(), path);
  for (const std::string& file : listing.files) {
    if (::unlinkat(folder(), file.c_str(), 0) != 0 && errno != ENOENT) return failure(file, errno);
  }
  for (auto inner = listing.folders.rbegin(); inner != listing.folders.rend(); ++inner) {
    if (::unlinkat(folder(), inner->c_str(), AT_REMOVEDIR) != 0) return failure(*inner, errno);
  }
  if (::unlinkat(folder(), path.c_str(), AT_REMOVEDIR) != 0) return failure(path, errno);
  return Done{};
}

bool OutputTree::has_manifest() const {
  return ::faccessat(folder(), manifest_path, F_OK, 0) == 0;
}

bool OutputTree::has_others(const std::function<bool(std::string_view path)>& wanted) const {
  const FolderListing listing = walk_folder(folder(), "");
  return std::any_of(listing.files.begin(), listing.files.end(),
                     [&](const std::string& file) { return file != manifest_path && !wanted(file); });
}

Result<std::size_t> OutputTree::prune(const std::function<bool(std::string_view path)>& wanted) {
  if (!existed_) return std::size_t{0};  // all that is in it was put there now
  const FolderListing listing = walk_folder(folder(), "");
  std::size_t pruned = 0;
  for (const std::string& file : listing.files) {
    if (file == manifest_path || wanted(file)) continue;
    if (::unlinkat(folder(), file.c_str(), 0) != 0 && errno != ENOENT) return failure(file, errno);
    ++pruned;
  }
  const bool trusted = !index_.files().empty();
  if (pruned == 0 && trusted) return pruned;
  for (auto inner = listing.folders.rbegin(); inner != listing.folders.rend(); ++inner) {
    const bool part = inner->find('/') == std::string::npos;
    if (!part) (void)::unlinkat(folder(), inner->c_str(), AT_REMOVEDIR);  // refused while it holds anything: as meant
  }
  return pruned;
}

Result<Done> OutputTree::replace(int base, const std::string& path, std::string_view bytes, Flush flush) {
  const std::string temporary = name_ + ".new";
  {
    Descriptor file(::openat(releases_, temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, file_mode));
    if (!file.open() || !write_all(file.get(), bytes)) return failure(path, errno);
    if ((flush == Flush::now && ::fsync(file.get()) != 0) || !file.close()) return failure(path, errno);
  }
  if (::renameat(releases_, temporary.c_str(), base, path.c_str()) != 0) return failure(path, errno);
  return Done{};
}

Result<Done> OutputTree::describe(const ReleaseFacts& facts, const std::vector<TreeFile>& files) {
  std::string manifest, index;
  parallel_for(
      2, 2, [&](std::size_t i) { (i == 0 ? manifest : index) = (i == 0 ? manifest_bytes : index_bytes)(facts, files); },
      1);
  CONGBO_TRY([[maybe_unused]] Done replaced, replace(folder(), manifest_path, manifest, Flush::now));
  return replace(releases_, name_ + ".files", index, Flush::later);
}

Result<Done> OutputTree::make_durable() const {
  if (::syncfs(folder()) != 0) return failure("", errno);
  return Done{};
}

}  // namespace congbo::publish
