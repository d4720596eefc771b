// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <unordered_map>
#include <vector>

namespace congbo::markdown {

// The ids of one page.
class Anchors {
 public:
  // `wanted`, or with "-2", "-3" … what is still free; taken from then on.
  std::string claim(const std::string& wanted);
  std::vector<std::string> sorted() const;
  bool empty() const { return taken_.empty(); }

 private:
  std::unordered_map<std::string, int> taken_;  // the number to try next after it
};

}  // namespace congbo::markdown
