// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/repository_place.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace congbo::provenance {
namespace {

std::string without_slash(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

// Links in either path are followed first, so that two spellings of one folder compare equal.
std::string prefix_of(const std::string& root, const std::string& folder) {
  std::error_code failed;
  const auto real_root = std::filesystem::canonical(root, failed);
  if (failed) return {};
  const auto real_folder = std::filesystem::canonical(folder, failed);
  if (failed) return {};
  const std::string relative = real_folder.lexically_relative(real_root).generic_string();
  return relative == "." || relative.empty() || relative.starts_with("..") ? std::string() : relative + "/";
}

}  // namespace

Result<RepositoryPlace> open_place(const std::string& repository, const std::string& folder) {
  RepositoryPlace place;
  CONGBO_TRY(place.handle, open_repository(repository));
  place.repository = repository;
  const char* work_tree = git_repository_workdir(place.handle.get());
  place.bare = work_tree == nullptr;
  place.root = without_slash(place.bare ? git_repository_path(place.handle.get()) : work_tree);
  place.git_folder = without_slash(git_repository_commondir(place.handle.get()));
  if (!place.bare) place.prefix = prefix_of(place.root, folder);
  return place;
}

Result<RepositoryPlace> open_whole_place(const std::string& folder) {
  const std::string repository = find_repository(folder);
  if (repository.empty()) return error("git-not-a-repository", {}, {folder});
  CONGBO_TRY(RepositoryPlace place, open_place(repository, folder));
  if (git_repository_is_shallow(place.handle.get()) == 1) return error("git-shallow", {}, {place.root});
  return place;
}

Result<CommitPtr> head_commit(git_repository* repository) {
  git_reference* found = nullptr;
  const int code = git_repository_head(&found, repository);
  const ReferencePtr head(found);
  if (code == GIT_EUNBORNBRANCH) return CommitPtr();
  if (code < 0) return git_failure("HEAD");
  git_object* peeled = nullptr;
  if (git_reference_peel(&peeled, head.get(), GIT_OBJECT_COMMIT) < 0) return git_failure("HEAD");
  return CommitPtr(reinterpret_cast<git_commit*>(peeled));  // libgit2's way: every object type begins as a git_object
}

}  // namespace congbo::provenance
