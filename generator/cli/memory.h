// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>

namespace congbo::cli {

// For a command that works once and ends: memory comes in large pages and is kept when it is freed, which takes a tenth
// of the time off a build of 10,000 pages and costs a tenth more memory. A portal of very many files, where memory is
// what is short, gives it back. Does nothing where the program runs on another allocator (sanitizers).
void keep_memory(std::size_t files);

}  // namespace congbo::cli
