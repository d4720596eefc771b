// SPDX-License-Identifier: GPL-3.0-or-later
// {{TITLE:x-number}}: text in which no line ends inside a document's number.
#pragma once
#include <string>
#include <string_view>

namespace congbo::render {

inline constexpr std::string_view number_modifier = "x-number";

// Escapes `text` for element content. Each hyphen of a document's number («44/2024/QĐ-UBND»: signs without a blank
// among them, with a digit, "/" and "-") becomes <span class="joint">-</span>, which the style sheet keeps together
// with what follows; whoever copies or searches gets the plain hyphen. An e-mail address may go on in the next line
// after its «@», and not where the room ends.
void append_with_numbers(std::string& out, std::string_view text);

// Makes the modifier known to ctemplate; any number of times, from any thread.
void make_number_modifier_known();

}  // namespace congbo::render
