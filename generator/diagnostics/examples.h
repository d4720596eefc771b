// SPDX-License-Identifier: GPL-3.0-or-later
// For the messages that editors meet most: a sample of what they speak about, and the same written wrong and right.
// Printed by `congbo explain`.
#pragma once
#include <span>
#include <string_view>

#include "generator/base/diagnostic.h"

namespace congbo::diagnostics {

struct Example {
  std::string_view code;
  std::string_view arguments;  // of the message, "|" between them
  std::string_view suggestion;
  std::string_view wrong, right;
};

std::span<const Example> examples();  // sorted by code

// A finding of that code to fill its sentences with: the example's, else «…» for each argument.
Diagnostic sample_of(std::string_view code);

// Null for a code without one.
const Example* example_of(std::string_view code);

}  // namespace congbo::diagnostics
