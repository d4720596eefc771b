// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/drafts.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <utility>

#include "generator/provenance/find_commit.h"
#include "generator/provenance/git_snapshot.h"
#include "generator/provenance/listed_snapshot.h"
#include "generator/provenance/repository_place.h"
#include "generator/provenance/tree_listing.h"

namespace congbo::provenance {
namespace {

using DiffPtr = std::unique_ptr<git_diff, Freer<git_diff_free>>;
using WalkPtr = std::unique_ptr<git_revwalk, Freer<git_revwalk_free>>;

constexpr std::size_t most_branches = 2000;
constexpr std::size_t most_commits = 1000;
constexpr std::size_t most_changes = 200'000;  // files
constexpr std::ptrdiff_t most_levels = 200;
constexpr std::size_t longest_shown_path = 200;
constexpr std::string_view remote = "origin/";

bool is_shown_file(const git_diff_file& file) {
  return file.mode == GIT_FILEMODE_BLOB || file.mode == GIT_FILEMODE_BLOB_EXECUTABLE || file.mode == GIT_FILEMODE_LINK;
}

std::string blob_of(const git_diff_file& file) {
  return is_shown_file(file) ? to_text(file.id) : std::string();
}

class GitDrafts final : public Drafts {
 public:
  GitDrafts(RepositoryPlace place, std::string folder) : place_(std::move(place)), folder_(std::move(folder)) {}

  const std::string& git_folder() const override { return place_.git_folder; }

  Result<std::string> main_branch() const override {
    const std::lock_guard lock(mutex_);
    if (find_commit(repository(), "main")) return std::string("main");
    git_reference* found = nullptr;
    if (git_reference_lookup(&found, repository(), "HEAD") < 0) return std::string();
    const ReferencePtr head(found);
    const char* target = git_reference_symbolic_target(head.get());
    const std::string_view name = target ? target : "";
    return std::string(name.starts_with("refs/heads/") ? name.substr(11) : "");
  }

  Result<std::vector<Branch>> branches() const override {
    const std::lock_guard lock(mutex_);
    std::vector<Branch> found;
    std::set<std::string> names;
    for (const git_branch_t kind : {GIT_BRANCH_LOCAL, GIT_BRANCH_REMOTE}) {
      CONGBO_TRY([[maybe_unused]] const Done added, add_branches(kind, names, found));
    }
    std::sort(found.begin(), found.end(), [](const Branch& a, const Branch& b) { return a.name < b.name; });
    return found;
  }

  Result<std::string> find(std::string_view ref) const override {
    const std::lock_guard lock(mutex_);
    CONGBO_TRY(const CommitPtr commit, find_commit(repository(), ref));
    return to_text(*git_commit_id(commit.get()));
  }

  Result<std::unique_ptr<Snapshot>> snapshot(const std::string& commit) const override {
    return git_snapshot(folder_, commit);
  }

  Result<bool> holds(const std::string& main, const std::string& commit) const override {
    if (main == commit) return true;
    const std::lock_guard lock(mutex_);
    CONGBO_TRY(const CommitPtr newer, find_commit(repository(), main));
    CONGBO_TRY(const CommitPtr older, find_commit(repository(), commit));
    const int code = git_graph_descendant_of(repository(), git_commit_id(newer.get()), git_commit_id(older.get()));
    if (code < 0) return git_failure(commit);
    return code == 1;
  }

  Result<Draft> draft(const Snapshot& main, const std::string& tip) const override {
    Draft made;
    {
      const std::lock_guard lock(mutex_);
      CONGBO_TRY(const CommitPtr newest, find_commit(repository(), tip));
      CONGBO_TRY(const CommitPtr parting, parting_commit(main.commit(), newest.get()));
      CONGBO_TRY(made.files, changed_files(parting.get(), newest.get()));
    }
    made.snapshot = std::make_unique<ListedSnapshot>(place_.repository, tip, laid_over(main.entries(), made.files));
    return made;
  }

  Result<DraftHistory> history(const std::string& main, const std::string& tip) const override {
    const std::lock_guard lock(mutex_);
    CONGBO_TRY(const CommitPtr hidden, find_commit(repository(), main));
    CONGBO_TRY(const CommitPtr newest, find_commit(repository(), tip));
    git_revwalk* opened = nullptr;
    if (git_revwalk_new(&opened, repository()) < 0) return git_failure(tip);
    const WalkPtr walk(opened);
    if (git_revwalk_push(walk.get(), git_commit_id(newest.get())) < 0 ||
        git_revwalk_hide(walk.get(), git_commit_id(hidden.get())) < 0)
      return git_failure(tip);
    DraftHistory history;
    describe(newest.get(), history);
    git_oid next;
    while (history.commits < most_commits && git_revwalk_next(&next, walk.get()) == 0) {
      git_commit* found = nullptr;
      if (git_commit_lookup(&found, repository(), &next) < 0) return git_failure(tip);
      const CommitPtr commit(found);
      history.began = std::min(history.began, Instant{git_commit_time(commit.get())});
      ++history.commits;
    }
    return history;
  }

 private:
  git_repository* repository() const { return place_.handle.get(); }

  static void describe(const git_commit* commit, DraftHistory& history) {
    const git_signature* author = git_commit_author(commit);
    history.author = author && author->name ? author->name : "";
    const char* subject = git_commit_summary(const_cast<git_commit*>(commit));  // it keeps the line it made
    history.subject = subject ? subject : "";
    history.changed = history.began = Instant{git_commit_time(commit)};
  }

