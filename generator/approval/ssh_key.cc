// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/ssh_key.h"

#include "generator/approval/crypto.h"
#include "generator/approval/ssh_wire.h"

namespace congbo::approval {
namespace {

constexpr std::size_t ed25519_size = 32, p256_size = 65;
constexpr char uncompressed = 4;

bool is_known(std::string_view type) {
  return type == ed25519_key || type == ecdsa_key || type == hardware_ed25519_key || type == hardware_ecdsa_key;
}

}  // namespace

std::optional<SshKey> read_key_blob(std::string_view blob) {
  WireReader reader(blob);
  SshKey key{std::string(blob), std::string(reader.text()), {}, {}};
  if (!is_known(key.type)) return std::nullopt;
  const bool curve = key.type == ecdsa_key || key.type == hardware_ecdsa_key;
  if (curve && reader.text() != "nistp256") return std::nullopt;
  key.point = reader.text();
  const bool hardware = key.type == hardware_ed25519_key || key.type == hardware_ecdsa_key;
  if (hardware) key.application = reader.text();
  if (!reader.ended() || key.point.size() != (curve ? p256_size : ed25519_size)) return std::nullopt;
  if (curve && key.point.front() != uncompressed) return std::nullopt;
  if (hardware && key.application.empty()) return std::nullopt;
  return key;
}

std::optional<SshKey> read_public_key(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::string_view rest = line.substr(space + 1);
  const std::optional<std::string> blob = from_base64(rest.substr(0, rest.find(' ')));
  if (!blob) return std::nullopt;
  std::optional<SshKey> key = read_key_blob(*blob);
  if (!key || key->type != line.substr(0, space)) return std::nullopt;
  return key;
}

std::string fingerprint(std::string_view blob) {
  std::string text = base64(sha256(blob));
  while (!text.empty() && text.back() == '=') text.pop_back();
  return "SHA256:" + text;
}

}  // namespace congbo::approval
