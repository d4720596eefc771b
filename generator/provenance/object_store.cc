// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/object_store.h"

#include <filesystem>
#include <utility>

#include "generator/base/ascii.h"
#include "generator/provenance/find_commit.h"
#include "generator/provenance/libgit2.h"
#include "generator/provenance/repository_place.h"

namespace congbo::provenance {
namespace {

using TransactionPtr = std::unique_ptr<git_transaction, Freer<git_transaction_free>>;
using OdbObjectPtr = std::unique_ptr<git_odb_object, Freer<git_odb_object_free>>;

git_object_t type_of(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::commit:
      return GIT_OBJECT_COMMIT;
    case ObjectKind::tree:
      return GIT_OBJECT_TREE;
    case ObjectKind::blob:
      return GIT_OBJECT_BLOB;
    case ObjectKind::tag:
      return GIT_OBJECT_TAG;
  }
  return GIT_OBJECT_INVALID;
}

Result<git_oid> id_from(const std::string& text) {
  git_oid id;
  if (text.size() != GIT_OID_HEXSZ || git_oid_fromstr(&id, text.c_str()) < 0)
    return error("git-corrupt", {}, {text, "bad id"});
  return id;
}

class GitObjectStore final : public ObjectStore {
 public:
  GitObjectStore(RepositoryPlace place, OdbPtr objects) : place_(std::move(place)), objects_(std::move(objects)) {
    if (!place_.bare) work_folder_ = place_.root;
  }

  const std::string& git_folder() const override { return place_.git_folder; }
  const std::string& work_folder() const override { return work_folder_; }
  const std::string& prefix() const override { return place_.prefix; }

  Result<std::string> find(std::string_view ref) const override {
    // A branch before a tag of its name, and as its id alone: the commit may be one that libgit2 cannot read.
    for (const char* place : {"refs/heads/", "refs/remotes/origin/", "refs/remotes/"})
      if (const auto id = is_id(ref) ? std::nullopt : reference(place + std::string(ref))) return *id;
    CONGBO_TRY(const CommitPtr commit, find_commit(repository(), ref));
    return to_text(*git_commit_id(commit.get()));
  }

  Result<std::string> read(const std::string& id, ObjectKind kind) const override {
    CONGBO_TRY(const git_oid wanted, id_from(id));
    git_odb_object* opened = nullptr;
    const int code = git_odb_read(&opened, objects_.get(), &wanted);
    if (code == GIT_ENOTFOUND && is_partial()) return error("git-partial", {}, {place_.root});
    if (code < 0) return git_failure(id);
    const OdbObjectPtr object(opened);
    if (git_odb_object_type(object.get()) != type_of(kind)) return error("git-object-kind", {}, {id});
    return std::string(static_cast<const char*>(git_odb_object_data(object.get())), git_odb_object_size(object.get()));
  }

  std::optional<std::string> reference(const std::string& name) const override {
    git_oid id;
    std::size_t size = 0;
    git_object_t kind = GIT_OBJECT_INVALID;
    const bool found = git_reference_name_to_id(&id, repository(), name.c_str()) == 0 &&
                       git_odb_read_header(&size, &kind, objects_.get(), &id) == 0 && kind == GIT_OBJECT_COMMIT;
    return found ? std::optional<std::string>(to_text(id)) : std::nullopt;
  }

  Result<std::string> write_commit(std::string_view bytes) override { return write(bytes, GIT_OBJECT_COMMIT); }
  Result<std::string> write_blob(std::string_view bytes) override { return write(bytes, GIT_OBJECT_BLOB); }

  Result<std::string> write_tree(const std::string& base, const std::map<std::string, TreeUpdate>& updates) override {
    CONGBO_TRY(const git_oid base_id, id_from(base));
    git_tree* opened = nullptr;
    if (git_tree_lookup(&opened, repository(), &base_id) < 0) return git_failure(base);
    const TreePtr tree(opened);
    std::vector<git_tree_update> changes;
    for (const auto& [path, update] : updates) {
      git_tree_update change{};
      change.action = update.id.empty() ? GIT_TREE_UPDATE_REMOVE : GIT_TREE_UPDATE_UPSERT;
      change.path = path.c_str();
      change.filemode = static_cast<git_filemode_t>(update.mode);
      if (!update.id.empty()) {
        CONGBO_TRY(change.id, id_from(update.id));
      }
      changes.push_back(change);
    }
    git_oid made;
    if (git_tree_create_updated(&made, repository(), tree.get(), changes.size(), changes.data()) < 0)
      return git_failure(base);
    return to_text(made);
  }

