// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>

#include "generator/base/result.h"

namespace congbo::provenance {

struct CommitPair {
  std::string before, after;
};

// The names that files of `after` had in `before`, by those they have now, as far as git can tell by their texts. Paths
// are from the source folder `folder`, and so is what is looked at.
Result<std::map<std::string, std::string>> moved_from(const std::string& folder, const CommitPair& commits);

}  // namespace congbo::provenance
