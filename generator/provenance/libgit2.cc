// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/libgit2.h"

#include <filesystem>
#include <string_view>

namespace congbo::provenance {
namespace {

std::string last_message() {
  const git_error* last = git_error_last();
  return last && last->message ? last->message : "";
}

// The folder a user would name: the one that holds `.git`, or the bare repository itself.
std::string named_folder(const std::string& repository) {
  std::filesystem::path path(repository);
  if (path.filename().empty()) path = path.parent_path();
  return path.filename() == ".git" ? path.parent_path().string() : path.string();
}

// Whether the folder or one above holds what every repository has. libgit2 reads the machine's certificates as it
// starts, which costs milliseconds: not for folders that no repository holds.
bool may_be_in_repository(const std::string& folder) {
  std::error_code failed;
  std::filesystem::path here = std::filesystem::canonical(folder, failed);
  if (failed) return true;  // libgit2 says what is wrong
  const auto holds = [&](const char* name) { return std::filesystem::exists(here / name, failed) || failed; };
  for (;; here = here.parent_path()) {
    if (holds(".git") || holds("HEAD")) return true;
    if (here == here.root_path()) return false;
  }
}

// libgit2 1.5.1 says "not found" instead of GIT_EOWNER when the user has no safe.directory at all.
bool is_owner_failure(int code, const std::string& text) {
  return code == GIT_EOWNER || (code == GIT_ENOTFOUND && text.find("safe.directory") != std::string::npos);
}

Diagnostic opening_failure(const std::string& repository, int code) {
  constexpr std::string_view unsupported = "unsupported extension name extensions.";
  const std::string text = last_message();
  const std::string folder = named_folder(repository);
  if (is_owner_failure(code, text)) return error("git-owner", {}, {folder});
  if (const auto at = text.find(unsupported); at != std::string::npos) {
    const std::string extension = text.substr(at + unsupported.size());
    if (extension == "objectformat") return error("git-sha256", {}, {folder});
    return error("git-unsupported", {}, {folder, extension});
  }
  const bool no_access = text.starts_with("failed to stat");  // of the user's own settings, mostly
  return error(no_access ? "git-failed" : "git-corrupt", {}, {folder, text});
}

}  // namespace

std::string to_text(const git_oid& id) {
  char digits[GIT_OID_HEXSZ];
  git_oid_fmt(digits, &id);
  return {digits, GIT_OID_HEXSZ};
}

Diagnostic git_failure(const std::string& what) {
  const git_error* last = git_error_last();
  const int kind = last ? last->klass : GIT_ERROR_NONE;
  const bool damaged = kind == GIT_ERROR_ODB || kind == GIT_ERROR_ZLIB || kind == GIT_ERROR_OBJECT ||
                       kind == GIT_ERROR_TREE || kind == GIT_ERROR_REFERENCE || kind == GIT_ERROR_SHA;
  return error(damaged ? "git-corrupt" : "git-failed", {}, {what, last_message()});
}

// `git worktree` and `git sparse-checkout` set worktreeConfig, which changes nothing for a reader, yet libgit2 refuses
// it unless told.
void start_library() {
  static const bool started = [] {
    git_libgit2_init();
    const char* extensions[] = {"worktreeconfig"};
    git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, std::size_t{1});
    return true;
  }();
  (void)started;
}

std::string find_repository(const std::string& folder) {
  if (!may_be_in_repository(folder)) return {};
  start_library();
  git_buf path = GIT_BUF_INIT;
  const int code = git_repository_discover(&path, folder.c_str(), 0, nullptr);
  std::string found = code == 0 ? path.ptr : "";
  git_buf_dispose(&path);
  return found;
}

Result<RepositoryPtr> open_repository(const std::string& repository) {
  start_library();
  git_repository* opened = nullptr;
  const int code = git_repository_open(&opened, repository.c_str());
  if (code < 0) return opening_failure(repository, code);
  return RepositoryPtr(opened);
}

}  // namespace congbo::provenance
