// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace congbo {

std::string sha256_hex(std::string_view bytes);     // 64 lower-case hexadecimal digits
std::string sha256_base64(std::string_view bytes);  // for integrity="sha256-…"
std::string git_blob_id(std::string_view bytes);    // what `git hash-object` gives (SHA-1, 40 digits)

}  // namespace congbo
