// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of secrecy or of narrow circulation (REF-04, REF-08; law 117/2025/QH15 on state secrets): as the stamp stands
// on paper, alone on its line or after «Độ mật:». A law that names the levels within a sentence bears no mark.
#pragma once
#include <string_view>
#include <vector>

#include "generator/detect/finding.h"

namespace congbo::detect {

// Code "secret-mark", shown: the mark. In order.
std::vector<Finding> find_secret_marks(std::string_view text);

// Whether the name of a file says that what is in it is secret or internal: "to-trinh-toi-mat.pdf", «Lưu hành nội
// bộ.pdf». "quy-che-bao-mat.pdf" does not.
bool is_secret_name(std::string_view file_name);

}  // namespace congbo::detect
