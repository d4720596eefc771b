// SPDX-License-Identifier: GPL-3.0-or-later
// What `congbo build` says when it is done: in words for people, as JSON for machines.
#pragma once
#include <string>

#include "generator/cli/command.h"
#include "generator/pipeline/pipeline.h"

namespace congbo::cli {

// Pages, what changed since the last release, warnings by kind, the slowest stages of a build over a second, when the
// next build is due and why, and where to read on. Of a build that published nothing: how many errors of which kind.
std::string summary_text(const Terminal& terminal, const pipeline::BuildReport& report, const StageTimer& timer,
                         const std::string& out);

// The same as one JSON object (`--format json`), version 1.
std::string summary_json(const Terminal& terminal, const pipeline::BuildReport& report, const StageTimer& timer,
                         const std::string& out);

}  // namespace congbo::cli
