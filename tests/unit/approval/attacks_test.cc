// SPDX-License-Identifier: GPL-3.0-or-later
// Ways around the rule that were found after it was first written, each on a repository that git itself made.
#include "tests/unit/approval/newsroom.h"

using namespace congbo;
using namespace congbo::approval;

namespace {

constexpr std::int64_t day = 24 * 3600;
constexpr const char* a_draft = "as editor; draft d; put content/tin/b.md b; record nhap; ";
constexpr const char* a_stray = "as editor; git checkout -q main; put content/vb/v.md 'giả mạo'; record len; ";

std::string person(const std::string& id, const std::string& more) {
  return "  - {id: " + id + ", email: [" + id + "@example.org], keys: [\"" + public_key(id) + "\"], " + more + "}\n";
}

std::string code_of(const Result<Approval>& made) {
  return made ? "made" : made.error().code;
}

// The tree of `base` with files put in ("path=text") or taken out ("path").
std::string tree_of(const Newsroom& room, const std::string& base, const std::vector<std::string>& changes) {
  std::string line = "export GIT_INDEX_FILE=../index; rm -f ../index; git read-tree '" + base + "'; ";
  for (const std::string& change : changes) {
    const std::size_t equals = change.find('=');
    const std::string path = change.substr(0, equals);
    line += equals == std::string::npos
                ? "git update-index --force-remove '" + path + "'; "
                : "git update-index --add --cacheinfo 100644,$(printf '" + change.substr(equals + 1) +
                      "' | git hash-object -w --stdin),'" + path + "'; ";
  }
  return room.folder.run(line + "git write-tree");
}

}  // namespace

TEST_CASE("approving one draft does not approve what else waits on the main branch", "[approval][ROL-01]") {
  for (const bool before : {false, true}) {  // the draft left the main branch after the stray push, or before
    Newsroom room;
    room.run(before ? std::string(a_draft) + a_stray : std::string(a_stray) + a_draft + "git checkout -q main");
    const std::string stray = room.head();
    CHECK(code_of(approve(request_in(room, "d"), *file_key("chief"))) == "approval-waiting-below");
    if (!before)
      CHECK(code_of(approve(request_in(room, "d", ApprovalKind::on_branch), *file_key("chief"))) ==
            "approval-waiting-below");
    CHECK(room.head() == stray);
    ApproveRequest undo = request_in(room, "d");
    undo.waiting = WaitingUse::undo;
    const Result<Approval> made = approve(undo, *file_key("chief"));
    REQUIRE(made);
    CHECK(made->paths == std::vector<std::string>{"content/tin/b.md"});
    CHECK(made->undone.size() == 1);
    CHECK(room.verdict() == "accepted E1");
    CHECK(room.verify()->ledger.back().paths == made->paths);
  }
  Newsroom both;
  both.run(std::string(a_stray) + a_draft + "git checkout -q main");
  ApproveRequest include = request_in(both, "d");
  include.waiting = WaitingUse::include;
  const Result<Approval> made = approve(include, *file_key("chief"));
  REQUIRE(made);
  CHECK(made->paths == std::vector<std::string>{"content/tin/b.md", "content/vb/v.md"});  // all that is signed is shown
}

TEST_CASE("a ratification does not carry along what waits", "[approval][SEC-05]") {
  Newsroom room;
  room.run(
      "as chief; git checkout -q main; git rm -q content/tin/a.md; signed chief commit -q -S -m 'Congbo-Emergency: x'");
  ApproveRequest ratify = request_in(room, "", ApprovalKind::ratify);
  ratify.ratifies = room.head().substr(0, 10);
  room.run(a_stray);
  CHECK(code_of(approve(ratify, *file_key("deputy"))) == "approval-waiting-below");
  ratify.waiting = WaitingUse::undo;
  CHECK(code_of(approve(ratify, *file_key("deputy"))) == "made");
  CHECK(room.verify()->found.empty());
  ratify.ratifies = "abc123";
  CHECK(code_of(approve(ratify, *file_key("deputy"))) == "approval-ratify-unknown");
}

