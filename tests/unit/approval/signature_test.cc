// SPDX-License-Identifier: GPL-3.0-or-later
// SSH signatures against ssh-keygen and git, and every way of bending them.
#include "generator/approval/ssh_signature.h"

#include "generator/approval/crypto.h"
#include "generator/approval/ssh_wire.h"
#include "tests/unit/approval/newsroom.h"

using namespace congbo;
using namespace congbo::approval;

namespace {

// What ssh-keygen makes of a message.
std::string signed_by(const std::string& key, const std::string& message, const std::string& use = "git") {
  const test::TemporaryFolder folder;
  provenance::write_file(folder / "m", message);
  const std::string line =
      "ssh-keygen -q -Y sign -n " + use + " -f '" + key_folder() + "/" + key + "' '" + folder / "m" + "' 2>/dev/null";
  REQUIRE(std::system(line.c_str()) == 0);
  return read_text(folder / "m.sig");
}

SignatureFault fault_of(const std::string& armour, const std::string& message) {
  const std::optional<SshSignature> signature = read_signature(armour);
  return signature ? verify(*signature, message, {"https://bientap.example.vn"}) : SignatureFault::form;
}

// A passkey's signature as a browser would give it, made of one that a test vector holds; only its frame matters here.
struct Passkey {
  std::string origin = "https://bientap.example.vn", challenge, extensions;
  unsigned char flags = 0x05;
  std::string armour() const {
    const std::string point = "\x04" + std::string(64, '\x01');
    const std::string key =
        wire_text(hardware_ecdsa_key) + wire_text("nistp256") + wire_text(point) + wire_text("bientap.example.vn");
    const std::string client = "{\"type\":\"webauthn.get\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin +
                               "\",\"crossOrigin\":false}";
    const std::string numbers = wire_text("\x01") + wire_text("\x01");
    const std::string inner = wire_text(webauthn_signature) + wire_text(numbers) + static_cast<char>(flags) +
                              wire_number(7) + wire_text(origin) + wire_text(client) + wire_text(extensions);
    return write_signature(key, inner);
  }
};

}  // namespace

TEST_CASE("what ssh-keygen signs for git is valid, for its message alone", "[approval][ROL-01]") {
  for (const char* key : {"chief", "curve"}) {
    INFO(key);
    const std::string armour = signed_by(key, "nội dung");
    CHECK(fault_of(armour, "nội dung") == SignatureFault::none);
    CHECK(fault_of(armour, "nội dung khác") == SignatureFault::mismatch);
    CHECK(read_signature(armour)->key.blob == read_public_key(public_key(key))->blob);
  }
  CHECK(fault_of(signed_by("chief", "x", "file"), "x") == SignatureFault::use);
  CHECK(fault_of(signed_by("rsa", "x"), "x") == SignatureFault::form);
  CHECK(foreign_kind(signed_by("rsa", "x")) == "ssh-rsa");
  CHECK(foreign_kind(signed_by("chief", "x")).empty());
}

TEST_CASE("fingerprints are those of ssh-keygen", "[approval][ACC-02]") {
  const provenance::GitFolder folder;
  for (const char* key : {"chief", "curve"})
    CHECK(fingerprint(read_public_key(public_key(key))->blob) ==
          folder.run("ssh-keygen -lf '" + key_folder() + "/" + key + ".pub' | cut -d' ' -f2"));
}

TEST_CASE("one armour stands for a signature", "[approval][ROL-01]") {
  const std::string armour = signed_by("chief", "x");
  CHECK(fault_of(armour.substr(0, armour.size() - 1), "x") == SignatureFault::none);
  for (const std::string& bent :
       std::vector<std::string>{armour + "\n", " " + armour, armour.substr(0, 40) + "\n" + armour.substr(40),
                                std::string(), "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n"})
    CHECK(fault_of(bent, "x") == SignatureFault::form);
  // Four characters of which the last ends in stray bits decode alike.
  CHECK_FALSE(
      from_base64("QQ=="
                  "QQ=="));
  CHECK(from_base64("QQ==") == "A");
  CHECK_FALSE(from_base64("QR=="));
  CHECK_FALSE(from_base64("QQ"));
  CHECK_FALSE(from_base64("Q Q="));
}

