// SPDX-License-Identifier: GPL-3.0-or-later
// Attacks and accidents on the main branch, each on a repository that git itself made.
#include "tests/unit/approval/newsroom.h"

using namespace congbo;
using namespace congbo::approval;

namespace {

constexpr const char* a_draft = "as editor; draft d; put content/tin/b.md b; record nhap; ";

// To verify a clone of the repository beside it.
VerifyRequest in_clone(const Newsroom& room, const std::string& name, const std::string& options) {
  VerifyRequest request = room.request();
  request.folder = room.folder.beside(name);
  room.folder.run("git clone -q " + options + " '" + room.folder.root() + "' '" + request.folder + "'");
  return request;
}

}  // namespace

TEST_CASE("a merge signed by the chief is accepted", "[approval][ROL-01][ROL-06]") {
  Newsroom room;
  CHECK(room.verdict() == "introduction");
  room.run(std::string(a_draft) + "as chief; approve chief d");
  CHECK(room.verdict() == "accepted E1");
  const Accepted last = room.verify()->ledger.back();
  REQUIRE(last.signers.size() == 1);
  CHECK(last.signers[0] == Signer{"chief", "Chị Tổng", "van-phong", "Tổng Biên tập", "Editor-in-chief"});
  CHECK(last.paths == std::vector<std::string>{"content/tin/b.md"});
  CHECK(last.at == Instant{room.seconds});
}

TEST_CASE("a branch signed by the deputy is accepted, whoever merges it", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) + "as deputy; endorse deputy d; as bot; merge d");
  CHECK(room.verdict() == "accepted E2");
  CHECK(room.verify()->ledger.back().signers.front().id == "deputy");
}

TEST_CASE("what nobody signed waits, and the last accepted commit stays", "[approval][ROL-01][ROL-14][ACC-02]") {
  Newsroom room;
  room.run(std::string(a_draft) + "as chief; approve chief d");
  const std::string accepted = room.head();
  room.run("as editor; git checkout -q main; put content/tin/x.md x; record 'đẩy thẳng'");
  CHECK(room.verdict() == "approval-missing");
  const Result<Verification> result = room.verify();
  REQUIRE(result);
  CHECK(result->accepted == accepted);
  CHECK(result->may_publish());
  REQUIRE(result->waiting.size() == 1);
  CHECK(result->waiting[0].commit == room.head());
  CHECK(result->waiting[0].author == "editor");
}

TEST_CASE("a deputy outside the paths of the office is not enough", "[approval][ROL-02][ROL-11]") {
  Newsroom room;
  room.run("as editor; draft d; put content/vb/v.md v; record n; as deputy; approve deputy d");
  CHECK(room.verdict() == "approval-out-of-scope");
}

TEST_CASE("nobody grants themselves a right on the branch that uses it", "[approval][ROL-01][ACC-01][ACC-02]") {
  Newsroom room;
  const std::string grant = usual_policy(
      "  - id: editor\n    email: [editor@example.org]\n    roles: [root, approve]\n"
      "    paths: [content/]\n    keys: [\"" +
      public_key("editor") + "\"]\n");
  room.run("as editor; draft d");
  room.folder.write("content/_site/approval.yaml", grant);
  room.run("as editor; record 'tự cấp quyền'; approve editor d");
  CHECK(room.verdict() == "approval-key-unknown");
}

TEST_CASE("a merge that adds what was not approved waits", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) +
           "as deputy; endorse deputy d; as bot; git checkout -q main; "
           "git merge -q --no-ff --no-commit d; put content/tin/a.md evil; record Merge");
  CHECK(room.verdict() == "approval-merge-altered");
}

TEST_CASE("a merge with the draft as its first parent waits", "[approval][ROL-01]") {
  Newsroom room;
  room.run("as editor; draft d; put content/tin/e.md e; record n");
  const std::string foxtrot = room.run("as editor; git commit-tree -p d -p main -m fox 'd^{tree}'");
  // The main branch, now the merged side, says nothing about itself.
  CHECK(room.verdict(foxtrot) == "approval-marker-missing");
  CHECK(room.verify(foxtrot)->accepted == room.introduction);
}

