// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>

namespace congbo {

// A portal with fewer files is built as fast as memory allows; one with so many or more has to mind its memory, of
// which 100,000 pages may take a gibibyte.
inline constexpr std::size_t very_many_files = 30'000;

}  // namespace congbo
