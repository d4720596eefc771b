// SPDX-License-Identifier: GPL-3.0-or-later
// Address parts from Vietnamese text: «Ea H'Leo» → "ea-hleo", «M'Drắk» → "mdrak", «Đồng Tháp» → "dong-thap".
#pragma once
#include <string>
#include <string_view>

namespace congbo {

// Folded, apostrophes dropped, every other run of non-alphanumerics one "-", trimmed; at most `limit` bytes, cut at a
// "-". Empty when nothing is left.
std::string slug(std::string_view text, std::size_t limit = 80);

// True for what slug() can give: [a-z0-9] with single "-" between.
bool is_slug(std::string_view text);

}  // namespace congbo
