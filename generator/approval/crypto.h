// SPDX-License-Identifier: GPL-3.0-or-later
// What the approval of commits needs of OpenSSL, by plain names. The only file of the module that includes it is
// crypto.cc.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace congbo::approval {

std::string sha256(std::string_view bytes);  // 32 bytes
std::string sha512(std::string_view bytes);  // 64 bytes

std::string base64(std::string_view bytes);      // with "=" at the end, no line ends
std::string base64_url(std::string_view bytes);  // "-" and "_", without "="
// Nothing for any text but the one that base64() writes for these bytes.
std::optional<std::string> from_base64(std::string_view text);

// `key` 32 bytes, `signature` 64.
bool verify_ed25519(std::string_view key, std::string_view signature, std::string_view message);
// `point` the uncompressed point (65 bytes from 04 on), `r` and `s` big-endian without sign, over SHA-256 of `message`.
bool verify_p256(std::string_view point, std::string_view r, std::string_view s, std::string_view message);
// `seed` 32 bytes; empty when OpenSSL refuses.
std::string sign_ed25519(std::string_view seed, std::string_view message);

}  // namespace congbo::approval
