// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace congbo {

// Words as a sentence lists them: "a, b, c"; empty for none.
template <class Words>
std::string word_list(const Words& words, std::string_view between = ", ") {
  std::string list;
  for (const auto& word : words) list.append(list.empty() ? std::string_view() : between).append(word);
  return list;
}

}  // namespace congbo