TEST_CASE("a stray push does not stand in the way of an emergency", "[approval][SEC-05]") {
  Newsroom room;
  room.run(std::string(a_stray) +
           "put content/tin/a.md 'đè lên'; record len2; draft g; git rm -q content/tin/a.md; "
           "git commit -q -m go; git checkout -q main");
  ApproveRequest request = request_in(room, "g", ApprovalKind::emergency);
  request.reason = "lộ";
  const Result<Approval> made = approve(request, *file_key("chief"));
  REQUIRE(made);
  CHECK(made->paths == std::vector<std::string>{"content/tin/a.md"});
  CHECK(made->undone.size() == 2);
  CHECK(room.verdict() == "accepted emergency");
}

TEST_CASE("who merges cannot ratify an emergency by the words of the merge", "[approval][SEC-05]") {
  Newsroom room(usual_policy(person("board", "roles: [approve, takedown], paths: [content/]")));
  room.run(
      "as chief; git checkout -q main; git rm -q content/tin/a.md; signed chief commit -q -S -m 'Congbo-Emergency: x'");
  const std::string emergency = room.head();
  room.run(std::string(a_draft) +
           "as board; endorse board d; as editor; git checkout -q main; "
           "git merge -q --no-ff -m 'Merge d' -m 'Congbo-Ratify: " +
           emergency + "' d");
  CHECK(room.verdict() == "accepted E2");
  CHECK(room.verify()->ledger.back().ratifies.empty());
  CHECK(room.verify()->found.all().front().code == "approval-emergency-open");
  // Nor the merge's signer by somebody else's rights.
  Newsroom writer(usual_policy(person("board", "roles: [approve, takedown], paths: [content/]") +
                               person("editor", "roles: [update], paths: [content/]")));
  writer.run(
      "as chief; git checkout -q main; git rm -q content/tin/a.md; signed chief commit -q -S -m 'Congbo-Emergency: x'");
  const std::string other = writer.head();
  writer.run(std::string(a_draft) +
             "as board; endorse board d; as editor; git checkout -q main; signed editor merge -q "
             "--no-ff -S -m 'Merge d' -m 'Congbo-Approve: main\nCongbo-Ratify: " +
             other + "' d");
  CHECK(writer.verify()->ledger.back().ratifies.empty());
}

TEST_CASE("the signature of somebody without rights does not loosen what a merge has to be", "[approval][ROL-01]") {
  const std::string policy = usual_policy(person("editor", "roles: [update], paths: [content/]"));
  const std::string two =
      "as stranger; draft d; put content/tin/a.md 'đính chính'; put content/tin/c.md c; record n; "
      "as deputy; endorse deputy d; ";
  const auto merge = [](Newsroom& room, const std::string& tree) {
    return room.run("as editor; signed editor commit-tree -S -p main -p d -m 'Congbo-Approve: main' " + tree);
  };
  Newsroom part(policy);
  part.run(two);
  CHECK(part.verdict(merge(part, tree_of(part, "main", {"content/tin/c.md=c"}))) == "approval-merge-altered");
  Newsroom older(policy);
  older.run(two + "as stranger; draft e; put content/tin/a.md 'mới hơn'; record n; as chief; approve chief e");
  CHECK(older.verdict(merge(older, tree_of(older, "d", {}))) == "approval-conflict");
  Newsroom whole(policy);  // merged as it was approved it counts, by the approver alone
  whole.run(two);
  const std::string merged = merge(whole, tree_of(whole, "d", {}));
  CHECK(whole.verdict(merged) == "accepted E2");
  const std::vector<Signer> signers = whole.verify(merged)->ledger.back().signers;
  REQUIRE(signers.size() == 1);
  CHECK(signers[0].id == "deputy");
}

