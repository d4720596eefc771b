// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/ssh_signature.h"

#include <algorithm>
#include <array>
#include <utility>

#include "generator/approval/crypto.h"
#include "generator/approval/ssh_wire.h"

namespace congbo::approval {
namespace {

constexpr std::string_view magic = "SSHSIG";
constexpr std::string_view begin_line = "-----BEGIN SSH SIGNATURE-----\n";
constexpr std::string_view end_line = "-----END SSH SIGNATURE-----";
constexpr std::size_t armour_width = 70;        // what ssh-keygen writes
constexpr std::size_t longest_armour = 20'000;  // a passkey's is under 1,000
constexpr std::uint32_t only_version = 1;
constexpr std::size_t ed25519_signature_size = 64;
// What other programs put into the same place of a commit.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> foreign_armours = {
    {{"-----BEGIN PGP SIGNATURE-----", "PGP"},
     {"-----BEGIN PGP MESSAGE-----", "PGP"},
     {"-----BEGIN SIGNED MESSAGE-----", "X.509"}}};
constexpr std::array own_kinds = {ed25519_key, ecdsa_key, hardware_ed25519_key, hardware_ecdsa_key};
constexpr std::string_view type_letters = "abcdefghijklmnopqrstuvwxyz0123456789-@.";
constexpr std::size_t longest_type = 64;
// Flags of an authenticator (WebAuthn, section 6.1).
constexpr std::uint8_t user_present = 0x01, user_verified = 0x04, attested = 0x40, extended = 0x80;

std::string digest_of(std::string_view hash, std::string_view message) {
  return hash == "sha512" ? sha512(message) : sha256(message);
}

std::string signed_bytes(std::string_view use, std::string_view reserved, std::string_view hash,
                         std::string_view message) {
  return std::string(magic) + wire_text(use) + wire_text(reserved) + wire_text(hash) +
         wire_text(digest_of(hash, message));
}

std::string armour_of(std::string_view blob) {
  const std::string text = base64(blob);
  std::string out(begin_line);
  for (std::size_t at = 0; at < text.size(); at += armour_width) out.append(text, at, armour_width).append("\n");
  return out.append(end_line);
}

// A number above zero in the one form that SSH gives it; without the byte that keeps it from looking negative.
std::optional<std::string_view> take_number(WireReader& reader) {
  std::string_view number = reader.text();
  if (number.empty() || (number.front() & 0x80) != 0) return std::nullopt;
  if (number.front() == 0) {
    number.remove_prefix(1);
    if (number.empty() || (number.front() & 0x80) == 0) return std::nullopt;
  }
  return number;
}

bool verify_ecdsa(const SshKey& key, std::string_view numbers, std::string_view message) {
  WireReader reader(numbers);
  const auto r = take_number(reader), s = take_number(reader);
  return r && s && reader.ended() && verify_p256(key.point, *r, *s, message);
}

// What the armour of an SSH signature holds, without the magic; nothing for any other text.
std::optional<std::string> opened(std::string_view armour) {
  if (armour.ends_with('\n')) armour.remove_suffix(1);
  if (armour.size() > longest_armour || !armour.starts_with(begin_line) || !armour.ends_with(end_line))
    return std::nullopt;
  std::string text(armour.substr(begin_line.size(), armour.size() - begin_line.size() - end_line.size()));
  std::erase(text, '\n');
  std::optional<std::string> blob = from_base64(text);
  if (!blob || armour_of(*blob) != armour || !blob->starts_with(magic)) return std::nullopt;
  return blob->substr(magic.size());
}

SignatureFault verdict(bool valid) {
  return valid ? SignatureFault::none : SignatureFault::mismatch;
}

// Keys in a file or an agent.
SignatureFault verify_plain(const SshSignature& signature, std::string_view to_sign) {
  WireReader reader(signature.body);
  const std::string_view value = reader.text();
  if (!reader.ended()) return SignatureFault::form;
  if (signature.key.type == ecdsa_key) return verdict(verify_ecdsa(signature.key, value, to_sign));
  if (value.size() != ed25519_signature_size) return SignatureFault::form;
  return verdict(verify_ed25519(signature.key.point, value, to_sign));
}

// Keys on a device that signs its own flags and counter besides.
SignatureFault verify_hardware(const SshSignature& signature, std::string_view to_sign) {
  WireReader reader(signature.body);
  const std::string_view value = reader.text(), state = reader.take(5);
  if (!reader.ended()) return SignatureFault::form;
  if ((static_cast<std::uint8_t>(state.front()) & user_present) == 0) return SignatureFault::presence;
  const std::string message = sha256(signature.key.application).append(state).append(sha256(to_sign));
  if (signature.key.type == hardware_ecdsa_key) return verdict(verify_ecdsa(signature.key, value, message));
  if (value.size() != ed25519_signature_size) return SignatureFault::form;
  return verdict(verify_ed25519(signature.key.point, value, message));
}

// Passkeys: the browser writes down what was asked and on which site, and the device signs that.
SignatureFault verify_passkey(const SshSignature& signature, std::string_view to_sign,
                              const std::vector<std::string>& origins) {
  WireReader reader(signature.body);
  const std::string_view value = reader.text(), state = reader.take(5), origin = reader.text(), client = reader.text(),
                         extensions = reader.text();
  if (!reader.ended()) return SignatureFault::form;
  if (std::find(origins.begin(), origins.end(), origin) == origins.end()) return SignatureFault::origin;
  const auto flags = static_cast<std::uint8_t>(state.front());
  if ((flags & user_present) == 0 || (flags & user_verified) == 0) return SignatureFault::presence;
  if ((flags & attested) != 0 || ((flags & extended) != 0) == extensions.empty()) return SignatureFault::form;
  const std::string start = "{\"type\":\"webauthn.get\",\"challenge\":\"" + base64_url(to_sign) + "\",\"origin\":\"" +
                            std::string(origin) + "\"";
  if (!client.starts_with(start)) return SignatureFault::mismatch;
  const std::string message = sha256(signature.key.application).append(state).append(extensions).append(sha256(client));
  return verdict(verify_ecdsa(signature.key, value, message));
}

}  // namespace

