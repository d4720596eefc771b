// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/fetch.h"

#include <filesystem>
#include <map>
#include <vector>

#include "generator/provenance/libgit2.h"

namespace congbo::provenance {
namespace {

using RemotePtr = std::unique_ptr<git_remote, Freer<git_remote_free>>;

struct Offer {
  std::string key;
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
  start_library();
  git_repository* made = nullptr;
  if (git_repository_init(&made, folder.c_str(), 1) < 0) return git_failure(folder);
  return RepositoryPtr(made);
}

// A connection to the server that knows the key.
class Server {
 public:
  explicit Server(const FetchRequest& request) : request_(request), offer_{request.key} {}

  Result<Done> open() {
    CONGBO_TRY(repository_, open_or_make(request_.repository));
    git_remote* opened = nullptr;
    if (git_remote_create_anonymous(&opened, repository_.get(), request_.from.c_str()) < 0) return failure_of(request_);
    remote_.reset(opened);
    return Done{};
  }

  // Names and commits of all that the server has.
  Result<std::map<std::string, std::string>> references() {
    git_remote_callbacks callbacks = GIT_REMOTE_CALLBACKS_INIT;
    set(callbacks);
    if (git_remote_connect(remote_.get(), GIT_DIRECTION_FETCH, &callbacks, nullptr, nullptr) < 0)
      return failure_of(request_);
    const git_remote_head** heads = nullptr;
    std::size_t count = 0;
    std::map<std::string, std::string> found;
    if (git_remote_ls(&heads, &count, remote_.get()) < 0) return failure_of(request_);
    for (std::size_t i = 0; i < count; ++i) found[heads[i]->name] = to_text(heads[i]->oid);
    git_remote_disconnect(remote_.get());
    return found;
  }

  Result<Done> get(std::vector<std::string> wanted) {
    std::vector<char*> pointers;
    pointers.reserve(wanted.size());
    for (std::string& one : wanted) pointers.push_back(one.data());
    const git_strarray refspecs{pointers.data(), pointers.size()};
    git_fetch_options options = GIT_FETCH_OPTIONS_INIT;
    set(options.callbacks);
    options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE;
    options.prune = GIT_FETCH_NO_PRUNE;
    if (git_remote_fetch(remote_.get(), &refspecs, &options, "congbo publish") < 0) return failure_of(request_);
    return Done{};
  }

  bool has(const std::string& name) const {
    git_oid id;
    return git_reference_name_to_id(&id, repository_.get(), name.c_str()) == 0;
  }

 private:
  void set(git_remote_callbacks& callbacks) {
    offer_.made = false;
    callbacks.credentials = offer_key;
    callbacks.payload = &offer_;
  }

  const FetchRequest& request_;
  RepositoryPtr repository_;
  RemotePtr remote_;
  Offer offer_;
};

}  // namespace

Result<Done> fetch(const FetchRequest& request) {
  Server server(request);
  CONGBO_TRY([[maybe_unused]] const Done opened, server.open());
  const std::string branch = "refs/heads/" + request.branch;
  CONGBO_TRY([[maybe_unused]] const auto there, server.references());
  if (!there.contains(branch)) return error("git-branch-gone", {}, {request.from, request.branch});
  return server.get({"+" + branch + ":refs/remotes/origin/" + request.branch});
}

Result<Done> archive_drafts(const FetchRequest& request) {
  Server server(request);
  CONGBO_TRY([[maybe_unused]] const Done opened, server.open());
  CONGBO_TRY(const auto there, server.references());
  std::vector<std::string> wanted;
  for (const auto& [name, id] : there) {
    const bool draft =
        name.starts_with("refs/heads/") || name.starts_with("refs/pull/") || name.starts_with("refs/merge-requests/");
    if (!draft || name == "refs/heads/" + request.branch || name.ends_with("^{}")) continue;
    const std::string kept = "refs/archive/" + name.substr(std::string_view("refs/").size()) + "/" + id;
    if (!server.has(kept)) wanted.push_back("+" + name + ":" + kept);
  }
  if (wanted.empty()) return Done{};
  Result<Done> all = server.get(wanted);
  if (all) return all;
  for (const std::string& one : wanted)  // one that cannot be kept does not cost the others
    (void)server.get({one});
  return all;
}

}  // namespace congbo::provenance