TEST_CASE("a merge without content does not split an approval", "[approval][ROL-01]") {
  const std::string two =
      "as editor; draft d; put content/tin/a.md 'đính chính'; record 1; put content/tin/c.md c; record 2; "
      "as deputy; endorse deputy d; as bot; git checkout -q main; ";
  Newsroom ours;
  ours.run(two + "git merge -q --no-ff -s ours -m bo d~2; git merge -q --no-ff -m gop d");
  CHECK(ours.verdict() == "approval-merge-altered");
  Newsroom hidden;  // the same behind a push that was taken back
  hidden.run(two +
             "git merge -q --no-ff -s ours --no-commit d~2; put content/tin/x.md x; record bo; git rm -q "
             "content/tin/x.md; git commit -q -m lai; git merge -q --no-ff -m gop d");
  CHECK(hidden.verdict() == "approval-merge-altered");
  CHECK_FALSE(hidden.verify()->waiting.empty());
  Newsroom again;  // a branch that goes on after its merge
  again.run(two +
            "merge d; as editor; git checkout -q d; put content/tin/c.md c2; record 3; as deputy; endorse deputy d; "
            "as bot; merge d");
  CHECK(again.verdict() == "accepted E2");
  CHECK(again.verify()->ledger.back().paths == std::vector<std::string>{"content/tin/c.md"});
}

TEST_CASE("an approval below the one that was used is used up with it", "[approval][ROL-01]") {
  const std::string twice =
      "as editor; draft d; put content/tin/b.md b; record nhap; as deputy; endorse deputy d; as chief; endorse chief "
      "d; "
      "as bot; merge d; as editor; draft r; git rm -q content/tin/b.md; git commit -q -m bo; as chief; approve chief "
      "r; ";
  Newsroom whole;
  whole.run(twice);
  CHECK(whole.verdict() == "accepted E1");
  // What was taken down comes back by nobody's old signature.
  Newsroom again;
  again.run(twice +
            "as bot; put content/tin/b.md b; git add -A; git reset -q --hard $(git commit-tree -p HEAD -p d~1 -m lai "
            "$(git write-tree))");
  CHECK(again.verdict() == "approval-merge-altered");
}

TEST_CASE("an approval under a change that the chief made differently is replaced by the chief's",
          "[approval][ROL-01]") {
  Newsroom room;
  room.run(
      "as editor; draft d; put content/tin/b.md 'tên người tố cáo'; record nhap; as deputy; endorse deputy d; as "
      "chief; "
      "git checkout -q main; git merge -q --no-commit --no-ff d; put content/tin/b.md 'đã che'; git add -A; "
      "signed chief commit -q -S -m Duyet -m 'Congbo-Approve: main'; "
      "as editor; draft r; git rm -q content/tin/b.md; git commit -q -m bo; as chief; approve chief r");
  REQUIRE(room.verdict() == "accepted E1");
  room.run(
      "as bot; printf 'tên người tố cáo\\n' > content/tin/b.md; git add -A; "
      "git reset -q --hard $(git commit-tree -p HEAD -p d -m lai $(git write-tree))");
  CHECK(room.verdict() == "approval-merge-altered");
}

TEST_CASE("a branch from before the introduction can be approved", "[approval][ROL-01]") {
  Newsroom room;
  room.run(
      "as chief; git checkout -q -b cu main; put content/tin/cu.md cu; record cu; git checkout -q main; "
      "put content/tin/z.md z; git add -A; signed chief commit -q -S -m moi");
  room.introduction = room.head();
  room.run(
      "as editor; git checkout -q cu; put content/tin/cu.md cu2; record n; as deputy; endorse deputy cu; as bot; merge "
      "cu");
  CHECK(room.verdict() == "accepted E2");
  CHECK(room.verify()->ledger.back().paths == std::vector<std::string>{"content/tin/cu.md"});
}

