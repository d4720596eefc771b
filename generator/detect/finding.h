// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace congbo::detect {

// Something in a text that must not get out.
struct Finding {
  std::string_view code;               // of the diagnostic: "personal-phone"
  std::size_t offset = 0, length = 0;  // bytes in the text
  std::string shown;                   // what may be said of it: a few first characters, never the whole
};

}  // namespace congbo::detect
