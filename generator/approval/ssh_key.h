// SPDX-License-Identifier: GPL-3.0-or-later
// Public keys of approvers, written as OpenSSH does: "ssh-ed25519 AAAA… comment".
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace congbo::approval {

inline constexpr std::string_view ed25519_key = "ssh-ed25519";
inline constexpr std::string_view ecdsa_key = "ecdsa-sha2-nistp256";
inline constexpr std::string_view hardware_ed25519_key = "sk-ssh-ed25519@openssh.com";
inline constexpr std::string_view hardware_ecdsa_key = "sk-ecdsa-sha2-nistp256@openssh.com";
inline constexpr std::string_view webauthn_signature = "webauthn-sk-ecdsa-sha2-nistp256@openssh.com";

// The parts of a key of one of the four kinds above; all others (RSA, DSA) are refused.
struct SshKey {
  std::string blob;         // as it stands in signatures
  std::string type;         // "ssh-ed25519"
  std::string point;        // 32 bytes of Ed25519 or 65 of P-256
  std::string application;  // of the two kinds of hardware keys: "ssh:" or the site that passkeys belong to
};

std::optional<SshKey> read_key_blob(std::string_view blob);
// One line; the comment at its end does not matter.
std::optional<SshKey> read_public_key(std::string_view line);
// "SHA256:…", as `ssh-keygen -l` prints.
std::string fingerprint(std::string_view blob);

}  // namespace congbo::approval
