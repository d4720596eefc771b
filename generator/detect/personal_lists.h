// SPDX-License-Identifier: GPL-3.0-or-later
// Many persons together are worse than one: tables and lists.
#pragma once
#include <string_view>
#include <vector>

#include "generator/detect/finding.h"

namespace congbo::detect {

inline constexpr std::size_t list_threshold = 5;  // persons

// Adds "personal-list" (shown: how many persons) where `found` holds as many numbers of one kind, or where a table has
// a column of birthdays, card numbers or home addresses and as many rows with a date or number in them.
void add_personal_lists(std::string_view text, std::vector<Finding>& found);

}  // namespace congbo::detect
