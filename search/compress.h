// SPDX-License-Identifier: GPL-3.0-or-later
// Files compressed once, for hosts that send them as they are. The same bytes give the same bytes.
#pragma once
#include <string>
#include <string_view>

namespace congbo::search {

std::string gzip(std::string_view bytes);
std::string brotli(std::string_view bytes);

}  // namespace congbo::search
