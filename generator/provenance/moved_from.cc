// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/moved_from.h"

#include "generator/provenance/find_commit.h"
#include "generator/provenance/repository_place.h"

namespace congbo::provenance {
namespace {

using DiffPtr = std::unique_ptr<git_diff, Freer<git_diff_free>>;

Result<TreePtr> tree_of(git_repository* repository, const std::string& commit) {
  CONGBO_TRY(const CommitPtr found, find_commit(repository, commit));
  git_tree* opened = nullptr;
  if (git_commit_tree(&opened, found.get()) < 0) return git_failure(commit);
  return TreePtr(opened);
}

}  // namespace

Result<std::map<std::string, std::string>> moved_from(const std::string& folder, const CommitPair& commits) {
  CONGBO_TRY(const RepositoryPlace place, open_whole_place(folder));
  CONGBO_TRY(const TreePtr before, tree_of(place.handle.get(), commits.before));
  CONGBO_TRY(const TreePtr after, tree_of(place.handle.get(), commits.after));
  std::string content = place.prefix + "content";
  char* only = content.data();
  git_diff_options options = GIT_DIFF_OPTIONS_INIT;
  options.flags = GIT_DIFF_DISABLE_PATHSPEC_MATCH;
  options.pathspec = {&only, 1};
  git_diff* made = nullptr;
  if (git_diff_tree_to_tree(&made, place.handle.get(), before.get(), after.get(), &options) < 0)
    return git_failure(commits.after);
  const DiffPtr diff(made);
  git_diff_find_options find = GIT_DIFF_FIND_OPTIONS_INIT;
  find.flags = GIT_DIFF_FIND_RENAMES;
  if (git_diff_find_similar(diff.get(), &find) < 0) return git_failure(commits.after);
  std::map<std::string, std::string> moved;
  for (std::size_t i = 0; i < git_diff_num_deltas(diff.get()); ++i) {
    const git_diff_delta& delta = *git_diff_get_delta(diff.get(), i);
    if (delta.status != GIT_DELTA_RENAMED) continue;
    moved[std::string(delta.new_file.path).substr(place.prefix.size())] =
        std::string(delta.old_file.path).substr(place.prefix.size());
  }
  return moved;
}

}  // namespace congbo::provenance
