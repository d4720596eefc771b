// SPDX-License-Identifier: GPL-3.0-or-later
// The only place that starts threads for the build. Work is handed out in index order and results are stored by index,
// so the outcome never depends on the number of threads.
#pragma once
#include <cstddef>
#include <functional>

namespace congbo {

// Calls body(i) once for every i in [0, count) on up to `jobs` threads (0 = one for each core) and returns when all are
// done. `grain` indices are taken at a time. If a body throws, the exception of the lowest index among those thrown is
// rethrown after all threads have stopped.
void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& body,
                  std::size_t grain = 16);

// Threads used for `jobs` (0 = one for each core), at least 1.
unsigned effective_jobs(unsigned jobs);

}  // namespace congbo
