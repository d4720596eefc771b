// SPDX-License-Identifier: GPL-3.0-or-later
// The stored objects of a repository by id, and what history says about them: for whoever has to judge commits from
// their very bytes. Ids are 40 lower-case digits. libgit2 compares every object that it reads with its id.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/result.h"

namespace congbo::provenance {

enum class ObjectKind { commit, tree, blob, tag };

// One file of a tree to be; no id: it is taken out.
struct TreeUpdate {
  std::string id;
  unsigned mode = 0100644;
};

class ObjectStore {
 public:
  // Fails with "git-not-a-repository", "git-shallow", "git-grafts" (history that is made up) and as git_snapshot does.
  static Result<std::unique_ptr<ObjectStore>> open(const std::string& folder);
  virtual ~ObjectStore() = default;

  virtual const std::string& git_folder() const = 0;   // where the repository's own files are; no "/" at the end
  virtual const std::string& work_folder() const = 0;  // empty for a bare repository
  virtual const std::string& prefix() const = 0;       // of the source folder: "" or "portal/"

  virtual Result<std::string> find(std::string_view ref) const = 0;  // as for git_snapshot
  virtual Result<std::string> read(const std::string& id, ObjectKind kind) const = 0;
  virtual Result<std::vector<std::string>> merge_bases(const std::string& left, const std::string& right) const = 0;
  // Commits that `tip` has and `known` has not, `tip` included.
  virtual Result<std::vector<std::string>> commits_between(const std::string& known, const std::string& tip) const = 0;

  virtual Result<std::string> write_commit(std::string_view bytes) = 0;
  virtual Result<std::string> write_tree(const std::string& base, const std::map<std::string, TreeUpdate>& updates) = 0;
  virtual Result<std::string> write_blob(std::string_view bytes) = 0;
  // Moves a branch that is at `from`, and the work folder with it when the branch is checked out there without changes.
  // Fails with "approval-branch-checked-out" (there are changes) and "approval-branch-moved" (it is elsewhere).
  virtual Result<Done> move_branch(const std::string& branch, const std::string& from, const std::string& to) = 0;
};

}  // namespace congbo::provenance
