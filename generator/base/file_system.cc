// SPDX-License-Identifier: GPL-3.0-or-later
// Names of paths, and the file system of the tests; the disk is in real_file_system.cc.
#include "generator/base/file_system.h"

#include <algorithm>

namespace congbo {
namespace {

std::string as_folder(const std::string& folder) {
  const std::string plain = normalize_path(folder);
  return plain.empty() || plain.back() == '/' ? plain : plain + "/";
}

bool in_hidden_folder(std::string_view relative_path) {
  for (std::size_t at = 0, slash = 0; (slash = relative_path.find('/', at)) != std::string_view::npos; at = slash + 1)
    if (relative_path[at] == '.') return true;
  return false;
}

}  // namespace

Result<std::string> MemoryFileSystem::read(const std::string& path) const {
  const std::lock_guard<std::mutex> lock(*mutex_);
  const auto found = files_.find(normalize_path(path));
  if (found == files_.end()) return error("file-not-found", {path}, {path});
  return found->second;
}

Result<std::vector<FileEntry>> MemoryFileSystem::list(const std::string& folder) const {
  const std::lock_guard<std::mutex> lock(*mutex_);
  const std::string start = as_folder(folder);
  std::vector<FileEntry> entries;
  bool exists = start.empty();
  for (auto at = files_.lower_bound(start); at != files_.end() && at->first.compare(0, start.size(), start) == 0;
       ++at) {
    exists = true;
    FileEntry entry;
    entry.path = at->first.substr(start.size());
    if (in_hidden_folder(entry.path)) continue;
    entry.size = at->second.size();
    entry.stamp = std::hash<std::string>{}(at->second);
    entries.push_back(std::move(entry));
  }
  if (!exists) return error("file-not-found", {folder}, {folder});
  return entries;
}

bool MemoryFileSystem::exists(const std::string& path) const {
  const std::lock_guard<std::mutex> lock(*mutex_);
  const std::string plain = normalize_path(path);
  if (plain.empty() || files_.count(plain) > 0) return true;
  const std::string start = as_folder(plain);
  const auto at = files_.lower_bound(start);
  return at != files_.end() && at->first.compare(0, start.size(), start) == 0;
}

Result<Done> MemoryFileSystem::write(const std::string& path, std::string_view bytes) {
  const std::lock_guard<std::mutex> lock(*mutex_);
  if (std::find(failing.begin(), failing.end(), path) != failing.end()) return error("file-no-space", {path}, {path});
  files_[normalize_path(path)] = std::string(bytes);
  return Done{};
}

// A file, or a folder with everything in it, as rename(2) does.
Result<Done> MemoryFileSystem::rename(const std::string& from, const std::string& to) {
  const std::lock_guard<std::mutex> lock(*mutex_);
  if (std::find(failing.begin(), failing.end(), to) != failing.end()) return error("file-no-space", {to}, {to});
  const std::string source = normalize_path(from);
  const std::string target = normalize_path(to);
  const std::string start = as_folder(source);
  std::map<std::string, std::string> moved;
  for (auto at = files_.begin(); at != files_.end();) {
    const bool below = at->first.compare(0, start.size(), start) == 0;
    if (!below && at->first != source) {
      ++at;
      continue;
    }
    moved[target + at->first.substr(source.size())] = std::move(at->second);
    at = files_.erase(at);
  }
  if (moved.empty()) return error("file-not-found", {from}, {from});
  for (auto& [path, bytes] : moved) files_[path] = std::move(bytes);
  return Done{};
}

Result<Done> MemoryFileSystem::remove(const std::string& path) {
  const std::lock_guard<std::mutex> lock(*mutex_);
  files_.erase(normalize_path(path));
  return Done{};
}

bool stays_inside(std::string_view relative_path) {
  if (!relative_path.empty() && relative_path.front() == '/') return false;
  if (relative_path.find('\0') != std::string_view::npos) return false;
  const std::string plain = normalize_path(relative_path);
  return plain != ".." && plain.compare(0, 3, "../") != 0;
}

std::string normalize_path(std::string_view path) {
  const bool absolute = !path.empty() && path.front() == '/';
  std::string out = absolute ? "/" : "";
  const std::size_t root = out.size();
  std::size_t fixed = root;  // what stands before it is the root or ".." that cannot be resolved
  while (!path.empty()) {
    const std::size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
    if (name.empty() || name == ".") continue;
    if (name == ".." && out.size() > fixed) {
      const std::size_t parent = out.rfind('/');
      out.resize(parent == std::string::npos || parent < root ? root : std::max(parent, root));
      continue;
    }
    if (name == ".." && absolute) continue;
    if (out.size() > root) out += '/';
    out += name;
    if (name == "..") fixed = out.size();
  }
  return out;
}

}  // namespace congbo