TEST_CASE("rights that ended do not come back by an old date", "[approval][ROL-02][ROL-10][ACC-03]") {
  const auto verdict = [](const std::string& policy) {
    Newsroom room(policy);
    room.run("as editor; draft d; put content/tin/b.md b; record nhap");
    const std::int64_t signed_at = room.seconds + 60;
    room.run("as board; endorse board d");
    room.seconds = signed_at + 20 * day;  // merged when the right has ended
    room.run("as bot; merge d");
    return room.verdict();
  };
  const auto until = [&](const std::string& to) {
    return usual_policy(person("board", "title: Phó") +
                        "delegations:\n  - {head: chief, deputy: board, paths: [content/], "
                        "from: 2026-02-01, to: " +
                        to + ", document: 1}\n");
  };
  CHECK(verdict(until("2026-03-03")) == "approval-out-of-scope");
  CHECK(verdict(until("2026-03-31")) == "accepted E2");
  CHECK(verdict(usual_policy(person("board", "roles: [approve], paths: [content/], to: 2026-03-03"))) ==
        "approval-out-of-scope");
  CHECK(verdict(usual_policy("  - id: board\n    roles: [approve]\n    paths: [content/]\n    keys:\n      - {key: \"" +
                             public_key("board") + "\", to: 2026-03-03}\n")) == "approval-key-ended");
  Newsroom room(until("2026-03-31"));  // older than what it approves
  room.seconds += 20 * day;
  room.run(
      "as editor; draft d; put content/tin/b.md b; record nhap; as board; export GIT_COMMITTER_DATE='1772416900 "
      "+0700'; "
      "endorse board d; unset GIT_COMMITTER_DATE; as bot; merge d");
  CHECK(room.verdict() == "approval-clock");
}

TEST_CASE("whatever a push contains, the next approval is accepted", "[approval][ROL-01]") {
  const auto goes_on = [](Newsroom& room, const std::string& why) {
    INFO(why);
    CHECK(room.verdict() == why);
    CHECK(room.verify()->accepted == room.introduction);
    room.run("git checkout -q -f -B d " + room.introduction + "; as editor; put content/tin/b.md b; record n");
    ApproveRequest request = request_in(room, "d");
    request.waiting = WaitingUse::undo;
    CHECK(code_of(approve(request, *file_key("chief"))) == "made");
    CHECK(room.verdict() == "accepted E1");
    room.run(
        "as editor; git checkout -q -f -B e main; put content/tin/e.md e; record n; as deputy; endorse deputy e; "
        "as bot; git checkout -q -f main; git update-ref refs/heads/main $(git commit-tree -p main -p e -m gop "
        "'e^{tree}')");
    CHECK(room.verdict() == "accepted E2");
  };
  const std::string onto_main = "git update-ref refs/heads/main ";
  Newsroom deep;
  deep.run("as editor; git update-index --add --cacheinfo 100644,$(git hash-object -w --stdin </dev/null),content/" +
           [] {
             std::string path;
             for (int i = 0; i < 210; ++i) path += "a/";
             return path;
           }() +
           "x; git commit -q -m sau");
  goes_on(deep, "approval-tree-refused");
  Newsroom padded;
  padded.run(
      "as editor; b=$(printf 'tree %s' $(git rev-parse main^{tree})); o=$(git rev-parse main:content); "
      "t=$({ printf '040000 content\\0'; printf '%b' $(echo $o | sed 's/../\\\\x&/g'); } | git hash-object -t tree -w "
      "--stdin --literally); " +
      onto_main + "$(git commit-tree -p main -m le $t)");
  goes_on(padded, "approval-tree-refused");
  Newsroom swapped;  // a file that is a folder's object
  swapped.run(
      "as editor; t=$(printf '100644 blob %s\\tcontent' $(git rev-parse main:content) | git mktree --missing "
      "2>/dev/null || "
      "{ { printf '100644 content\\0'; printf '%b' $(git rev-parse main:content | sed 's/../\\\\x&/g'); } | git "
      "hash-object -t "
      "tree -w --stdin --literally; }); " +
      onto_main + "$(git commit-tree -p main -m le $t)");
  CHECK(swapped.verify()->accepted == swapped.introduction);
  Newsroom twice;  // two trees in a commit
  twice.run(
      "{ git cat-file commit main | head -1; git cat-file commit main | head -1; echo parent $(git rev-parse main); "
      "git cat-file commit main | sed -n '/^author/,/^committer/p'; echo; echo x; } > ../c; " +
      onto_main + "$(git hash-object --literally -t commit -w ../c)");
  goes_on(twice, "approval-commit-malformed");
}

