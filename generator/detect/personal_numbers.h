// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace congbo::detect {

struct FoundNumber {
  std::size_t offset = 0, length = 0;  // bytes in the text
  std::string digits;
};

// Numbers of citizens' identity cards (căn cước): twelve digits, together or in groups of three or four, with a code of
// a province (001–096) and of sex and century (0–3), after words such as «CCCD» or «định danh» in the same paragraph.
// The number has no check digit, so without such words any twelve digits would do.
std::vector<FoundNumber> find_personal_numbers(std::string_view text);

// Whether the folded text before a number names something else that has numbers: «biên lai», «tờ khai», «mã hồ sơ».
bool names_code(std::string_view folded);

// The same, and nearer to the number than the last of `words`: «CMND …; số biên lai 012345678».
bool is_code_rather(std::string_view folded, std::span<const std::string_view> words);

}  // namespace congbo::detect
