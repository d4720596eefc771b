// SPDX-License-Identifier: GPL-3.0-or-later
// Signing on the approver's machine: what it makes is accepted here and by git itself.
#include "generator/approval/approve.h"

#include <csignal>

#include "tests/unit/approval/newsroom.h"

using namespace congbo;
using namespace congbo::approval;

namespace {

// What git says of the signature, by an allowed-signers file of its own.
void check_with_git(const Newsroom& room, const std::string& ref, const std::string& key) {
  const std::string file = room.folder.beside("signers");
  provenance::write_file(file, "a namespaces=\"git\" " + public_key(key) + "\n");
  const std::string said =
      room.folder.run("git -c gpg.format=ssh -c gpg.ssh.allowedSignersFile='" + file + "' verify-commit " + ref);
  CHECK(said.find("Good \"git\" signature") != std::string::npos);
  CHECK(room.folder.run("git fsck --strict --no-dangling 2>&1") == "");
}

constexpr const char* a_draft = "as editor; draft d; put content/tin/b.md b; record nhap; git checkout -q main; ";

}  // namespace

TEST_CASE("an approval made here is accepted, and git agrees", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) + "draft e; put content/tin/c.md c; record n; git checkout -q main");
  Result<Approval> made = approve(request_in(room, "d"), *file_key("chief"));
  REQUIRE(made);
  CHECK(made->person == "chief");
  CHECK(made->paths == std::vector<std::string>{"content/tin/b.md"});
  CHECK(room.head() == made->commit);
  CHECK(room.verdict() == "accepted E1");
  check_with_git(room, "main", "chief");
  CHECK(room.folder.run("git status --porcelain") == "");
  CHECK(read_text(room.folder.path("content/tin/b.md")) == "b\n");
  made = approve(request_in(room, "e", ApprovalKind::on_branch), *file_key("deputy"));
  REQUIRE(made);
  CHECK(room.head("e") == made->commit);
  check_with_git(room, "e", "deputy");
  room.run("as bot; merge e");
  CHECK(room.verdict() == "accepted E2");
}

TEST_CASE("an emergency and its ratification can be made here", "[approval][SEC-05]") {
  Newsroom room;
  room.run("as chief; draft g; git rm -q content/tin/a.md; git commit -q -m go; git checkout -q main");
  ApproveRequest request = request_in(room, "g", ApprovalKind::emergency);
  request.reason = "lộ bí mật";
  REQUIRE(approve(request, *file_key("chief")));
  CHECK(room.verdict() == "accepted emergency");
  ApproveRequest ratify = request_in(room, "", ApprovalKind::ratify);
  ratify.ratifies = room.head();
  REQUIRE(approve(ratify, *file_key("deputy")));
  CHECK(room.verdict() == "accepted E1");
  CHECK(room.verify()->found.empty());
  check_with_git(room, "main", "deputy");
}

TEST_CASE("content with errors is not signed, but what must come down is", "[approval][ROL-01][SEC-05]") {
  Newsroom room;
  room.run(std::string(a_draft) + "draft g; git rm -q content/tin/a.md; git commit -q -m go; git checkout -q main");
  const std::string before = room.head(), of_draft = room.head("d");
  std::string seen;
  const auto examine = [&](const std::string& commit) -> Result<Done> {
    seen = room.folder.run("git show " + commit + ":content/tin/b.md");
    return error("approval-content", {}, {"d", "1"});
  };
  for (const ApprovalKind kind : {ApprovalKind::merge, ApprovalKind::on_branch}) {
    ApproveRequest request = request_in(room, "d", kind);
    request.examine = examine;
    seen.clear();
    const Result<Approval> made = approve(request, *file_key("chief"));
    REQUIRE_FALSE(made);
    CHECK(made.error().code == "approval-content");
    CHECK(seen == "b");
  }
  CHECK(room.head() == before);
  CHECK(room.head("d") == of_draft);
  ApproveRequest removal = request_in(room, "g", ApprovalKind::emergency);
  removal.reason = "lộ bí mật";
  removal.examine = examine;
  CHECK(approve(removal, *file_key("chief")));
}

