// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/base/slug.h"
#include "generator/base/unicode.h"
#include "generator/pages/address.h"
#include "generator/pages/lfs_pointer.h"
#include "generator/pages/library.h"
#include "generator/pages/load.h"

namespace congbo::pages {
namespace {

constexpr std::string_view content_folder = "content/";
constexpr std::string_view sites_folder = "content/sites/";
constexpr std::size_t smallest_lfs_pointer = 100;

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}
bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

class PageFinder {
 public:
  PageFinder(const Snapshot& snapshot, const site::Site& site, Diagnostics& found)
      : snapshot_(snapshot), site_(site), found_(found) {}

  std::vector<PageFile> find() {
    for (const SnapshotEntry& entry : snapshot_.entries())
      if (starts_with(entry.path, content_folder)) look_at(entry);
    return std::move(files_);
  }

 private:
  void look_at(const SnapshotEntry& entry) {
    if (!is_publishable(entry)) return;
    const site::Portal* portal = portal_of(entry.path);
    if (portal == nullptr) return;
    const std::string_view path = std::string_view(entry.path).substr(portal->root.size());
    if (!is_page(path, entry.path)) return;
    const std::string_view language = language_of(*portal, path);
    check_names(entry.path, path, language != portal->main_language());
    files_.push_back({&entry, portal, std::string(language)});
  }

  // Links, pointers and names in another normal form are wrong for every kind of file.
  bool is_publishable(const SnapshotEntry& entry) {
    std::string_view code;
    if (entry.symlink)
      code = "file-symlink";
    else if (first_not_nfc(entry.path))
      code = "file-name-not-nfc";
    else if (is_unfetched(entry))
      code = "file-lfs-pointer";
    if (!code.empty()) found_.add(error(code, {entry.path}, {entry.path}));
    return code.empty();
  }

  // The bytes of pages are looked at when they are loaded.
  bool is_unfetched(const SnapshotEntry& entry) {
    if (entry.size < smallest_lfs_pointer || entry.size > largest_lfs_pointer || ends_with(entry.path, ".md"))
      return false;
    const Result<std::string> bytes = snapshot_.read(entry);
    return bytes && is_lfs_pointer(*bytes);
  }

  // Null below content/sites/ for a folder that is no portal.
  const site::Portal* portal_of(std::string_view path) {
    if (last_ != nullptr && last_ != &site_.portals.front() && starts_with(path, last_->root)) return last_;
    last_ = starts_with(path, sites_folder) ? nullptr : &site_.portals.front();
    for (const site::Portal& portal : site_.portals)
      if (last_ == nullptr && portal.root != content_folder && starts_with(path, portal.root)) last_ = &portal;
    return last_;
  }

  // Folders that start with "_" hold no pages: _site, and whatever else the portal wants to keep unpublished. README.md
  // is for those who look at the repository.
  bool is_page(std::string_view path, const std::string& full_path) {
    if (starts_with(path, "_") && path.find('/') != std::string_view::npos) return false;
    if (path.find("/_") != std::string_view::npos && path.find('/', path.find("/_") + 1) != std::string_view::npos)
      return false;
    if (ends_with(path, ".md")) return path != "README.md" && !ends_with(path, "/README.md");
    if (ends_with(path, ".MD") || ends_with(path, ".Md") || ends_with(path, ".markdown"))
      found_.add(error("file-extension", {full_path}, {full_path}));
    return false;
  }

  void check_names(const std::string& full_path, std::string_view path, bool in_language_folder) {
    path.remove_suffix(std::string_view(".md").size());
    for (int level = in_language_folder ? -1 : 0;; ++level) {
      const std::size_t slash = path.find('/');
      const std::string part(path.substr(0, slash));
      const bool last = slash == std::string_view::npos;
      if (level >= 0 && !(last && part == "_index")) check_name(full_path, part, last ? ".md" : "", level == 0);
      if (last) return;
      path.remove_prefix(slash + 1);
    }
  }

  void check_name(const std::string& full_path, const std::string& part, std::string_view ending, bool at_root) {
    if (!is_slug(part))
      found_.add(error("file-name-not-slug", {full_path}, {part + std::string(ending)}, named(slug(part), ending)));
    else if (is_reserved_name(part) || (at_root && is_reserved_root_name(part)))
      found_.add(error("file-name-reserved", {full_path}, {part}));
  }

  static std::string named(std::string name, std::string_view ending) {
    return name.empty() ? name : name.append(ending);
  }

  const Snapshot& snapshot_;
  const site::Site& site_;
  Diagnostics& found_;
  std::vector<PageFile> files_;
  const site::Portal* last_ = nullptr;  // of the path before: paths are sorted
};

}  // namespace

std::vector<PageFile> find_pages(const Snapshot& snapshot, const site::Site& site, Diagnostics& found) {
  return PageFinder(snapshot, site, found).find();
}

}  // namespace congbo::pages
