// SPDX-License-Identifier: GPL-3.0-or-later
// Branches as drafts: what each would change in the main branch, without checkout.
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/instant.h"
#include "generator/base/result.h"
#include "generator/base/snapshot.h"

namespace congbo::provenance {

struct Branch {
  std::string name;  // "tin-moi"; of a branch that only `origin` has, without "origin/"
  std::string tip;   // 40 digits
};

// A file that the draft wrote: ids of blobs, empty where there is (or was) no such file.
struct DraftFile {
  std::string path;  // from the source folder: "content/tin-tuc/a.md"
  std::string before, after;
  bool conflict = false;   // the main branch changed it too since the draft began
  bool link = false;       // `after` is a symbolic link, which is never followed
  std::uint64_t size = 0;  // bytes of `after`
};

struct Draft {
  std::unique_ptr<Snapshot> snapshot;  // what the main branch would hold with the draft; commit() is the draft's
  std::vector<DraftFile> files;        // sorted by path
};

struct DraftHistory {
  std::string author, subject;  // of the newest commit
  Instant began, changed;       // when its first commit and its newest one were made
  std::size_t commits = 0;      // not in the main branch; counted up to 1,000
};

// One repository, opened once. Safe from several threads, one at a time.
class Drafts {
 public:
  // Fails as git_snapshot does.
  static Result<std::unique_ptr<Drafts>> open(const std::string& folder);
  virtual ~Drafts() = default;

  virtual const std::string& git_folder() const = 0;  // no "/" at the end

  // "main" where there is one, else what HEAD names, else nothing.
  virtual Result<std::string> main_branch() const = 0;
  // The local branches, then those of `origin` with other names; by name, at most 2,000.
  virtual Result<std::vector<Branch>> branches() const = 0;
  // The commit of a branch (read now), tag or id; see git_snapshot.
  virtual Result<std::string> find(std::string_view ref) const = 0;
  virtual Result<std::unique_ptr<Snapshot>> snapshot(const std::string& commit) const = 0;
  // Whether `main` holds the commit already.
  virtual Result<bool> holds(const std::string& main, const std::string& commit) const = 0;
  // The draft laid over `main` file by file, as an approval lays it: what it changed since the two parted. Where both
  // changed a file, the draft's stands and is marked. `main` is a snapshot of a commit of this repository. Fails with
  // "git-tree-too-large" beyond 200,000 changed files or 200 levels.
  virtual Result<Draft> draft(const Snapshot& main, const std::string& tip) const = 0;
  virtual Result<DraftHistory> history(const std::string& main, const std::string& tip) const = 0;
};

}  // namespace congbo::provenance
