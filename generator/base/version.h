// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string_view>

namespace congbo {

inline constexpr std::string_view program_version = "1.0.0";  // as in CMakeLists.txt (a test compares them)

}  // namespace congbo
