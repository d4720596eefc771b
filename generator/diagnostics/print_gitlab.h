// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "generator/diagnostics/catalogue.h"

namespace congbo::diagnostics {

// A Code Quality report for GitLab (artifacts:reports:codequality): findings appear beside the lines of a merge
// request. The fingerprint holds no line number, so that a finding that moves stays the same one.
std::string print_gitlab(const Diagnostics& found, Language language);

}  // namespace congbo::diagnostics
