// SPDX-License-Identifier: GPL-3.0-or-later
// Which branch or commit a label means, read from the repository each time, so that what was just pushed is there.
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "generator/provenance/drafts.h"
#include "preview/drafts/editions.h"

namespace congbo::drafts {

struct Target {
  std::string branch;  // empty for a commit
  std::string commit;
  std::string main;  // commit of the main branch; empty for the main branch itself, a commit, or one without history
};

class BranchBook {
 public:
  explicit BranchBook(std::shared_ptr<const provenance::Drafts> repository) : repository_(std::move(repository)) {}

  // Nothing when no branch and no commit bears it.
  std::optional<Target> find(const std::string& label);
  // The main branch; nothing in a repository without one.
  std::optional<Target> main() const;

 private:
  std::string branch_of(const std::string& label);  // empty: none
  std::string tip_of(const std::string& branch) const;
  std::optional<Target> commit_of(const std::string& label) const;

  std::shared_ptr<const provenance::Drafts> repository_;
  std::mutex mutex_;
  std::map<std::string, std::string> branches_;  // by label
};

}  // namespace congbo::drafts
