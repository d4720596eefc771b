// SPDX-License-Identifier: GPL-3.0-or-later
// The disk, by POSIX calls: std::filesystem costs a stat and a path object more for each of 10,000 files.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "generator/base/descriptor.h"
#include "generator/base/file_system.h"
#include "generator/base/parallel_for.h"

namespace congbo {
namespace {

constexpr std::uint64_t largest_read = std::uint64_t{1}
                                       << 31;  // bytes; a video may be large, a mistake shall not eat memory
constexpr int tries_for_a_name = 100;

struct CloseFolder {
  void operator()(DIR* folder) const noexcept { ::closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

std::string reason(int code) {
  return std::error_code(code, std::generic_category()).message();
}

Diagnostic read_failure(const std::string& path, int code) {
  if (code == ENOENT || code == ENOTDIR) return error("file-not-found", {path}, {path});
  return error("file-not-readable", {path}, {path, reason(code)});
}

Diagnostic write_failure(const std::string& path, int code) {
  if (code == ENOSPC || code == EDQUOT) return error("file-no-space", {path}, {path});
  return error("file-not-writable", {path}, {path, reason(code)});
}

std::uint64_t mix(std::uint64_t seed, std::uint64_t value) {
  seed ^= value + 0x9E3779B97F4A7C15ULL + (seed << 6) + (seed >> 2);
  seed *= 0xFF51AFD7ED558CCDULL;
  return seed ^ (seed >> 33);
}

std::uint64_t stamp_of(const struct stat& facts) {
  std::uint64_t stamp = mix(0, static_cast<std::uint64_t>(facts.st_ino));
  stamp = mix(stamp, static_cast<std::uint64_t>(facts.st_size));
  for (const struct timespec& time : {facts.st_mtim, facts.st_ctim}) {
    stamp = mix(stamp, static_cast<std::uint64_t>(time.tv_sec));
    stamp = mix(stamp, static_cast<std::uint64_t>(time.tv_nsec));
  }
  return stamp;
}

// Reads until the end, whatever size was expected: the file may be growing. Fewer bytes than asked for, and as many as
// expected, are the whole.
bool read_all(int descriptor, std::size_t expected, std::string& bytes) {
  bytes.resize(expected + 1);
  std::size_t filled = 0;
  while (true) {
    if (filled == bytes.size()) bytes.resize(bytes.size() + 4096);
    const ssize_t got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    filled += static_cast<std::size_t>(got);
    if (got == 0 || filled == expected) break;
    if (filled > largest_read) {
      errno = EFBIG;
      return false;
    }
  }
  bytes.resize(filled);
  return true;
}

// Makes every folder above `path`; what exists already is no failure.
bool make_folders_above(const std::string& path) {
  for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
    const std::string folder = path.substr(0, slash);
    if (::mkdir(folder.c_str(), 0755) != 0 && errno != EEXIST) return false;
  }
  return true;
}

// One walk below a folder: paths still to visit are kept in a list, so depth costs no stack.
class Walk {
 public:
  Walk(int root, std::string name) : root_(root), name_(std::move(name)) {}

  Result<std::vector<FileEntry>> run() {
    pending_.push_back("");
    while (!pending_.empty()) {
      const std::string folder = std::move(pending_.back());
      pending_.pop_back();
      if (const int code = visit(folder); code != 0)
        return read_failure(folder.empty() ? name_ : name_ + "/" + folder, code);
    }
    parallel_for(
        found_.size(), 0, [this](std::size_t i) { add_facts(found_[i]); }, 256);
    std::erase_if(found_, [](const FileEntry& file) { return file.stamp == 0; });
    std::sort(found_.begin(), found_.end(), [](const FileEntry& a, const FileEntry& b) { return a.path < b.path; });
    return std::move(found_);
  }