TEST_CASE("what cannot be approved is refused with its reason", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) + "draft e; put content/tin/b.md other; record n; git checkout -q main");
  const auto code = [](const Result<Approval>& made) { return made ? std::string() : made.error().code; };
  CHECK(code(approve(request_in(room, "d"), *file_key("stranger"))) == "approval-no-key");
  CHECK(code(approve(request_in(room, "main"), *file_key("chief"))) == "approval-nothing");
  CHECK(code(approve(request_in(room, "khong-co"), *file_key("chief"))) == "git-ref-unknown");
  REQUIRE(approve(request_in(room, "d"), *file_key("chief")));
  CHECK(code(approve(request_in(room, "e"), *file_key("chief"))) == "approval-draft-conflict");
  room.run("as editor; draft f; put content/tin/a.md f; record n; git checkout -q main; put content/tin/a.md mine");
  CHECK(code(approve(request_in(room, "f"), *file_key("chief"))) == "approval-branch-checked-out");
  CHECK(read_text(room.folder.path("content/tin/a.md")) == "mine\n");
  const std::string before = room.head();
  std::unique_ptr<provenance::ObjectStore> store = *provenance::ObjectStore::open(room.folder.root());
  room.folder.run("git checkout -q -f f");
  CHECK(store->move_branch("main", room.introduction, before).error().code == "approval-branch-moved");
}

TEST_CASE("keys that cannot be opened say why", "[approval]") {
  const test::TemporaryFolder folder;
  REQUIRE(std::system(("ssh-keygen -q -t ed25519 -N secret -f '" + folder / "k" + "'").c_str()) == 0);
  provenance::write_file(folder / "x", "x");
  const auto why = [&](const std::string& path) {
    const auto ring = open_key_file(*real_file_system(), path);
    return ring ? std::string() : ring.error().code + " " + ring.error().arguments.back();
  };
  CHECK(why(folder / "k") == "approval-key-locked passphrase");
  CHECK(why(folder / "x") == "approval-key-locked OPENSSH PRIVATE KEY");
  CHECK(why(key_folder() + "/curve") == "approval-key-locked ssh-ed25519");
  CHECK(open_agent("").error().code == "approval-agent");
  CHECK(open_agent(folder / "khong-co").error().code == "approval-agent");
}

TEST_CASE("the agent's keys sign, Ed25519 and P-256", "[approval][ROL-01]") {
  Newsroom room(
      usual_policy("  - {id: board, email: [board@example.org], roles: [approve], paths: [content/], keys: [\"" +
                   public_key("curve") + "\"]}\n"));
  room.run(std::string(a_draft) + "draft e; put content/tin/c.md c; record n; git checkout -q main");
  const test::TemporaryFolder folder;
  const std::string socket = folder / "agent";
  const std::string started = room.folder.run("ssh-agent -a '" + socket + "' | sed -n 's/.*PID=\\([0-9]*\\).*/\\1/p'");
  const int agent = std::stoi(started);
  room.folder.run("export SSH_AUTH_SOCK='" + socket + "'; ssh-add -q '" + key_folder() + "/stranger' '" + key_folder() +
                  "/curve' '" + key_folder() + "/chief'");
  const Result<std::unique_ptr<KeyRing>> ring = open_agent(socket);
  REQUIRE(ring);
  CHECK((*ring)->keys().size() == 3);
  const Result<Approval> first = approve(request_in(room, "d"), **ring);
  ApproveRequest second = request_in(room, "e");
  second.key = read_public_key(public_key("chief"))->blob;
  const Result<Approval> chosen = approve(second, **ring);
  ::kill(agent, SIGTERM);
  REQUIRE(first);
  CHECK(first->person == "board");
  REQUIRE(chosen);
  CHECK(chosen->person == "chief");
  CHECK(room.verdict() == "accepted E1");
  check_with_git(room, "main", "chief");
  check_with_git(room, "main~1", "curve");
  (void)open_agent(socket);
}
