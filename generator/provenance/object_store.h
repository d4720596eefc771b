// SPDX-License-Identifier: GPL-3.0-or-later
// The stored objects of a repository by id, and what history says about them: for whoever has to judge commits from
// their very bytes. Ids are 40 lower-case digits. libgit2 compares every object that it reads with its id.
#pragma once
#include <map>
#include <memory>
#include <optional>
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

  // As for git_snapshot, but a branch, here or of `origin`, comes before a tag of its name.
  virtual Result<std::string> find(std::string_view ref) const = 0;
  // The commit that a reference of this full name ("refs/heads/main") holds; nothing when there is none.
  virtual std::optional<std::string> reference(const std::string& name) const = 0;
  virtual Result<std::string> read(const std::string& id, ObjectKind kind) const = 0;

  virtual Result<std::string> write_commit(std::string_view bytes) = 0;
  virtual Result<std::string> write_tree(const std::string& base, const std::map<std::string, TreeUpdate>& updates) = 0;
  virtual Result<std::string> write_blob(std::string_view bytes) = 0;
  // Moves a branch that is at `from` (or makes it, when `origin` has it there), and the work folder with it when the
  // branch is checked out there without changes. Fails with "approval-branch-checked-out" (there are changes),
  // "approval-branch-moved" (it is elsewhere) and "approval-branch-locked"; nothing has changed then.
  virtual Result<Done> move_branch(const std::string& branch, const std::string& from, const std::string& to) = 0;
};

}  // namespace congbo::provenance