 private:
  int visit(const std::string& folder) {
    Descriptor opened(
        ::openat(root_, folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!opened.open()) return errno == ENOENT ? 0 : errno;
    const int descriptor = opened.get();
    const Folder entries(::fdopendir(descriptor));
    if (!entries) return errno;
    opened.release();
    errno = 0;
    while (const dirent* entry = ::readdir(entries.get())) {
      visit_entry(descriptor, folder, *entry);
      errno = 0;
    }
    return errno;
  }

  void visit_entry(int descriptor, const std::string& folder, const dirent& entry) {
    const std::string_view name = entry.d_name;
    if (name == "." || name == "..") return;
    auto type = entry.d_type;
    if (type == DT_UNKNOWN) type = type_of(descriptor, entry.d_name);  // not every file system says
    if (type == DT_DIR) return add_folder(folder, name);
    if (type == DT_REG || type == DT_LNK) found_.emplace_back().path = join(folder, name);
  }

  static unsigned char type_of(int descriptor, const char* name) {
    struct stat facts = {};
    if (::fstatat(descriptor, name, &facts, AT_SYMLINK_NOFOLLOW) != 0) return DT_UNKNOWN;
    return static_cast<unsigned char>(IFTODT(facts.st_mode));
  }

  // What vanishes between listing and looking was not there: it keeps the stamp 0. What cannot be looked at otherwise
  // stays, and reading it says why.
  void add_facts(FileEntry& file) const {
    struct stat facts = {};
    if (::fstatat(root_, file.path.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0) {
      file.stamp = errno == ENOENT || errno == ENOTDIR ? 0 : 1;
      return;
    }
    if (!S_ISREG(facts.st_mode) && !S_ISLNK(facts.st_mode)) return;
    file.size = static_cast<std::uint64_t>(facts.st_size);
    file.symlink = S_ISLNK(facts.st_mode);
    file.stamp = stamp_of(facts);
  }

  void add_folder(const std::string& folder, std::string_view name) {
    if (name.front() != '.') pending_.push_back(join(folder, name));
  }

  static std::string join(const std::string& folder, std::string_view name) {
    std::string path;
    path.reserve(folder.size() + 1 + name.size());
    path = folder;
    if (!path.empty()) path += '/';
    path += name;
    return path;
  }

  int root_;
  std::string name_;
  std::vector<std::string> pending_;
  std::vector<FileEntry> found_;
};

class RealFileSystem final : public FileSystem {
 public:
  Result<std::string> read(const std::string& path) const override {
    // Without O_NONBLOCK a pipe would wait for ever.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat facts = {};
    if (!file.open() || ::fstat(file.get(), &facts) != 0) return read_failure(path, errno);
    if (S_ISDIR(facts.st_mode)) return read_failure(path, EISDIR);
    if (!S_ISREG(facts.st_mode)) return read_failure(path, EINVAL);
    if (static_cast<std::uint64_t>(facts.st_size) > largest_read) return read_failure(path, EFBIG);
    std::string bytes;
    if (!read_all(file.get(), static_cast<std::size_t>(facts.st_size), bytes)) return read_failure(path, errno);
    return bytes;
  }

  Result<std::vector<FileEntry>> list(const std::string& folder) const override {
    const std::string name = folder.empty() ? "." : folder;
    const Descriptor root(::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!root.open()) return read_failure(folder, errno);
    return Walk(root.get(), folder).run();
  }

  bool exists(const std::string& path) const override { return ::access(path.c_str(), F_OK) == 0; }

  Result<Done> write(const std::string& path, std::string_view bytes) override {
    std::string beside;
    Descriptor file(open_beside(path, beside));
    if (!file.open()) return write_failure(path, errno);
    bool done = write_all(file.get(), bytes);
    int code = errno;
    if (!file.close() && done) {
      done = false;
      code = errno;
    }
    if (done && ::rename(beside.c_str(), path.c_str()) != 0) {
      done = false;
      code = errno;
    }
    if (done) return Done{};
    ::unlink(beside.c_str());
    return write_failure(path, code);
  }

  Result<Done> rename(const std::string& from, const std::string& to) override {
    if (::rename(from.c_str(), to.c_str()) == 0) return Done{};
    const int code = errno;
    if (!exists(from)) return read_failure(from, ENOENT);
    if (code == ENOENT && make_folders_above(to) && ::rename(from.c_str(), to.c_str()) == 0) return Done{};
    return write_failure(to, code);
  }

  Result<Done> remove(const std::string& path) override {
    if (::unlink(path.c_str()) == 0 || errno == ENOENT || errno == ENOTDIR) return Done{};
    return write_failure(path, errno);
  }

 private:
  // Opens a new file in the folder of `path`, making the folder if it is missing; `name` becomes its path.
  int open_beside(const std::string& path, std::string& name) {
    const std::size_t slash = path.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : path.substr(0, slash + 1);
    bool made_folders = false;
    for (int attempt = 0; attempt < tries_for_a_name; ++attempt) {
      name = folder + ".congbo-" + std::to_string(::getpid()) + "-" + std::to_string(written_.fetch_add(1));
      const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
      if (descriptor >= 0) return descriptor;
      if (errno == ENOENT && !made_folders) {
        made_folders = true;
        if (!make_folders_above(path)) return -1;
      } else if (errno != EEXIST) {
        return -1;
      }
    }
    return -1;
  }

  std::atomic<std::uint64_t> written_ = 0;
};

}  // namespace

std::unique_ptr<FileSystem> real_file_system() {
  return std::make_unique<RealFileSystem>();
}

}  // namespace congbo
