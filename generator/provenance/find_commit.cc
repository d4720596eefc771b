// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/find_commit.h"

#include <algorithm>
#include <string>
#include <vector>

#include "generator/base/nearest_name.h"

namespace congbo::provenance {
namespace {

constexpr std::size_t longest_ref = 1000;
constexpr std::string_view first_remote = "origin/";

bool is_full_id(std::string_view text) {
  return text.size() == GIT_OID_HEXSZ && text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

bool is_acceptable(std::string_view ref) {
  const bool control =
      std::any_of(ref.begin(), ref.end(), [](unsigned char byte) { return byte < ' ' || byte == 127; });
  return !ref.empty() && ref.size() <= longest_ref && ref.front() != '-' && !control &&
         ref.find(':') == std::string_view::npos && ref.find("^{") == std::string_view::npos;
}

std::vector<std::string> known_names(git_repository* repository) {
  std::vector<std::string> names;
  git_branch_iterator* opened = nullptr;
  if (git_branch_iterator_new(&opened, repository, GIT_BRANCH_ALL) < 0) return names;
  const BranchesPtr branches(opened);
  git_reference* next = nullptr;
  git_branch_t kind = GIT_BRANCH_LOCAL;
  while (git_branch_next(&next, &kind, branches.get()) == 0) {
    const ReferencePtr branch(next);
    std::string name = git_reference_shorthand(branch.get());
    if (kind == GIT_BRANCH_REMOTE && name.starts_with(first_remote)) name.erase(0, first_remote.size());
    if (name != "HEAD") names.push_back(std::move(name));
  }
  git_strarray tags{};
  if (git_tag_list(&tags, repository) == 0) names.insert(names.end(), tags.strings, tags.strings + tags.count);
  git_strarray_dispose(&tags);
  return names;
}

Diagnostic unknown_ref(git_repository* repository, std::string_view ref) {
  return error("git-ref-unknown", {}, {std::string(ref)}, nearest_name(ref, known_names(repository)));
}

bool is_absence(int code) {
  return code == GIT_ENOTFOUND || code == GIT_EINVALIDSPEC || code == GIT_EAMBIGUOUS || code == GIT_EPEEL ||
         code == GIT_EUNBORNBRANCH || code == GIT_EINVALID;
}

Diagnostic failure_of(int code, git_repository* repository, const std::string& ref) {
  return is_absence(code) ? unknown_ref(repository, ref) : git_failure(ref);
}

// The commit a branch or tag names. That its name is there but its commit is not can only be damage.
Result<CommitPtr> peel(const git_reference* reference, git_repository* repository, const std::string& ref) {
  git_object* found = nullptr;
  const int code = git_reference_peel(&found, reference, GIT_OBJECT_COMMIT);
  if (code == 0) return CommitPtr(reinterpret_cast<git_commit*>(found));
  Diagnostic failure = git_failure(ref);
  if (code != GIT_ENOTFOUND) return failure_of(code, repository, ref);
  failure.code = "git-corrupt";
  return failure;
}

}  // namespace

Result<CommitPtr> find_commit(git_repository* repository, std::string_view ref) {
  if (!is_acceptable(ref)) return unknown_ref(repository, ref);
  const std::string name(ref);
  for (const std::string& full : {name, std::string(first_remote) + name}) {
    git_reference* opened = nullptr;
    const int code = is_full_id(name) ? GIT_ENOTFOUND : git_reference_dwim(&opened, repository, full.c_str());
    const ReferencePtr reference(opened);
    if (code == 0) return peel(reference.get(), repository, name);
  }
  git_object* found = nullptr;
  const int code = git_revparse_single(&found, repository, name.c_str());
  const ObjectPtr object(found);
  if (code < 0) return failure_of(code, repository, name);
  git_object* commit = nullptr;
  if (git_object_peel(&commit, object.get(), GIT_OBJECT_COMMIT) < 0) return unknown_ref(repository, name);
  return CommitPtr(reinterpret_cast<git_commit*>(commit));
}

}  // namespace congbo::provenance
