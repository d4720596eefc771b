// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/fetch.h"

#include <filesystem>
#include <vector>

#include "generator/provenance/libgit2.h"

namespace congbo::provenance {
namespace {

using RemotePtr = std::unique_ptr<git_remote, Freer<git_remote_free>>;

struct Offer {
  const std::string& key;
  bool made = false;
};

// libgit2 asks again when the server refuses: one key, one try. Nothing here throws into C.
int offer_key(git_credential** out, const char*, const char* user, unsigned allowed, void* payload) noexcept {
  auto* offer = static_cast<Offer*>(payload);
  if (offer->made || offer->key.empty() || (allowed & GIT_CREDENTIAL_SSH_KEY) == 0) return GIT_EAUTH;
  offer->made = true;
  return git_credential_ssh_key_new(out, user == nullptr ? "git" : user, nullptr, offer->key.c_str(), nullptr);
}

Diagnostic failure_of(const FetchRequest& request) {
  Diagnostic failure = git_failure(request.from);
  failure.code = "git-fetch-failed";
  return failure;
}

Result<RepositoryPtr> open_or_make(const std::string& folder) {
  const std::string found = std::filesystem::exists(folder) ? find_repository(folder) : std::string();
  if (!found.empty()) return open_repository(found);
  (void)find_repository(".");  // starts the library
  git_repository* made = nullptr;
  if (git_repository_init(&made, folder.c_str(), 1) < 0) return git_failure(folder);
  return RepositoryPtr(made);
}

}  // namespace

Result<Done> fetch(const FetchRequest& request) {
  CONGBO_TRY(const RepositoryPtr repository, open_or_make(request.repository));
  git_remote* opened = nullptr;
  if (git_remote_create_anonymous(&opened, repository.get(), request.from.c_str()) < 0) return failure_of(request);
  const RemotePtr remote(opened);
  std::vector<std::string> wanted = {"+refs/heads/" + request.branch + ":refs/remotes/origin/" + request.branch};
  if (request.what == FetchWhat::drafts)
    for (const char* kind : {"heads", "pull", "merge-requests"})
      wanted.push_back("+refs/" + std::string(kind) + "/*:refs/archive/" + kind + "/*");
  std::vector<char*> pointers;
  pointers.reserve(wanted.size());
  for (std::string& one : wanted) pointers.push_back(one.data());
  const git_strarray refspecs{pointers.data(), pointers.size()};
  Offer offer{request.key};
  git_fetch_options options = GIT_FETCH_OPTIONS_INIT;
  options.callbacks.credentials = offer_key;
  options.callbacks.payload = &offer;
  options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE;
  options.prune = GIT_FETCH_NO_PRUNE;
  if (git_remote_fetch(remote.get(), &refspecs, &options, "congbo publish") < 0) return failure_of(request);
  return Done{};
}

}  // namespace congbo::provenance
