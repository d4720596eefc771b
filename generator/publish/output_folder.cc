// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/publish/output_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "generator/publish/folder_walk.h"

namespace congbo::publish {
namespace {

constexpr int folder_mode = 0755;
constexpr auto work_name = "work";

std::string part_target(const std::string& part) {
  return ".release/current/" + part;
}

// Ours is a link with exactly our target; anything else under the name belongs to somebody.
bool is_free_or_ours(int out, const std::string& part) {
  struct stat facts {};
  if (::fstatat(out, part.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0) return true;
  return S_ISLNK(facts.st_mode) && link_text(out, part) == part_target(part);
}

Result<Descriptor> open_out(const std::string& out) {
  std::error_code failed;
  std::filesystem::create_directories(out, failed);
  if (failed) return disk_failure(out, failed.value());
  Descriptor folder(::open(out.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!folder.open()) return disk_failure(out, errno);
  return folder;
}

Result<Done> refuse_foreign(int out, const std::string& path) {
  for (const char* part : {"public", "private"}) {
    if (!is_free_or_ours(out, part)) return error("output-foreign", {}, {path + "/" + part});
  }
  struct stat facts {};
  const bool taken = ::fstatat(out, ".release", &facts, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISDIR(facts.st_mode);
  if (taken) return error("output-foreign", {}, {path + "/.release"});
  return Done{};
}

Result<Descriptor> take_lock(int releases, const std::string& path, const std::string& out) {
  Descriptor lock(::openat(releases, "lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (!lock.open()) return disk_failure(path + "/lock", errno);
  if (::flock(lock.get(), LOCK_EX | LOCK_NB) == 0) return lock;
  if (errno == EWOULDBLOCK) return error("output-locked", {}, {out});
  return disk_failure(path + "/lock", errno);
}

}  // namespace

Result<OutputFolder> OutputFolder::open(const std::string& out) {
  OutputFolder folder;
  CONGBO_TRY(folder.out_, open_out(out));
  CONGBO_TRY([[maybe_unused]] Done ours, refuse_foreign(folder.out_.get(), out));
  folder.path_ = out + "/.release";
  if (::mkdirat(folder.out_.get(), ".release", folder_mode) != 0 && errno != EEXIST)
    return disk_failure(folder.path_, errno);
  folder.releases_ =
      Descriptor(::openat(folder.out_.get(), ".release", O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
  if (!folder.releases_.open()) return disk_failure(folder.path_, errno);
  CONGBO_TRY(folder.lock_, take_lock(folder.releases(), folder.path_, out));
  folder.remove_work();
  const std::string current = link_text(folder.releases(), "current");
  folder.shown_ = current == "a" || current == "b" ? current : std::string("none");
  folder.standby_ = std::string(1, folder.shown_ == "a" ? 'b' : 'a');
  return folder;
}

OutputFolder::~OutputFolder() {
  if (lock_.open()) remove_work();
}

void OutputFolder::remove_work() const {
  std::error_code ignored;
  std::filesystem::remove_all(path_ + "/" + work_name, ignored);
}

Result<std::string> OutputFolder::work_folder() {
  if (::mkdirat(releases(), work_name, folder_mode) != 0 && errno != EEXIST)
    return disk_failure(path_ + "/" + work_name, errno);
  return path_ + "/" + work_name;
}

Result<Done> OutputFolder::link_parts() {
  for (const char* part : {"public", "private"}) {
    if (!is_free_or_ours(out_.get(), part)) return error("output-foreign", {}, {part});
    if (::symlinkat(part_target(part).c_str(), out_.get(), part) != 0 && errno != EEXIST)
      return disk_failure(part, errno);
  }
  return Done{};
}

Result<Done> OutputFolder::switch_to(const std::string& tree) {
  CONGBO_TRY([[maybe_unused]] Done linked, link_parts());
  (void)::unlinkat(releases(), "next", 0);
  if (::symlinkat(tree.c_str(), releases(), "next") != 0) return disk_failure(path_ + "/next", errno);
  if (::renameat(releases(), "next", releases(), "current") != 0) return disk_failure(path_ + "/current", errno);
  // A failure here is no failure of the release: it is shown, and the disk will catch up.
  (void)::fsync(releases());
  (void)::fsync(out_.get());
  return Done{};
}

}  // namespace congbo::publish
