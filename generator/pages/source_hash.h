// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace congbo::pages {

// What a translator translates, as 16 hexadecimal digits: the title and the summary as they are written and the body of
// a content file. Other keys (tags, dates) do not change it. `congbo translated` writes it (LNG-02).
std::string source_hash(std::string_view file_bytes);

}  // namespace congbo::pages
