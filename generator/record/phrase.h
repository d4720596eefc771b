// SPDX-License-Identifier: GPL-3.0-or-later
// Objects in words: "{value} {unit}[ ({note})]" says {value: 12, unit: working-day} as «12 ngày làm việc». What is in
// brackets is left out when one of its keys has no value.
#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congbo::record {

using PhraseValues = std::vector<std::pair<std::string, std::string>>;  // key, text

// Empty when no key of the phrase has a value. A brace or bracket that is not closed stands for itself.
std::string filled_phrase(std::string_view phrase, const PhraseValues& values);

}  // namespace congbo::record
