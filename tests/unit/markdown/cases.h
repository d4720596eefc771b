// SPDX-License-Identifier: GPL-3.0-or-later
// Texts and what is found in them.
#pragma once
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/unit/markdown/rendered.h"

namespace congbo::markdown {

struct Case {
  std::string text;
  std::string expected;  // as listed() gives it
};

inline void check(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    INFO(one.text);
    CHECK(listed(rendered(one.text).found) == one.expected);
  }
}

}  // namespace congbo::markdown
