// SPDX-License-Identifier: GPL-3.0-or-later
// Signing as SSH does, by a key in a file or by an agent (ssh-agent, a hardware key behind it). No process is started.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/approval/ssh_key.h"
#include "generator/base/file_system.h"
#include "generator/base/result.h"

namespace congbo::approval {

class KeyRing {
 public:
  virtual ~KeyRing() = default;
  virtual const std::vector<SshKey>& keys() const = 0;
  // The SSH signature ("string algorithm, string …") of the bytes by that key.
  virtual Result<std::string> sign(const SshKey& key, std::string_view bytes) const = 0;
};

// One key of the form that ssh-keygen writes: Ed25519 without a passphrase. Fails with "approval-key-locked" and
// "file-…".
Result<std::unique_ptr<KeyRing>> open_key_file(const FileSystem& files, const std::string& path);

// The keys of the agent at a socket (SSH_AUTH_SOCK), of the kinds that are taken. Waits a minute for a touch. Fails
// with "approval-agent".
Result<std::unique_ptr<KeyRing>> open_agent(const std::string& socket);

}  // namespace congbo::approval
