// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/release_log.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <string_view>
#include <utility>

#include "generator/provenance/libgit2.h"
#include "generator/provenance/repository_place.h"

namespace congbo::provenance {
namespace {

constexpr int most_tries = 20;
constexpr const char* committer_name = "Công bố";
constexpr const char* committer_address = "congbo@localhost";

using BuilderPtr = std::unique_ptr<git_treebuilder, Freer<git_treebuilder_free>>;
using SignaturePtr = std::unique_ptr<git_signature, Freer<git_signature_free>>;

constexpr std::string_view file_start = "releases.", file_end = "jsonl";

// Portals in folders of one repository do not share a log.
std::string file_name(const RepositoryPlace& place) {
  std::string name(file_start);
  for (const char c : place.prefix) name += c == '/' ? '.' : c;
  return name.append(file_end);
}

// Whether the tree holds logs and nothing else.
bool is_log_tree(const git_tree* tree) {
  const std::size_t count = git_tree_entrycount(tree);
  for (std::size_t i = 0; i < count; ++i) {
    const git_tree_entry* entry = git_tree_entry_byindex(tree, i);
    const std::string_view name = git_tree_entry_name(entry);
    if (git_tree_entry_type(entry) != GIT_OBJECT_BLOB || !name.starts_with(file_start) || !name.ends_with(file_end))
      return false;
  }
  return count > 0;
}

// The ref's commit. Whatever else the ref names is somebody's mistake, and nothing is written on top of it.
Result<CommitPtr> find_log_commit(git_repository* repository, const git_oid& id) {
  git_object* object = nullptr;
  if (git_object_lookup(&object, repository, &id, GIT_OBJECT_ANY) < 0) return git_failure(release_ref);
  if (git_object_type(object) == GIT_OBJECT_COMMIT) return CommitPtr(reinterpret_cast<git_commit*>(object));
  git_object_free(object);
  return error("release-log-foreign", {}, {release_ref});
}

struct LogState {
  CommitPtr commit;  // null before the first release
  std::string text;
};

Result<LogState> read_state(git_repository* repository, const std::string& name) {
  LogState state;
  git_oid id;
  const int code = git_reference_name_to_id(&id, repository, release_ref);
  if (code == GIT_ENOTFOUND) return state;
  if (code < 0) return git_failure(release_ref);
  CONGBO_TRY(state.commit, find_log_commit(repository, id));
  git_tree* found = nullptr;
  if (git_commit_tree(&found, state.commit.get()) < 0) return git_failure(release_ref);
  const TreePtr tree(found);
  if (!is_log_tree(tree.get())) return error("release-log-foreign", {}, {release_ref});
  const git_tree_entry* entry = git_tree_entry_byname(tree.get(), name.c_str());
  if (!entry) return state;
  git_blob* opened = nullptr;
  if (git_blob_lookup(&opened, repository, git_tree_entry_id(entry)) < 0) return git_failure(release_ref);
  const BlobPtr blob(opened);
  state.text.assign(static_cast<const char*>(git_blob_rawcontent(blob.get())),
                    static_cast<std::size_t>(git_blob_rawsize(blob.get())));
  return state;
}

// A tree that is the commit's with the log's file replaced.
Result<TreePtr> make_tree(git_repository* repository, const LogState& state, const std::string& name,
                          const std::string& text) {
  git_tree* base = nullptr;
  if (state.commit && git_commit_tree(&base, state.commit.get()) < 0) return git_failure(release_ref);
  const TreePtr before(base);
  git_treebuilder* opened = nullptr;
  if (git_treebuilder_new(&opened, repository, base) < 0) return git_failure(release_ref);
  const BuilderPtr builder(opened);
  git_oid blob, id;
  if (git_blob_create_from_buffer(&blob, repository, text.data(), text.size()) < 0 ||
      git_treebuilder_insert(nullptr, builder.get(), name.c_str(), &blob, GIT_FILEMODE_BLOB) < 0 ||
      git_treebuilder_write(&id, builder.get()) < 0)
    return git_failure(release_ref);
  git_tree* tree = nullptr;
  if (git_tree_lookup(&tree, repository, &id) < 0) return git_failure(release_ref);
  return TreePtr(tree);
}

Result<git_oid> make_commit(git_repository* repository, const LogState& state, const git_tree* tree,
                            std::int64_t at_seconds) {
  git_signature* made = nullptr;
  constexpr int vietnam_minutes = 7 * 60;
  if (git_signature_new(&made, committer_name, committer_address, at_seconds, vietnam_minutes) < 0)
    return git_failure(release_ref);
  const SignaturePtr signature(made);
  const git_commit* parents[] = {state.commit.get()};
  git_oid id;
  if (git_commit_create(&id, repository, nullptr, signature.get(), signature.get(), "UTF-8", "release", tree,
                        state.commit ? 1 : 0, const_cast<const git_commit**>(parents)) < 0)
    return git_failure(release_ref);
  return id;
}

// libgit2 cannot create a ref only if there is none, so writers on this machine wait for each other. Held while it
// lives; given up by the system when the process ends.
class WriterLock {
 public:
  explicit WriterLock(git_repository* repository)
      : file_(::open((std::string(git_repository_commondir(repository)) + "congbo-releases.lock").c_str(),
                     O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644)) {}
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;
  ~WriterLock() {
    if (file_ >= 0) ::close(file_);
  }
  bool take() const {
    constexpr int most_waits = 200;
    constexpr unsigned wait_microseconds = 50'000;
    for (int wait = 0; file_ >= 0 && wait < most_waits; ++wait) {
      if (::flock(file_, LOCK_EX | LOCK_NB) == 0) return true;
      ::usleep(wait_microseconds);
    }
    return false;
  }