TEST_CASE("nobody approves their own work alone", "[approval][ROL-01]") {
  Newsroom room;
  room.run("as deputy; draft d; put content/tin/f.md f; record n; approve deputy d");
  CHECK(room.verdict() == "approval-self");
  Newsroom mended;  // a word put right in somebody else's text is no work of one's own
  mended.run(std::string(a_draft) + "as deputy; put content/tin/b.md b2; record sua; approve deputy d");
  CHECK(mended.verdict() == "accepted E1");
  Newsroom mixed;  // nor does a harmless change of somebody else cover one's own file
  mixed.run(std::string(a_draft) + "as deputy; put content/tin/c.md c; record n2; approve deputy d");
  CHECK(mixed.verdict() == "approval-self");
}

TEST_CASE("an older tip than the published one is refused", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) + "as chief; approve chief d");
  VerifyRequest request = room.request();
  request.published = room.head();
  request.ref = room.introduction;
  Result<Verification> result = verify(*real_file_system(), request);
  REQUIRE(result);
  CHECK_FALSE(result->may_publish());
  CHECK(result->found.all().front().code == "approval-rollback");
  request.ref = "main";
  result = verify(*real_file_system(), request);
  REQUIRE(result);
  CHECK(result->may_publish());
}

TEST_CASE("an edit after the approval voids it", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) +
           "as deputy; endorse deputy d; as editor; put content/tin/b.md b2; record sua; "
           "as bot; merge d");
  CHECK(room.verdict() == "approval-missing");
}

TEST_CASE("approved files may land after others have", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) +
           "as deputy; endorse deputy d; as editor; draft e; put content/tin/i.md i; record n; "
           "as chief; approve chief e; as bot; merge d");
  CHECK(room.verdict() == "accepted E2");
}

TEST_CASE("a squashed merge carries no evidence", "[approval][ROL-01][ARC-02]") {
  Newsroom room;
  room.run(std::string(a_draft) +
           "as deputy; endorse deputy d; as bot; git checkout -q main; "
           "git merge -q --squash d >/dev/null; git commit -q -m squash");
  CHECK(room.verdict() == "approval-missing");
}

TEST_CASE("the policy cannot be removed or broken, whoever signs", "[approval][ROL-01]") {
  Newsroom room;
  room.run("as editor; draft d; git rm -rq content/_site; git commit -q -m xoa; as chief; approve chief d");
  CHECK(room.verdict() == "approval-policy-broken");
  Newsroom broken;
  broken.run("as editor; draft d; put content/_site/approval.yaml 'version: 2'; record sai; as chief; approve chief d");
  CHECK(broken.verdict() == "approval-policy-broken");
}

TEST_CASE("a merge that brings back an older file waits", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) + "as chief; approve chief d");
  room.run(
      "as editor; draft old; put content/tin/n.md n; record n; as deputy; endorse deputy old; "
      "as editor; draft new; put content/tin/b.md B2; record suab; as chief; approve chief new");
  const std::string stale = room.run("as bot; git commit-tree -p main -p old -m stale 'old^{tree}'");
  CHECK(room.verdict(stale) == "approval-merge-altered");
  // The deputy's signature on it vouches for the deputy's own work, so the merge has to be what was approved.
  const std::string own = room.run(
      "as deputy; signed deputy commit-tree -S -p main -p old "
      "-m 'Congbo-Approve: main' 'old^{tree}'");
  CHECK(room.verdict(own) == "approval-merge-altered");
}

TEST_CASE("a part of what was approved is not what was approved", "[approval][ROL-01]") {
  Newsroom room;
  room.run(
      "as editor; draft d; put content/tin/p1.md 1; put content/tin/p2.md 2; record n; as deputy; endorse deputy d; "
      "git checkout -q main; git checkout -q d -- content/tin/p1.md");
  const std::string part = room.run("as bot; git commit-tree -p main -p d -m part $(git write-tree)");
  CHECK(room.verdict(part) == "approval-merge-altered");
}

TEST_CASE("a file changed on both sides is approved again", "[approval][ROL-01]") {
  Newsroom room;
  room.run(
      "as editor; draft d; put content/tin/a.md aa; record n; as deputy; endorse deputy d; "
      "as editor; draft e; put content/tin/a.md zz; record n; as chief; approve chief e");
  const std::string merged = room.run("as bot; git commit-tree -p main -p d -m conf 'd^{tree}'");
  CHECK(room.verdict(merged) == "approval-conflict");
}