std::string_view name_of(SignatureFault fault) {
  switch (fault) {
    case SignatureFault::none:
      return "valid";
    case SignatureFault::form:
      return "form";
    case SignatureFault::use:
      return "namespace";
    case SignatureFault::hash:
      return "hash";
    case SignatureFault::algorithm:
      return "algorithm";
    case SignatureFault::origin:
      return "origin";
    case SignatureFault::presence:
      return "presence";
    case SignatureFault::mismatch:
      return "mismatch";
  }
  return "";
}

std::optional<SshSignature> read_signature(std::string_view armour) {
  const std::optional<std::string> blob = opened(armour);
  if (!blob) return std::nullopt;
  WireReader reader(*blob);
  if (reader.number() != only_version) return std::nullopt;
  SshSignature signature;
  const std::string_view key_blob = reader.text();
  signature.use = reader.text();
  signature.reserved = reader.text();
  signature.hash = reader.text();
  const std::string_view inner = reader.text();
  const std::optional<SshKey> key = read_key_blob(key_blob);
  if (!reader.ended() || !key) return std::nullopt;
  signature.key = *key;
  WireReader inside(inner);
  signature.algorithm = inside.text();
  if (inside.broken()) return std::nullopt;
  signature.body = inner.substr(sizeof(std::uint32_t) + signature.algorithm.size());
  return signature;
}

std::string foreign_kind(std::string_view armour) {
  for (const auto& [line, kind] : foreign_armours)
    if (armour.starts_with(line)) return std::string(kind);
  const std::optional<std::string> blob = opened(armour);
  if (!blob) return {};
  WireReader reader(*blob);
  (void)reader.number();
  const std::string_view key = reader.text();
  const std::string_view type = WireReader(key).text();
  const bool is_name = type.size() <= longest_type && type.find_first_not_of(type_letters) == std::string_view::npos;
  return is_name && !read_key_blob(key) && std::find(own_kinds.begin(), own_kinds.end(), type) == own_kinds.end()
             ? std::string(type)
             : std::string();
}

SignatureFault verify(const SshSignature& signature, std::string_view message,
                      const std::vector<std::string>& origins) {
  if (signature.use != git_namespace) return SignatureFault::use;
  if (signature.hash != "sha512" && signature.hash != "sha256") return SignatureFault::hash;
  const std::string to_sign = signed_bytes(signature.use, signature.reserved, signature.hash, message);
  const std::string& type = signature.key.type;
  if (signature.algorithm == webauthn_signature && type == hardware_ecdsa_key)
    return verify_passkey(signature, to_sign, origins);
  if (signature.algorithm != type) return SignatureFault::algorithm;
  if (type == hardware_ecdsa_key || type == hardware_ed25519_key) return verify_hardware(signature, to_sign);
  return verify_plain(signature, to_sign);
}

std::string bytes_to_sign(std::string_view message) {
  return signed_bytes(git_namespace, "", "sha512", message);
}

std::string write_signature(std::string_view key_blob, std::string_view signature) {
  return armour_of(std::string(magic) + wire_number(only_version) + wire_text(key_blob) + wire_text(git_namespace) +
                   wire_text("") + wire_text("sha512") + wire_text(signature));
}

}  // namespace congbo::approval