  Result<Done> add_branches(git_branch_t kind, std::set<std::string>& names, std::vector<Branch>& into) const {
    git_branch_iterator* opened = nullptr;
    if (git_branch_iterator_new(&opened, repository(), kind) < 0) return git_failure(place_.root);
    const BranchesPtr iterator(opened);
    git_reference* next = nullptr;
    git_branch_t one = kind;
    while (into.size() < most_branches && git_branch_next(&next, &one, iterator.get()) == 0) {
      const ReferencePtr branch(next);
      std::string name = git_reference_shorthand(branch.get());
      if (kind == GIT_BRANCH_REMOTE) {
        if (!name.starts_with(remote)) continue;
        name.erase(0, remote.size());
      }
      git_object* peeled = nullptr;
      if (name == "HEAD" || git_reference_peel(&peeled, branch.get(), GIT_OBJECT_COMMIT) < 0) continue;
      const ObjectPtr commit(peeled);
      if (names.insert(name).second) into.push_back({name, to_text(*git_object_id(commit.get()))});
    }
    return Done{};
  }

  // Where draft and main parted; main itself where they have no history in common.
  Result<CommitPtr> parting_commit(const std::string& main, const git_commit* tip) const {
    CONGBO_TRY(CommitPtr start, find_commit(repository(), main));
    git_oid base;
    const int code = git_merge_base(&base, repository(), git_commit_id(start.get()), git_commit_id(tip));
    if (code == GIT_ENOTFOUND) return start;
    git_commit* found = nullptr;
    if (code < 0 || git_commit_lookup(&found, repository(), &base) < 0) return git_failure(main);
    return CommitPtr(found);
  }

  static Result<TreePtr> tree_of(const git_commit* commit) {
    git_tree* found = nullptr;
    if (git_commit_tree(&found, commit) < 0) return git_failure(to_text(*git_commit_id(commit)));
    return TreePtr(found);
  }

  Result<std::vector<DraftFile>> changed_files(const git_commit* from, const git_commit* to) const {
    CONGBO_TRY(const TreePtr before, tree_of(from));
    CONGBO_TRY(const TreePtr after, tree_of(to));
    git_diff_options options = GIT_DIFF_OPTIONS_INIT;
    options.flags = GIT_DIFF_SKIP_BINARY_CHECK | GIT_DIFF_INCLUDE_TYPECHANGE;
    // Trees can share parts without end, and name files at any depth.
    std::string too_large;
    options.payload = &too_large;
    options.notify_cb = [](const git_diff* so_far, const git_diff_delta* next, const char*, void* payload) {
      const std::string_view path = next->new_file.path;
      if (git_diff_num_deltas(so_far) < most_changes && std::count(path.begin(), path.end(), '/') <= most_levels)
        return 0;
      *static_cast<std::string*>(payload) = path.substr(0, longest_shown_path);
      return -1;
    };
    git_diff* opened = nullptr;
    const int code = git_diff_tree_to_tree(&opened, repository(), before.get(), after.get(), &options);
    const DiffPtr difference(opened);
    if (!too_large.empty()) return error("git-tree-too-large", {}, {too_large});
    if (code < 0) return git_failure(to_text(*git_commit_id(to)));
    std::vector<DraftFile> files;
    for (std::size_t i = 0; i < git_diff_num_deltas(difference.get()); ++i) {
      const git_diff_delta& delta = *git_diff_get_delta(difference.get(), i);
      const std::string_view path = delta.new_file.path;
      if (!path.starts_with(place_.prefix) || !is_source_path(path.substr(place_.prefix.size()))) continue;
      DraftFile file{std::string(path.substr(place_.prefix.size())), blob_of(delta.old_file), blob_of(delta.new_file)};
      file.link = delta.new_file.mode == GIT_FILEMODE_LINK;
      file.size = file.after.empty() ? 0 : size_of(delta.new_file.id);
      files.push_back(std::move(file));
    }
    std::sort(files.begin(), files.end(), [](const DraftFile& a, const DraftFile& b) { return a.path < b.path; });
    return files;
  }

  std::uint64_t size_of(const git_oid& blob) const {
    git_odb* opened = nullptr;
    if (git_repository_odb(&opened, repository()) < 0) return 0;
    const OdbPtr objects(opened);
    std::size_t size = 0;
    git_object_t type = GIT_OBJECT_ANY;
    return git_odb_read_header(&size, &type, objects.get(), &blob) == 0 ? size : 0;
  }

  // `files` are sorted by path. Marks those that main changed as well.
  static SnapshotEntries laid_over(const SnapshotEntries& main, std::vector<DraftFile>& files) {
    std::vector<SnapshotEntry> written;
    std::vector<std::string> gone;
    for (DraftFile& file : files) {
      const SnapshotEntry* below = main.find(file.path);
      const std::string shown = below ? below->fingerprint : std::string();
      file.conflict = shown != file.before && shown != file.after;
      if (file.after.empty())
        gone.push_back(file.path);
      else
        written.push_back({file.path, file.size, file.after, file.link});
    }
    return main.with(std::move(written), gone);
  }

  RepositoryPlace place_;
  std::string folder_;
  mutable std::mutex mutex_;
};

}  // namespace

Result<std::unique_ptr<Drafts>> Drafts::open(const std::string& folder) {
  CONGBO_TRY(RepositoryPlace place, open_whole_place(folder));
  return std::unique_ptr<Drafts>(std::make_unique<GitDrafts>(std::move(place), folder));
}

}  // namespace congbo::provenance
