// SPDX-License-Identifier: GPL-3.0-or-later
// Where the release log is kept in a repository: the file releases.jsonl in the tree of the newest commit of
// refs/congbo/releases; each release is a commit with one parent. Branches, work folder and index are never touched.
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "generator/base/result.h"

namespace congbo::provenance {

inline constexpr const char* release_ref = "refs/congbo/releases";

// The log's text; empty where the repository has none, nothing where `folder` is in no repository. A portal in a
// folder of a repository has a log of its own: releases.<folder>.jsonl.
// Fails as git_snapshot does, and with "release-log-foreign" when the ref names anything but a commit of logs.
Result<std::optional<std::string>> read_release_log(const std::string& folder);

// Appends what `next` gives for the log as it is (nothing when it gives an empty text) as a commit of `at_seconds`.
// When somebody else appended meanwhile, it is done again from their log, so no line is lost; "release-log-busy" after
// 20 times or ten seconds. True when something was appended. Fails with "git-not-a-repository" and as above.
Result<bool> append_release_log(const std::string& folder, std::int64_t at_seconds,
                                const std::function<Result<std::string>(const std::string& log)>& next);

// Whether the repository around `folder` has a remote; false without a repository.
Result<bool> has_remote(const std::string& folder);

}  // namespace congbo::provenance
