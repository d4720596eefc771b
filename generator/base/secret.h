// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace congbo {

std::string hmac_sha256_hex(std::string_view key, std::string_view text);  // 64 lower-case hexadecimal digits
// Unguessable, from the system; empty when the system has none to give.
std::string random_hex(std::size_t bytes);
// Takes the same time wherever they differ. Texts of different lengths are different at once.
bool same_secret(std::string_view one, std::string_view other);

}  // namespace congbo