TEST_CASE("an odd commit inside an approved draft does not stop the walk", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) +
           "git cat-file commit d | sed 's/+0700$/+070000/' > ../c; "
           "git update-ref refs/heads/d $(git hash-object --literally -t commit -w ../c); git checkout -q -f d; put "
           "content/tin/c.md c; record sau; as deputy; endorse deputy d; as bot; git checkout -q -f main; "
           "git update-ref refs/heads/main $(git commit-tree -p main -p d -m gop 'd^{tree}')");
  const std::string said = room.verdict();
  CHECK((said == "accepted E2" || said.starts_with("approval-")));
  CHECK(room.verify());
}

TEST_CASE("a tag or an old copy is not taken for the branch", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) +
           "draft e; put content/tin/x.md x; record n; git tag d; git tag main; git checkout -q main --");
  const Result<Approval> made = approve(request_in(room, "d"), *file_key("chief"));
  REQUIRE(made);
  CHECK(made->paths == std::vector<std::string>{"content/tin/b.md"});
  CHECK(room.verify()->tip == room.head("refs/heads/main"));
  Newsroom stale;
  stale.run(std::string(a_draft) +
            "put content/tin/b.md b2; record n; git update-ref refs/remotes/origin/d d; git branch -q -f "
            "--no-track cu d; git checkout -q main; git branch -q -f d d~1");
  CHECK(code_of(approve(request_in(stale, "d"), *file_key("chief"))) == "approval-draft-behind");
  CHECK(code_of(approve(request_in(stale, "origin/d"), *file_key("chief"))) == "made");
  Newsroom behind;
  behind.run(std::string(a_draft) +
             "draft e; put content/tin/e.md e; record n; approve chief e; git update-ref "
             "refs/remotes/origin/main main; git reset -q --hard main~1");
  CHECK(code_of(approve(request_in(behind, "d"), *file_key("chief"))) == "approval-behind-origin");
}

TEST_CASE("a branch known from the server alone is signed on; a locked one is left as it was", "[approval]") {
  Newsroom room;
  room.run(std::string(a_draft) + "git update-ref refs/remotes/origin/d d; git checkout -q main; git branch -q -D d");
  CHECK(code_of(approve(request_in(room, "d", ApprovalKind::on_branch), *file_key("deputy"))) == "made");
  CHECK(room.head("refs/heads/d~1") == room.head("refs/remotes/origin/d"));
  room.folder.write(".git/refs/heads/main.lock", "");
  CHECK(code_of(approve(request_in(room, "d"), *file_key("chief"))) == "approval-branch-locked");
  CHECK(room.folder.run("git status --porcelain") == "");
}

TEST_CASE("what would wait is said before anything moves", "[approval][ROL-01]") {
  Newsroom room;
  room.run(
      "as editor; draft d; put layouts/article.html x; record n; draft g; put content/tin/g.md g; record n; git "
      "checkout -q main");
  const std::string main = room.head();
  CHECK(code_of(approve(request_in(room, "d"), *file_key("deputy"))) == "approval-out-of-scope");
  CHECK(code_of(approve(request_in(room, "d", ApprovalKind::on_branch), *file_key("deputy"))) ==
        "approval-out-of-scope");
  ApproveRequest emergency = request_in(room, "g", ApprovalKind::emergency);
  emergency.reason = "x";
  CHECK(code_of(approve(emergency, *file_key("chief"))) == "approval-emergency-exceeds");
  CHECK(room.head() == main);
}

TEST_CASE("after a pull the wrong way round the next signature goes on", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) + "as chief; approve chief d");
  const std::string published = room.head();
  room.run("as editor; git checkout -q -B own " + room.introduction +
           "; put content/tin/o.md o; record n; as deputy; "
           "git checkout -q -B mine " +
           room.introduction +
           "; signed deputy merge -q --no-ff -S -m x -m 'Congbo-Approve: main' own; "
           "git merge -q --no-ff -m 'Merge branch main of origin' main; git checkout -q -B main mine");
  VerifyRequest request = room.request();
  request.published = published;
  CHECK(verify(*real_file_system(), request)->found.all().front().code == "approval-rollback");  // what is shown stays
  room.run("as editor; draft e; put content/tin/e.md e; record n; as chief; approve chief e");
  request.now = Instant{room.seconds};
  const Result<Verification> result = verify(*real_file_system(), request);
  CHECK(result->may_publish());
  CHECK(result->accepted == room.head());
}
