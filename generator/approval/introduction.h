// SPDX-License-Identifier: GPL-3.0-or-later
// Where trust begins: a commit pinned on the machine that publishes, outside the repository. What came before it is
// taken as it is; every change after it has to be approved.
#pragma once
#include <string>

#include "generator/base/file_system.h"
#include "generator/base/result.h"

namespace congbo::approval {

struct Introduction {
  std::string commit;  // 40 digits
  std::string key;     // "SHA256:…" of the key that has to have signed it; empty: the id alone is trusted
};

// `given` is the id itself, or the path of a file of lines "commit: <id>" and, if wanted, "key: SHA256:…". Fails with
// "approval-introduction-missing" (empty), "-invalid", "-inside" (the file is below `work_folder` or `git_folder`).
Result<Introduction> read_introduction(const FileSystem& files, const std::string& given,
                                       const std::string& work_folder, const std::string& git_folder);

}  // namespace congbo::approval
