// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/repository_pool.h"

#include <utility>

namespace congbo::provenance {

Result<RepositoryPtr> RepositoryPool::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      RepositoryPtr handle = std::move(idle_.back());
      idle_.pop_back();
      return handle;
    }
  }
  return open_repository(repository_);
}

void RepositoryPool::give_back(RepositoryPtr handle) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(handle));
}

Result<std::string> RepositoryPool::read_blob(std::string_view id, const std::string& path) {
  git_oid object;
  if (git_oid_fromstrn(&object, id.data(), id.size()) < 0) return git_failure(path);
  CONGBO_TRY(RepositoryPtr handle, take());
  git_blob* opened = nullptr;
  if (git_blob_lookup(&opened, handle.get(), &object) < 0) return git_failure(path);
  BlobPtr blob(opened);
  std::string bytes(static_cast<const char*>(git_blob_rawcontent(blob.get())),
                    static_cast<std::size_t>(git_blob_rawsize(blob.get())));
  blob.reset();
  give_back(std::move(handle));
  return bytes;
}

}  // namespace congbo::provenance
