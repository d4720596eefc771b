// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/tree_listing.h"

#include <algorithm>
#include <string_view>

namespace congbo::provenance {
namespace {

constexpr std::size_t most_files = 2'000'000;
constexpr std::size_t most_levels = 200;
constexpr std::size_t most_folders = 500'000;

struct Folder {
  git_oid tree;
  std::string path;  // ends with "/"
  std::size_t level = 0;
};

class Listing {
 public:
  explicit Listing(git_repository* repository) : repository_(repository) {}

  Result<Done> add(const git_oid& tree, std::string path) {
    waiting_.push_back({tree, std::move(path), 1});
    while (!waiting_.empty()) {
      const Folder folder = std::move(waiting_.back());
      waiting_.pop_back();
      CONGBO_TRY([[maybe_unused]] Done read, read_folder(folder));
    }
    return Done{};
  }

  std::vector<SnapshotEntry> take() {
    std::sort(entries_.begin(), entries_.end(),
              [](const auto& left, const auto& right) { return left.path < right.path; });
    return std::move(entries_);
  }

 private:
  Result<Done> read_folder(const Folder& folder) {
    if (++folders_ > most_folders || folder.level > most_levels) return error("git-tree-too-large", {}, {folder.path});
    git_tree* opened = nullptr;
    if (git_tree_lookup(&opened, repository_, &folder.tree) < 0) return git_failure(folder.path);
    const TreePtr tree(opened);
    const std::size_t count = git_tree_entrycount(tree.get());
    if (entries_.size() + count > most_files) return error("git-tree-too-large", {}, {folder.path});
    for (std::size_t i = 0; i < count; ++i) {
      CONGBO_TRY([[maybe_unused]] Done added, add_entry(folder, git_tree_entry_byindex(tree.get(), i)));
    }
    return Done{};
  }

  Result<Done> add_entry(const Folder& folder, const git_tree_entry* entry) {
    const std::string_view name = git_tree_entry_name(entry);
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string_view::npos) {
      return error("git-corrupt", {}, {folder.path + std::string(name), "bad name"});
    }
    const git_filemode_t mode = git_tree_entry_filemode(entry);
    if (mode == GIT_FILEMODE_TREE) {
      if (name.front() != '.') {
        waiting_.push_back({*git_tree_entry_id(entry), folder.path + std::string(name) + "/", folder.level + 1});
      }
    } else if (mode != GIT_FILEMODE_COMMIT) {
      SnapshotEntry file;
      file.path = folder.path + std::string(name);
      file.fingerprint = to_text(*git_tree_entry_id(entry));
      file.symlink = mode == GIT_FILEMODE_LINK;
      if (!name.ends_with(".md")) file.size = size_of(*git_tree_entry_id(entry));
      entries_.push_back(std::move(file));
    }
    return Done{};
  }

  // Sizes are printed beside attachments; a page's own is never asked for. 0 where the header cannot be read: reading
  // the file will then say why.
  std::uint64_t size_of(const git_oid& blob) {
    git_odb* opened = nullptr;
    if (!objects_ && git_repository_odb(&opened, repository_) == 0) objects_.reset(opened);
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_ANY;
    return objects_ && git_odb_read_header(&size, &type, objects_.get(), &blob) == 0 ? size : 0;
  }

  git_repository* repository_;
  OdbPtr objects_;
  std::vector<Folder> waiting_;
  std::vector<SnapshotEntry> entries_;
  std::size_t folders_ = 0;
};

}  // namespace

Result<std::vector<SnapshotEntry>> list_source(git_commit* commit, const std::string& prefix) {
  git_tree* opened = nullptr;
  if (git_commit_tree(&opened, commit) < 0) return git_failure(to_text(*git_commit_id(commit)));
  const TreePtr root(opened);
  Listing listing(git_commit_owner(commit));
  for (const char* folder : source_folders) {
    git_tree_entry* found = nullptr;
    const int code = git_tree_entry_bypath(&found, root.get(), (prefix + folder).c_str());
    const TreeEntryPtr entry(found);
    if (code == GIT_ENOTFOUND && git_error_last()->klass != GIT_ERROR_ODB) continue;
    if (code < 0) return git_failure(prefix + folder);
    if (git_tree_entry_type(entry.get()) != GIT_OBJECT_TREE) continue;
    CONGBO_TRY([[maybe_unused]] Done added, listing.add(*git_tree_entry_id(entry.get()), std::string(folder) + "/"));
  }
  return listing.take();
}

bool is_source_path(std::string_view path) {
  const bool below = std::any_of(std::begin(source_folders), std::end(source_folders), [&](std::string_view folder) {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
  });
  if (!below) return false;
  for (std::size_t at = path.find("/."); at != std::string_view::npos; at = path.find("/.", at + 1)) {
    if (path.find('/', at + 1) != std::string_view::npos) return false;  // a folder, not the file's own name
  }
  return true;
}

}  // namespace congbo::provenance
