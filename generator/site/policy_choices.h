// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of `choices:`: what no regulation fixes (requirements 2.7). Used by the readers of policies only.
#pragma once
#include <span>
#include <string_view>

#include "generator/site/values/policy.h"

namespace congbo::site {

struct ChoiceRow {
  std::string_view key;
  int Choices::*number = nullptr;  // one of the two is set
  std::string Choices::*text = nullptr;
  int lowest = 0, highest = 0;
  std::string_view meaning_vi, meaning_en;
};

std::span<const ChoiceRow> choice_rows();  // sorted by key

}  // namespace congbo::site
