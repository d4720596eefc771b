// SPDX-License-Identifier: GPL-3.0-or-later
// Catch2 is version 2 in Debian 12 and version 3 in Debian 13; tests include this and nothing else.
#pragma once
#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Matchers::ContainsSubstring;
#else
#include <catch2/catch.hpp>
#endif
