// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/git_snapshot.h"

#include <utility>
#include <vector>

#include "generator/base/content_hash.h"
#include "generator/base/file_system.h"
#include "generator/provenance/find_commit.h"
#include "generator/provenance/listed_snapshot.h"
#include "generator/provenance/repository_place.h"
#include "generator/provenance/tree_listing.h"
#include "generator/provenance/work_folder.h"

namespace congbo::provenance {
namespace {

// The commit's files, read from the work folder because that is eight times faster than the object database. What is
// not byte for byte what the commit says (line ends converted on checkout, changed since it was compared) comes from
// git.
class CleanFolderSnapshot final : public Snapshot {
 public:
  CleanFolderSnapshot(const FileSystem& files, std::string base, std::unique_ptr<ListedSnapshot> committed)
      : files_(files), base_(std::move(base)), committed_(std::move(committed)) {}

  const SnapshotEntries& entries() const override { return committed_->entries(); }
  std::string commit() const override { return committed_->commit(); }
  Result<std::string> read(const SnapshotEntry& entry) const override {
    if (!entry.symlink) {
      auto bytes = files_.read(base_ + entry.path);
      if (bytes && git_blob_id(*bytes) == entry.fingerprint) return bytes;
    }
    return committed_->read(entry);
  }

 private:
  const FileSystem& files_;
  std::string base_;
  std::unique_ptr<ListedSnapshot> committed_;
};

std::string base_folder(const std::string& folder) {
  return folder.empty() || folder.back() == '/' ? folder : folder + "/";
}

}  // namespace

Result<RepositoryFacts> inspect_repository(const std::string& folder) {
  RepositoryFacts facts;
  const std::string repository = find_repository(folder);
  if (repository.empty()) return facts;
  CONGBO_TRY(const RepositoryPlace place, open_place(repository, folder));
  facts.exists = true;
  facts.shallow = git_repository_is_shallow(place.handle.get()) == 1;
  facts.root = place.root;
  facts.prefix = place.prefix;
  CONGBO_TRY(const CommitPtr head, head_commit(place.handle.get()));
  if (!head) return facts;
  facts.head_commit = to_text(*git_commit_id(head.get()));
  if (place.bare) return facts;
  CONGBO_TRY(const WorkFolderState state, compare_work_folder(place, head.get()));
  facts.clean = state.clean;
  return facts;
}

std::string path_in_repository(const std::string& folder) {
  const std::string repository = find_repository(folder);
  if (repository.empty()) return {};
  const Result<RepositoryPlace> place = open_place(repository, folder);
  return place ? place->prefix : std::string();
}

Result<std::unique_ptr<Snapshot>> git_snapshot(const std::string& folder, std::string_view ref) {
  CONGBO_TRY(const RepositoryPlace place, open_whole_place(folder));
  CONGBO_TRY(const CommitPtr commit, find_commit(place.handle.get(), ref));
  CONGBO_TRY(std::vector<SnapshotEntry> entries, list_source(commit.get(), place.prefix));
  if (entries.empty()) return error("git-no-content", {}, {std::string(ref), place.prefix + "content"});
  return std::unique_ptr<Snapshot>(
      std::make_unique<ListedSnapshot>(place.repository, to_text(*git_commit_id(commit.get())), std::move(entries)));
}

Result<std::unique_ptr<Snapshot>> work_folder_snapshot(const FileSystem& files, const std::string& folder) {
  const std::string repository = find_repository(folder);
  if (repository.empty()) return folder_snapshot(files, folder);
  CONGBO_TRY(const RepositoryPlace place, open_place(repository, folder));
  CONGBO_TRY(const CommitPtr head, head_commit(place.handle.get()));
  if (!head || place.bare) return folder_snapshot(files, folder);
  CONGBO_TRY(WorkFolderState state, compare_work_folder(place, head.get()));
  if (!state.clean || state.entries.empty()) return folder_snapshot(files, folder);
  auto committed =
      std::make_unique<ListedSnapshot>(repository, to_text(*git_commit_id(head.get())), std::move(state.entries));
  return std::unique_ptr<Snapshot>(
      std::make_unique<CleanFolderSnapshot>(files, base_folder(folder), std::move(committed)));
}

}  // namespace congbo::provenance
