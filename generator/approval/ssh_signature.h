// SPDX-License-Identifier: GPL-3.0-or-later
// SSH signatures (PROTOCOL.sshsig of OpenSSH) on commits: Ed25519, P-256, hardware keys and passkeys (WebAuthn).
// Everything is strict: one armour for each signature, so that a changed bit anywhere is a failed signature.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/approval/ssh_key.h"

namespace congbo::approval {

inline constexpr std::string_view git_namespace = "git";

enum class SignatureFault {
  none,
  form,       // not the armour of an SSH signature, or damaged inside
  use,        // signed for something else than git
  hash,       // neither SHA-256 nor SHA-512
  algorithm,  // a kind of key that is not taken
  origin,     // a passkey used on another site than the editors' own
  presence,   // a hardware key that nobody touched, or a passkey without the holder's check
  mismatch,   // signed something else, or by another key
};
std::string_view name_of(SignatureFault fault);

struct SshSignature {
  SshKey key;
  std::string use, reserved, hash;  // namespace, reserved, "sha512"
  std::string algorithm;            // of the signature itself
  std::string body;                 // what follows the algorithm's name
};

// What is between "-----BEGIN SSH SIGNATURE-----" and its end, lines of 70; with or without the last line end.
// Nothing for any other text.
std::optional<SshSignature> read_signature(std::string_view armour);

// "PGP", "X.509", "ssh-rsa": the kind of a signature that is whole as far as it can be seen, but never taken; else
// empty.
std::string foreign_kind(std::string_view armour);

// Whether `signature` is for `message`. `origins` are the sites ("https://bientap.example.vn") that passkeys may have
// signed on; without any, none is accepted.
SignatureFault verify(const SshSignature& signature, std::string_view message, const std::vector<std::string>& origins);

// What is signed for `message`: to be given to a key, an agent, or a browser as its challenge.
std::string bytes_to_sign(std::string_view message);
// The armour around what signed it; `signature` is the SSH form ("string algorithm, string …").
std::string write_signature(std::string_view key_blob, std::string_view signature);

}  // namespace congbo::approval