TEST_CASE("any changed bit of a signed commit is refused", "[approval][ROL-01]") {
  Newsroom room;
  room.run("as editor; draft d; put content/tin/b.md b; record n; as chief; approve chief d");
  const provenance::GitFolder& folder = room.folder;
  const std::string raw = folder.run("git cat-file commit main; printf x").substr(0);
  const std::string bytes = raw.substr(0, raw.size() - 1);
  const std::optional<CommitText> good = read_commit(bytes);
  REQUIRE(good);
  const auto holds = [](const std::string& text) {
    const std::optional<CommitText> commit = read_commit(text);
    if (!commit) return false;
    const std::optional<SshSignature> signature = read_signature(commit->signature);
    const std::string chief = read_public_key(public_key("chief"))->blob;
    return signature && verify(*signature, commit->payload, {}) == SignatureFault::none && signature->key.blob == chief;
  };
  REQUIRE(holds(bytes));
  CHECK(with_signature(good->payload, good->signature) == bytes);
  for (std::size_t at = 0; at < bytes.size(); ++at)
    for (int bit = 0; bit < 8; ++bit) {
      std::string bent = bytes;
      bent[at] = static_cast<char>(bent[at] ^ (1 << bit));
      if (holds(bent)) FAIL("bit " << bit << " of byte " << at);
    }
}

TEST_CASE("a passkey counts on the editors' site, touched and checked", "[approval][ROL-01]") {
  Passkey good;
  good.challenge = base64_url(bytes_to_sign("x"));
  CHECK(fault_of(good.armour(), "x") == SignatureFault::mismatch);  // all but the mathematics
  Passkey elsewhere = good;
  elsewhere.origin = "https://gia-mao.example";
  CHECK(fault_of(elsewhere.armour(), "x") == SignatureFault::origin);
  for (const unsigned char flags : {0x00, 0x01, 0x04}) {
    Passkey untouched = good;
    untouched.flags = flags;
    CHECK(fault_of(untouched.armour(), "x") == SignatureFault::presence);
  }
  Passkey attested = good;
  attested.flags = 0x45;
  CHECK(fault_of(attested.armour(), "x") == SignatureFault::form);
  Passkey extended = good;
  extended.extensions = "x";
  CHECK(fault_of(extended.armour(), "x") == SignatureFault::form);
  Passkey other = good;
  other.challenge = base64_url(bytes_to_sign("y"));
  CHECK(fault_of(other.armour(), "x") == SignatureFault::mismatch);
  CHECK(verify(*read_signature(good.armour()), "x", {}) == SignatureFault::origin);
}

// Made by a browser's virtual authenticator for http://localhost:18083.
TEST_CASE("a browser's passkey on a commit is valid", "[approval][ROL-01]") {
  const std::string raw = read_text(std::string(CONGBO_SOURCE_DIR) + "/tests/unit/approval/passkey-commit.txt");
  const std::optional<CommitText> commit = read_commit(raw);
  REQUIRE(commit);
  const std::optional<SshSignature> signature = read_signature(commit->signature);
  REQUIRE(signature);
  CHECK(signature->key.application == "localhost");
  CHECK(verify(*signature, commit->payload, {"http://localhost:18083"}) == SignatureFault::none);
  CHECK(verify(*signature, commit->payload, {"http://localhost:18084"}) == SignatureFault::origin);
  CHECK(verify(*signature, commit->payload + "x", {"http://localhost:18083"}) == SignatureFault::mismatch);
}

TEST_CASE("commits that git would not write are no commits", "[approval][ROL-01]") {
  const std::string id(40, 'a'), who = " A <a@example.org> 1 +0700\n";
  const std::string start = "tree " + id + "\nparent " + id + "\nauthor" + who + "committer" + who;
  CHECK(read_commit(start + "\nx"));
  CHECK(read_commit(start + "encoding ISO-8859-1\n\nx"));
  for (const std::string& bent :
       std::vector<std::string>{"", start, start + "gpgsig a\ngpgsig b\n\nx", start + "gpgsig-sha256 a\n\nx",
                                "parent " + id + "\n" + start + "\nx", "tree " + id + "\nauthor" + who + "\nx",
                                "tree " + id.substr(1) + "\nauthor" + who + "committer" + who + "\nx",
                                start + "x" + std::string(1, '\0') + "\n\nx"})
    CHECK_FALSE(read_commit(bent));
}

TEST_CASE("a marker is a line of the last paragraph, alone of its kind", "[approval][ROL-01]") {
  CHECK(read_marker("Duyệt\n\nCongbo-Approve: main\n").kind == MarkerKind::approve);
  CHECK(read_marker("Congbo-Emergency: lộ bí mật\n").value == "lộ bí mật");
  CHECK(read_marker("x\n\nReviewed-by: A\nCongbo-Approve-Branch: d\n").kind == MarkerKind::approve_branch);
  for (const char* message : {"Congbo-Approve: main\n\nx\n", "x Congbo-Approve: main", "Congbo-Approve:main",
                              "Congbo-Approve: ", "Congbo-Approve: main\nCongbo-Approve: main",
                              "Congbo-Approve: main\nCongbo-Approve-Branch: d", "Congbo-Other: x\nCongbo-Approve: main",
                              "congbo-approve: main", ""})
    CHECK(read_marker(message).kind == MarkerKind::none);
  const std::string id(40, 'b');
  CHECK(read_marker("Congbo-Approve: main\nCongbo-Ratify: " + id).ratifies == id);
}
