// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/bare_copy.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "generator/base/file_system.h"
#include "generator/provenance/find_commit.h"
#include "generator/provenance/libgit2.h"
#include "generator/provenance/repository_place.h"

namespace congbo::provenance {
namespace {

using PackPtr = std::unique_ptr<git_packbuilder, Freer<git_packbuilder_free>>;
using WalkPtr = std::unique_ptr<git_revwalk, Freer<git_revwalk_free>>;
using References = std::map<std::string, git_oid>;  // by full name

constexpr std::string_view release_branch = "refs/heads/release";
constexpr unsigned file_mode = 0644;

Result<References> read_references(git_repository* repository) {
  References references;
  git_strarray names{};
  if (git_reference_list(&names, repository) < 0) return git_failure("refs");
  const std::vector<std::string> known(names.strings, names.strings + names.count);
  git_strarray_dispose(&names);
  for (const std::string& name : known) {
    if (!name.starts_with("refs/tags/") && !name.starts_with("refs/congbo/")) continue;
    if (git_reference_name_to_id(&references[name], repository, name.c_str()) < 0) return git_failure(name);
  }
  return references;
}

Result<CommitPtr> commit_of(git_repository* repository, const std::string& commit) {
  if (commit.empty()) return head_commit(repository);
  return find_commit(repository, commit);
}

// Tags may name tags, trees and files too; of commits the whole history is wanted.
Result<Done> insert_reference(git_packbuilder* pack, git_revwalk* walk, git_repository* repository, const git_oid& id) {
  if (git_packbuilder_insert_recur(pack, &id, nullptr) < 0) return git_failure(to_text(id));
  git_object* opened = nullptr;
  if (git_object_lookup(&opened, repository, &id, GIT_OBJECT_ANY) < 0) return git_failure(to_text(id));
  const ObjectPtr object(opened);
  git_object* peeled = nullptr;
  if (git_object_peel(&peeled, object.get(), GIT_OBJECT_COMMIT) < 0) return Done{};
  const ObjectPtr commit(peeled);
  if (git_revwalk_push(walk, git_object_id(commit.get())) < 0) return git_failure(to_text(id));
  return Done{};
}

// One thread: with several, which objects are told by their differences depends on who is first.
Result<std::string> write_pack(git_repository* repository, const References& references, const std::string& folder) {
  git_packbuilder* new_pack = nullptr;
  git_revwalk* new_walk = nullptr;
  if (git_packbuilder_new(&new_pack, repository) < 0) return git_failure(folder);
  const PackPtr pack(new_pack);
  if (git_revwalk_new(&new_walk, repository) < 0) return git_failure(folder);
  const WalkPtr walk(new_walk);
  git_packbuilder_set_threads(pack.get(), 1);
  git_revwalk_sorting(walk.get(), GIT_SORT_TOPOLOGICAL | GIT_SORT_TIME);
  for (const auto& [name, id] : references) {
    CONGBO_TRY([[maybe_unused]] const Done inserted, insert_reference(pack.get(), walk.get(), repository, id));
  }
  if (git_packbuilder_insert_walk(pack.get(), walk.get()) < 0) return git_failure(folder);
  if (git_packbuilder_write(pack.get(), folder.c_str(), file_mode, nullptr, nullptr) < 0) return git_failure(folder);
  return "pack-" + std::string(git_packbuilder_name(pack.get()));
}

std::string packed_refs(const References& references) {
  std::string text = "# pack-refs with: sorted \n";
  for (const auto& [name, id] : references)
    if (name != release_branch) text += to_text(id) + " " + name + "\n";
  return text;
}

}  // namespace

Result<BareCopy> write_bare_copy(const std::string& source, const std::string& commit, const std::string& to) {
  BareCopy copy;
  const std::string repository = find_repository(source);
  if (repository.empty()) return copy;
  CONGBO_TRY(const RepositoryPlace place, open_place(repository, source));
  if (git_repository_is_shallow(place.handle.get()) == 1) return error("git-shallow", {}, {place.root});
  CONGBO_TRY(const CommitPtr head, commit_of(place.handle.get(), commit));
  if (!head) return copy;
  CONGBO_TRY(References references, read_references(place.handle.get()));
  references[std::string(release_branch)] = *git_commit_id(head.get());
  copy.commit = to_text(*git_commit_id(head.get()));
  const std::map<std::string, std::string> small = {
      {"HEAD", "ref: " + std::string(release_branch) + "\n"},
      {"config", "[core]\n\trepositoryformatversion = 0\n\tbare = true\n"},
      {"packed-refs", packed_refs(references)},
      {std::string(release_branch), copy.commit + "\n"}};
  const std::unique_ptr<FileSystem> files = real_file_system();
  for (const auto& [path, text] : small) {
    CONGBO_TRY([[maybe_unused]] const Done written, files->write(to + "/" + path, text));
    copy.files.push_back(path);
  }
  const std::string packs = to + "/objects/pack";
  std::error_code failure;
  std::filesystem::create_directories(packs, failure);
  if (failure) return error("file-not-writable", {}, {packs, failure.message()});
  CONGBO_TRY(const std::string pack, write_pack(place.handle.get(), references, packs));
  for (const char* ending : {".idx", ".pack"}) copy.files.push_back("objects/pack/" + pack + ending);
  std::sort(copy.files.begin(), copy.files.end());
  return copy;
}

}  // namespace congbo::provenance
