// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace congbo::cli {

// The whole program: reads the options, runs one command, returns the exit code (0 ok, 1 content errors, 2 usage,
// 3 environment). Never throws.
int run(int argument_count, char** arguments) noexcept;

}  // namespace congbo::cli