  Result<Done> move_branch(const std::string& branch, const std::string& from, const std::string& to) override {
    CONGBO_TRY(const git_oid before, id_from(from));
    CONGBO_TRY(const git_oid after, id_from(to));
    const std::string name = "refs/heads/" + branch;
    git_transaction* opened = nullptr;
    if (git_transaction_new(&opened, repository()) < 0) return git_failure(name);
    const TransactionPtr transaction(opened);
    const int locked = git_transaction_lock_ref(transaction.get(), name.c_str());
    if (locked == GIT_ELOCKED) return error("approval-branch-locked", {}, {branch, name});
    if (locked < 0) return git_failure(name);
    std::optional<std::string> now = reference(name);
    if (!now) now = reference("refs/remotes/origin/" + branch);
    if (now != to_text(before)) return error("approval-branch-moved", {}, {branch});
    if (is_checked_out(branch)) {
      CONGBO_TRY([[maybe_unused]] const Done moved, move_work_folder(branch, after));
    }
    if (git_transaction_set_target(transaction.get(), name.c_str(), &after, nullptr, "congbo approve") < 0 ||
        git_transaction_commit(transaction.get()) < 0)
      return git_failure(name);
    return Done{};
  }

 private:
  static bool is_id(std::string_view ref) { return ref.size() == GIT_OID_HEXSZ && is_lower_hex(ref); }
  git_repository* repository() const { return place_.handle.get(); }

  // Cloned with --filter: what is missing was never fetched.
  bool is_partial() const {
    git_config* opened = nullptr;
    if (git_repository_config_snapshot(&opened, repository()) < 0) return false;
    const std::unique_ptr<git_config, Freer<git_config_free>> settings(opened);
    const auto found = [](const git_config_entry*, void*) { return 1; };
    return git_config_foreach_match(settings.get(), "^remote\\..*\\.promisor$", found, nullptr) == 1;
  }

  Result<std::string> write(std::string_view bytes, git_object_t type) {
    git_oid made;
    if (git_odb_write(&made, objects_.get(), bytes.data(), bytes.size(), type) < 0)
      return git_failure(place_.git_folder);
    return to_text(made);
  }

  bool is_checked_out(const std::string& branch) const {
    git_reference* found = nullptr;
    if (place_.bare || git_reference_lookup(&found, repository(), "HEAD") < 0) return false;
    const ReferencePtr head(found);
    const char* target = git_reference_symbolic_target(head.get());
    return target != nullptr && target == "refs/heads/" + branch;
  }

  // Files of the work folder that the approver changed are never overwritten.
  Result<Done> move_work_folder(const std::string& branch, const git_oid& to) const {
    git_commit* opened = nullptr;
    if (git_commit_lookup(&opened, repository(), &to) < 0) return git_failure(branch);
    const CommitPtr commit(opened);
    git_checkout_options options = GIT_CHECKOUT_OPTIONS_INIT;
    options.checkout_strategy = GIT_CHECKOUT_SAFE;
    const int code = git_checkout_tree(repository(), reinterpret_cast<git_object*>(commit.get()), &options);
    if (code == GIT_ECONFLICT) return error("approval-branch-checked-out", {}, {branch});
    if (code < 0) return git_failure(branch);
    return Done{};
  }

  RepositoryPlace place_;
  OdbPtr objects_;
  std::string work_folder_;
};

}  // namespace

Result<std::unique_ptr<ObjectStore>> ObjectStore::open(const std::string& folder) {
  CONGBO_TRY(RepositoryPlace place, open_whole_place(folder));
  std::error_code failure;
  if (std::filesystem::exists(place.git_folder + "/info/grafts", failure)) return error("git-grafts", {}, {place.root});
  git_odb* opened = nullptr;
  if (git_repository_odb(&opened, place.handle.get()) < 0) return git_failure(place.root);
  return std::unique_ptr<ObjectStore>(std::make_unique<GitObjectStore>(std::move(place), OdbPtr(opened)));
}

}  // namespace congbo::provenance
