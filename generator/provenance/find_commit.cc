// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/find_commit.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "generator/base/nearest_name.h"

namespace congbo::provenance {
namespace {

constexpr std::size_t longest_ref = 1000;
constexpr std::string_view first_remote = "origin/";

bool is_id(std::string_view text) {
  constexpr std::size_t shortest_id = 4;  // git's own bound
  return text.size() >= shortest_id && text.size() <= GIT_OID_HEXSZ &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

bool is_acceptable(std::string_view ref) {
  const bool control =
      std::any_of(ref.begin(), ref.end(), [](unsigned char byte) { return byte < ' ' || byte == 127; });
  return !ref.empty() && ref.size() <= longest_ref && ref.front() != '-' && !control;
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

// The commit a branch or tag names. That its name is there but its commit is not can only be damage.
Result<CommitPtr> peel(const git_reference* reference, git_repository* repository, const std::string& ref) {
  git_object* found = nullptr;
  const int code = git_reference_peel(&found, reference, GIT_OBJECT_COMMIT);
  if (code == 0) return CommitPtr(reinterpret_cast<git_commit*>(found));
  Diagnostic failure = git_failure(ref);
  if (code == GIT_ENOTFOUND)
    failure.code = "git-corrupt";
  else if (is_absence(code))
    return unknown_ref(repository, ref);
  return failure;
}

// Null when the repository has no such commit.
Result<CommitPtr> find_by_id(git_repository* repository, const std::string& id) {
  git_oid prefix;
  git_object* found = nullptr;
  int code = git_oid_fromstrn(&prefix, id.data(), id.size());
  if (code == 0) code = git_object_lookup_prefix(&found, repository, &prefix, id.size(), GIT_OBJECT_ANY);
  const ObjectPtr object(found);
  if (is_absence(code)) return CommitPtr();
  if (code < 0) return git_failure(id);
  git_object* commit = nullptr;
  if (git_object_peel(&commit, object.get(), GIT_OBJECT_COMMIT) < 0) return CommitPtr();
  return CommitPtr(reinterpret_cast<git_commit*>(commit));
}

Result<CommitPtr> find_base(git_repository* repository, const std::string& name) {
  for (const std::string& full : {name, std::string(first_remote) + name}) {
    if (name.size() == GIT_OID_HEXSZ && is_id(name)) break;  // a full id is never a name
    git_reference* opened = nullptr;
    const int code = git_reference_dwim(&opened, repository, full.c_str());
    const ReferencePtr reference(opened);
    if (code == 0) return peel(reference.get(), repository, name);
    if (!is_absence(code)) return git_failure(name);
  }
  if (!is_id(name)) return CommitPtr();
  return find_by_id(repository, name);
}

// One "~3", "^" or "^2" taken off the front of `steps`; nothing when it is none or there is no such ancestor.
CommitPtr take_step(const git_commit* from, std::string_view& steps) {
  const char kind = steps.front();
  if (kind != '~' && kind != '^') return nullptr;
  steps.remove_prefix(1);
  unsigned count = 1;
  if (!steps.empty() && steps.front() >= '0' && steps.front() <= '9') {
    const auto [end, failure] = std::from_chars(steps.data(), steps.data() + steps.size(), count);
    if (failure != std::errc{}) return nullptr;
    steps.remove_prefix(static_cast<std::size_t>(end - steps.data()));
  }
  git_commit* found = nullptr;
  if (kind == '^' && count > 0)
    (void)git_commit_parent(&found, from, count - 1);
  else
    (void)git_commit_nth_gen_ancestor(&found, from, kind == '^' ? 0 : count);
  return CommitPtr(found);
}

}  // namespace

// Not git_revparse_single: what comes from an address bar should not be able to search messages or the reflog.
Result<CommitPtr> find_commit(git_repository* repository, std::string_view ref) {
  if (!is_acceptable(ref)) return unknown_ref(repository, ref);
  const std::size_t end = std::min(ref.find_first_of("~^"), ref.size());
  CONGBO_TRY(CommitPtr commit, find_base(repository, std::string(ref.substr(0, end))));
  std::string_view steps = ref.substr(end);
  while (commit && !steps.empty()) commit = take_step(commit.get(), steps);
  if (!commit) return unknown_ref(repository, ref);
  return commit;
}

}  // namespace congbo::provenance
