// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/approval/sign.h"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "generator/approval/crypto.h"
#include "generator/approval/ssh_wire.h"

namespace congbo::approval {
namespace {

constexpr std::string_view private_begin = "-----BEGIN OPENSSH PRIVATE KEY-----\n",
                           private_end = "-----END OPENSSH PRIVATE KEY-----";
constexpr std::string_view private_magic("openssh-key-v1\0", 15);
constexpr std::size_t seed_size = 32, secret_size = 64;

class FileKey final : public KeyRing {
 public:
  FileKey(SshKey key, std::string seed) : keys_{std::move(key)}, seed_(std::move(seed)) {}
  ~FileKey() override { explicit_bzero(seed_.data(), seed_.size()); }
  const std::vector<SshKey>& keys() const override { return keys_; }
  Result<std::string> sign(const SshKey& key, std::string_view bytes) const override {
    const std::string signature = sign_ed25519(seed_, bytes);
    if (signature.empty()) return error("approval-key-locked", {}, {fingerprint(key.blob), "OpenSSL"});
    return wire_text(ed25519_key) + wire_text(signature);
  }

 private:
  std::vector<SshKey> keys_;
  std::string seed_;
};

Result<std::unique_ptr<KeyRing>> read_private_key(std::string_view blob, const std::string& path) {
  const auto locked = [&](const char* why) { return error("approval-key-locked", {}, {path, why}); };
  if (!blob.starts_with(private_magic)) return locked("openssh-key-v1");
  WireReader reader(blob.substr(private_magic.size()));
  const std::string_view cipher = reader.text();
  (void)reader.text();  // how a passphrase would be used
  (void)reader.text();
  if (reader.broken()) return locked("openssh-key-v1");
  if (cipher != "none") return locked("passphrase");
  if (reader.number() != 1) return locked("openssh-key-v1");
  std::optional<SshKey> key = read_key_blob(reader.text());
  WireReader inside(reader.text());
  if (!key || key->type != ed25519_key) return locked("ssh-ed25519");
  const bool same_checks = inside.number() == inside.number();
  const std::string_view type = inside.text(), point = inside.text(), secret = inside.text();
  if (!same_checks || inside.broken() || type != ed25519_key || point != key->point || secret.size() != secret_size)
    return locked("openssh-key-v1");
  return std::unique_ptr<KeyRing>(std::make_unique<FileKey>(*std::move(key), std::string(secret.substr(0, seed_size))));
}

// The agent's protocol (draft-miller-ssh-agent): a length, then a message that starts with its kind.
constexpr char list_request = 11, list_answer = 12, sign_request = 13, sign_answer = 14;
constexpr std::uint32_t longest_answer = 1 << 20;
constexpr std::uint32_t most_identities = 1000;
constexpr int wait_seconds = 60;

class Socket {
 public:
  explicit Socket(const std::string& path) : handle_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const timeval wait{wait_seconds, 0};
    open_ = handle_ >= 0 && path.size() < sizeof address.sun_path &&
            ::setsockopt(handle_, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait) == 0;
    if (open_) std::memcpy(address.sun_path, path.data(), path.size());
    open_ = open_ && ::connect(handle_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  ~Socket() {
    if (handle_ >= 0) ::close(handle_);
  }

  // The answer's bytes; empty when the agent does not give one.
  std::string ask(std::string_view message) const {
    const std::string framed = wire_text(message);
    if (!open_ || ::send(handle_, framed.data(), framed.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(framed.size()))
      return {};
    const std::string length = receive(sizeof(std::uint32_t));
    const std::uint32_t count = WireReader(length).number();
    return count > longest_answer ? std::string() : receive(count);
  }

 private:
  std::string receive(std::size_t count) const {
    std::string bytes(count, '\0');
    std::size_t got = 0;
    while (got < count) {
      const ssize_t part = ::recv(handle_, bytes.data() + got, count - got, 0);
      if (part < 0 && errno == EINTR) continue;
      if (part <= 0) return {};
      got += static_cast<std::size_t>(part);
    }
    return bytes;
  }

  int handle_;
  bool open_ = false;
};

class Agent final : public KeyRing {
 public:
  Agent(std::string socket, std::vector<SshKey> keys) : socket_(std::move(socket)), keys_(std::move(keys)) {}
  const std::vector<SshKey>& keys() const override { return keys_; }
  Result<std::string> sign(const SshKey& key, std::string_view bytes) const override {
    const std::string answer =
        Socket(socket_).ask(sign_request + wire_text(key.blob) + wire_text(bytes) + wire_number(0));
    WireReader reader(answer);
    if (reader.byte() != sign_answer) return error("approval-agent", {}, {fingerprint(key.blob)});
    return std::string(reader.text());
  }

 private:
  std::string socket_;
  std::vector<SshKey> keys_;
};

}  // namespace

Result<std::unique_ptr<KeyRing>> open_key_file(const FileSystem& files, const std::string& path) {
  CONGBO_TRY(const std::string text, files.read(path));
  const std::size_t end = text.find(private_end);
  if (!text.starts_with(private_begin) || end == std::string::npos)
    return error("approval-key-locked", {}, {path, "OPENSSH PRIVATE KEY"});
  std::string body = text.substr(private_begin.size(), end - private_begin.size());
  std::erase(body, '\n');
  const std::optional<std::string> blob = from_base64(body);
  if (!blob) return error("approval-key-locked", {}, {path, "base64"});
  return read_private_key(*blob, path);
}

Result<std::unique_ptr<KeyRing>> open_agent(const std::string& socket) {
  if (socket.empty()) return error("approval-agent", {}, {"SSH_AUTH_SOCK"});
  const std::string answer = Socket(socket).ask(std::string(1, list_request));
  WireReader reader(answer);
  if (reader.byte() != list_answer) return error("approval-agent", {}, {socket});
  const std::uint32_t count = reader.number();
  std::vector<SshKey> keys;
  for (std::uint32_t i = 0; i < count && i < most_identities && !reader.broken(); ++i) {
    std::optional<SshKey> key = read_key_blob(reader.text());
    (void)reader.text();  // its comment
    if (key) keys.push_back(*std::move(key));
  }
  return std::unique_ptr<KeyRing>(std::make_unique<Agent>(socket, std::move(keys)));
}

}  // namespace congbo::approval
