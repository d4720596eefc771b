// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "generator/base/result.h"

namespace congbo::provenance {

struct CommitPair {
  std::string before, after;
};

// The names that files of `after` had in `before`, among `names`, by those they have now, as far as git can tell by
// their texts. Paths are from the source folder `folder`.
Result<std::map<std::string, std::string>> moved_from(const std::string& folder, const CommitPair& commits,
                                                      const std::vector<std::string>& paths,
                                                      const std::vector<std::string>& names);

}  // namespace congbo::provenance