TEST_CASE("who signs over a stray push vouches for it, within their rights", "[approval][ROL-01][ROL-11]") {
  const std::string stray = "as editor; git checkout -q main; put content/tin/stray.md s; record 'đẩy thẳng'; ";
  const std::string next = "draft d; put content/tin/k.md k; record n; ";
  Newsroom chief;
  chief.run(stray + next + "as chief; approve chief d");
  CHECK(chief.verdict() == "accepted E1");
  CHECK(chief.verify()->ledger.back().paths.size() == 2);
  Newsroom branch;  // a signature on the branch says nothing about what stands below it
  branch.run(stray + next + "as deputy; endorse deputy d; as bot; merge d");
  CHECK(branch.verdict() == "approval-parent-waiting");
  Newsroom scoped;
  scoped.run("as editor; git checkout -q main; put content/vb/s.md s; record x; " + next +
             "as deputy; approve deputy d");
  CHECK(scoped.verdict() == "approval-out-of-scope");
}

TEST_CASE("a signature out of habit is no approval, nor is one for another branch", "[approval][ROL-01]") {
  Newsroom room;
  room.run(
      "as deputy; export GIT_AUTHOR_EMAIL=editor@example.org; git checkout -q main; put content/tin/z.md z; "
      "git add -A; signed deputy commit -q -S -m 'nháp ký theo thói quen'");
  CHECK(room.verdict() == "approval-marker-missing");
  Newsroom other;
  other.run(std::string(a_draft) +
            "as deputy; git checkout -q main; "
            "signed deputy merge -q --no-ff -S -m x -m 'Congbo-Approve: thu-nghiem' d");
  CHECK(other.verdict() == "approval-marker-missing");
  Newsroom head;  // what approves a branch does not approve the main branch, though it be moved there
  head.run(std::string(a_draft) + "as deputy; endorse deputy d; git checkout -q main; git merge -q --ff-only d");
  CHECK(head.verdict() == "approval-marker-missing");
}

TEST_CASE("several parents and several bases are refused", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) +
           "draft e; put content/tin/e.md e; record n; as chief; git checkout -q main; "
           "signed chief merge -q --no-ff -S -m x -m 'Congbo-Approve: main' d e");
  CHECK(room.verdict() == "approval-octopus");
  Newsroom cross;
  cross.run(std::string(a_draft) +
            "draft e; put content/tin/e.md e; record n; as chief; approve chief e; approve chief d; "
            "as editor; git checkout -q d; git merge -q --no-ff -m cheo main~1; put content/tin/g.md g; record g; "
            "as deputy; endorse deputy d; as bot; merge d");
  CHECK(cross.verdict() == "approval-base-ambiguous");
}

TEST_CASE("links, submodules, odd names and twins are refused even when signed", "[approval][ROL-01]") {
  for (const auto& [line, why] : std::vector<std::pair<std::string, std::string>>{
           {"ln -s /etc/passwd content/tin/l.md; git add content", "link"},
           {"put content/tin/Ti\xCC\x82n.md x; git add content", "decomposed"},
           {"put content/tin/A.md x; git add content", "case"},
           {"put 'content/tin/ÉÀ.md' x; put 'content/tin/éà.md' y; git add content", "case beyond ASCII"},
           {"put content/Tin/x.md x; git add content", "folder"},
           {"put 'content/tin/a\xE2\x80\xAE.md' x; git add content", "turned round"},
           {"put 'content/tin/a\xE2\x80\x8B.md' x; git add content", "invisible"},
           {"put 'content/tin/b.md::$DATA' x; git add content", "a stream of Windows"},
           {"git config core.protectNTFS false; git update-index --add --cacheinfo "
            "100644,$(git hash-object -w content/tin/a.md),content/GIT~1/x",
            "a short name of Windows"},
           {"git update-index --add --cacheinfo 160000,$(git rev-parse main),content/tin/sub", "submodule"}}) {
    INFO(why);
    Newsroom room;
    room.run("as editor; draft d; " + line + "; git commit -q -m n; as chief; approve chief d");
    CHECK(room.verdict() == "approval-path-refused");
  }
}

