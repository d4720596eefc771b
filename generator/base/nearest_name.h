// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace congbo {

// The known name that `wanted` was probably meant to be (edit distance over folded text with transpositions, at most a
// third of its length and never more than 3); empty when none is near. Ties go to the first in `known`.
std::string nearest_name(std::string_view wanted, const std::vector<std::string>& known);

}  // namespace congbo
