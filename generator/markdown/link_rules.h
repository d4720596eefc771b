// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string_view>

namespace congbo::markdown {

// javascript:, data:, vbscript: and file: addresses, however they are written (browsers ignore leading control
// characters and line ends within a scheme).
bool is_dangerous_address(std::string_view address);

// A link text that says nothing read on its own (WCAG 2.4.4): «tại đây», «xem thêm», "here".
bool is_vague_link_text(std::string_view text);

}  // namespace congbo::markdown
