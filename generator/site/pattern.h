// SPDX-License-Identifier: GPL-3.0-or-later
// A field's regular expression, compiled once when its type is read. Safe to use from several threads.
#pragma once
#include <memory>
#include <string>
#include <string_view>

namespace congbo::site {

class Pattern;  // opaque

// ECMAScript without back-references; null when `expression` is not one.
std::shared_ptr<const Pattern> compile_pattern(const std::string& expression);

inline constexpr std::size_t maximum_matched_bytes = 1'000;

// Whether the whole of `text` matches; false for more than `maximum_matched_bytes`. Time grows with the product of both
// lengths at most, whatever the expression.
bool matches(const Pattern& pattern, std::string_view text);

}  // namespace congbo::site