TEST_CASE("a tree with empty names or dots cannot be read as one", "[approval][ROL-01]") {
  const auto entry = [](std::string name) { return "100644 " + name + std::string(1, '\0') + std::string(20, 'x'); };
  CHECK(read_tree(entry("a.md")));
  for (const char* name : {"", ".", "..", "a/b", "/"}) CHECK_FALSE(read_tree(entry(name)));
  CHECK_FALSE(read_tree(entry("b") + entry("a")));
  CHECK_FALSE(read_tree(entry("a") + entry("a")));
  CHECK_FALSE(read_tree(entry("a").substr(0, 20)));
}

TEST_CASE("history that is cut or made up is refused with what mends it", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) + "as chief; approve chief d");
  VerifyRequest request = in_clone(room, "nong", "--no-local --depth 1");
  CHECK(verify(*real_file_system(), request).error().code == "git-shallow");
  room.folder.run("git config uploadpack.allowFilter true");
  request = in_clone(room, "mot-phan", "--no-local --no-checkout --filter=blob:none");
  CHECK(verify(*real_file_system(), request).error().code == "git-partial");
  room.folder.run("cd '" + request.folder +
                  "' && git config --unset remote.origin.partialclonefilter && git fetch -q --refetch origin");
  CHECK(verify(*real_file_system(), request));
  room.folder.run("mkdir -p .git/info; echo $(git rev-parse main) > .git/info/grafts");
  CHECK(room.verdict() == "git-grafts");
}

TEST_CASE("replacement refs change nothing", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) + "as chief; approve chief d");
  const std::string good = room.head();
  room.run("as editor; git checkout -q main; put content/tin/x.md x; record x; git replace HEAD " + good);
  CHECK(room.verdict() == "approval-missing");
}

TEST_CASE("objects borrowed from another repository are judged by what they are", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) + "as chief; approve chief d");
  const VerifyRequest request = in_clone(room, "muon", "--shared");
  CHECK(verify(*real_file_system(), request)->accepted == room.head());
  room.run("as editor; put content/tin/c.md c; record len");
  room.folder.run("cd '" + request.folder + "' && git pull -q");
  CHECK(verify(*real_file_system(), request)->accepted == room.head("main~1"));
}

TEST_CASE("the introduction is pinned outside, on the history, and by its key if asked", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) + "as chief; approve chief d");
  VerifyRequest request = room.request();
  const auto code = [&] {
    const Result<Verification> result = verify(*real_file_system(), request);
    return !result ? result.error().code : result->found.empty() ? "" : result->found.all().front().code;
  };
  CHECK(code() == "");
  request.introduction = "";
  CHECK(code() == "approval-introduction-missing");
  request.introduction = "main";
  CHECK(code() == "approval-introduction-invalid");
  request.introduction = room.run("as editor; git commit-tree -m lạ 'main^{tree}'");
  CHECK(code() == "approval-introduction-absent");
  const std::string inside = room.folder.path("goc.yaml"), outside = room.folder.beside("goc.yaml");
  const std::string key = room.folder.run("ssh-keygen -lf '" + key_folder() + "/chief.pub' | cut -d' ' -f2");
  provenance::write_file(inside, "commit: " + room.introduction + "\n");
  request.introduction = inside;
  CHECK(code() == "approval-introduction-inside");
  provenance::write_file(outside, "commit: " + room.introduction + "\nkey: " + key + "\n");
  request.introduction = outside;
  CHECK(code() == "");
  provenance::write_file(outside, "commit: " + room.introduction + "\nkey: SHA256:" + std::string(43, 'x') + "\n");
  CHECK(code() == "approval-introduction-signer");
  for (const char* odd : {"khoa: x\n", "key: \n", "key: [a]\n", "key: SHA256:x\n"}) {
    provenance::write_file(outside, "commit: " + room.introduction + "\n" + odd);
    CHECK(code() == "approval-introduction-invalid");
  }
  provenance::write_file(outside, "commit: " + room.introduction + "\n");
  std::filesystem::permissions(outside, std::filesystem::perms::others_write, std::filesystem::perm_options::add);
  CHECK(code() == "approval-introduction-open");
  request.introduction = room.folder.path("..goc.yaml");
  provenance::write_file(request.introduction, "commit: " + room.introduction + "\n");
  CHECK(code() == "approval-introduction-inside");
}