 private:
  int file_;
};

enum class Moved { yes, lost_race };

// Only from the commit that was read: whoever comes second begins again.
Result<Moved> move_ref(git_repository* repository, const LogState& state, const git_oid& to) {
  git_reference* made = nullptr;
  int code = 0;
  if (state.commit)
    code = git_reference_create_matching(&made, repository, release_ref, &to, 1, git_commit_id(state.commit.get()),
                                         "release");
  else
    code = git_reference_create(&made, repository, release_ref, &to, 0, "release");
  const ReferencePtr reference(made);
  if (code == 0) return Moved::yes;
  if (code == GIT_EMODIFIED || code == GIT_EEXISTS || code == GIT_ELOCKED || code == GIT_ENOTFOUND)
    return Moved::lost_race;
  return git_failure(release_ref);
}

}  // namespace

Result<std::optional<std::string>> read_release_log(const std::string& folder) {
  const std::string repository = find_repository(folder);
  if (repository.empty()) return std::optional<std::string>();
  CONGBO_TRY(const RepositoryPlace place, open_place(repository, folder));
  CONGBO_TRY(LogState state, read_state(place.handle.get(), file_name(place)));
  return std::optional<std::string>(std::move(state.text));
}

Result<bool> append_release_log(const std::string& folder, std::int64_t at_seconds,
                                const std::function<Result<std::string>(const std::string& log)>& next) {
  const std::string found = find_repository(folder);
  if (found.empty()) return error("git-not-a-repository", {}, {folder});
  CONGBO_TRY(const RepositoryPlace place, open_place(found, folder));
  git_repository* repository = place.handle.get();
  const std::string name = file_name(place);
  const WriterLock lock(repository);
  if (!lock.take()) return error("release-log-busy", {}, {release_ref});
  for (int tries = 0; tries < most_tries; ++tries) {
    CONGBO_TRY(const LogState state, read_state(repository, name));
    CONGBO_TRY(const std::string line, next(state.text));
    if (line.empty()) return false;
    CONGBO_TRY(const TreePtr tree, make_tree(repository, state, name, state.text + line));
    CONGBO_TRY(const git_oid commit, make_commit(repository, state, tree.get(), at_seconds));
    CONGBO_TRY(const Moved moved, move_ref(repository, state, commit));
    if (moved == Moved::yes) return true;
  }
  return error("release-log-busy", {}, {release_ref});
}

Result<bool> has_remote(const std::string& folder) {
  const std::string found = find_repository(folder);
  if (found.empty()) return false;
  CONGBO_TRY(const RepositoryPtr repository, open_repository(found));
  git_strarray names{};
  if (git_remote_list(&names, repository.get()) < 0) return git_failure("remote");
  const bool any = names.count > 0;
  git_strarray_dispose(&names);
  return any;
}

}  // namespace congbo::provenance
