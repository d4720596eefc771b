// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/result.h"
#include "generator/provenance/libgit2.h"

namespace congbo::provenance {

// Handles of one repository, each used by one thread at a time: libgit2 objects do not stand two. As many are opened as
// threads ever read at once.
class RepositoryPool {
 public:
  explicit RepositoryPool(std::string repository) : repository_(std::move(repository)) {}

  // The bytes of the blob with this id (40 digits); `path` is for messages. Thread-safe.
  Result<std::string> read_blob(std::string_view id, const std::string& path);

 private:
  Result<RepositoryPtr> take();
  void give_back(RepositoryPtr handle);

  std::string repository_;
  std::mutex mutex_;
  std::vector<RepositoryPtr> idle_;
};

}  // namespace congbo::provenance
