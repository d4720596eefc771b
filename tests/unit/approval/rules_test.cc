// SPDX-License-Identifier: GPL-3.0-or-later
// Fields, boards, deputies, two signatures, control files, emergencies, ends of rights, the ledger: as regulations have
// it.
#include <chrono>

#include "generator/approval/ledger.h"
#include "generator/approval/restored.h"
#include "generator/provenance/git_snapshot.h"
#include "tests/unit/approval/newsroom.h"

using namespace congbo;
using namespace congbo::approval;

namespace {

std::string person(const std::string& id, const std::string& more) {
  return "  - {id: " + id + ", email: [" + id + "@example.org], keys: [\"" + public_key(id) + "\"], " + more + "}\n";
}

constexpr const char* a_draft = "as editor; draft d; put content/tin/b.md b; record nhap; ";
constexpr std::int64_t day = 24 * 3600;

}  // namespace

TEST_CASE("legal documents need two persons, whoever merges", "[approval][ROL-01]") {
  const std::string policy = usual_policy(person("board", "roles: [approve], paths: [content/]") +
                                          "rules:\n  - {path: content/vb/, approvals: 2}\n");
  const std::string draft = "as editor; draft d; put content/vb/v.md v; record n; ";
  Newsroom one(policy);
  one.run(draft + "as chief; approve chief d");
  CHECK(one.verdict() == "approval-few-hands");
  Newsroom same(policy);  // twice the same person is one person
  same.run(draft + "as chief; endorse chief d; approve chief d");
  CHECK(same.verdict() == "approval-few-hands");
  Newsroom two(policy);
  two.run(draft + "as board; endorse board d; as chief; approve chief d");
  CHECK(two.verdict() == "accepted E1");
  CHECK(two.verify()->ledger.back().signers.size() == 2);
  Newsroom both(policy);
  both.run(draft + "as board; endorse board d; as chief; endorse chief d; as bot; merge d");
  CHECK(both.verdict() == "accepted E2");
  Newsroom altered(policy);  // the first signature does not cover what the merge made of the file
  altered.run(draft +
              "as board; endorse board d; as chief; git checkout -q main; git merge -q --no-ff --no-commit d; "
              "put content/vb/v.md other; git add -A; signed chief commit -q -S -m x -m 'Congbo-Approve: main'");
  CHECK(altered.verdict() == "approval-few-hands");
}

TEST_CASE("control files need root, and the policy itself two", "[approval][INF-02][ROL-16]") {
  Newsroom layouts;
  layouts.run("as editor; draft d; put layouts/article.html '<p></p>'; record n; as deputy; approve deputy d");
  CHECK(layouts.verdict() == "approval-out-of-scope");
  Newsroom mixed;  // a deputy's merge of news with a layout inside waits as a whole
  mixed.run(std::string(a_draft) + "put .github/workflows/x.yml x; record n; as deputy; approve deputy d");
  CHECK(mixed.verdict() == "approval-out-of-scope");
  Newsroom root;
  root.run("as editor; draft d; put layouts/article.html '<p></p>'; record n; as root; approve root d");
  CHECK(root.verdict() == "accepted E1");
  Newsroom one;
  one.folder.write("content/_site/approval.yaml", usual_policy("rules:\n  - {path: content/vb/, approvals: 2}\n"));
  one.run("as chief; git checkout -q -b d; record luat; approve chief d");
  CHECK(one.verdict() == "approval-few-hands");
  Newsroom two;
  two.folder.write("content/_site/approval.yaml", usual_policy("rules:\n  - {path: content/vb/, approvals: 2}\n"));
  two.run("as chief; git checkout -q -b d; record luat; as root; endorse root d; as chief; approve chief d");
  CHECK(two.verdict() == "accepted E1");
}

TEST_CASE("each item is judged by the rules of its day", "[approval][GOV-01][ROL-10][ACC-03]") {
  Newsroom room;
  room.run(std::string(a_draft) + "as deputy; approve deputy d");
  const std::string before = room.head();
  room.folder.write("content/_site/approval.yaml", usual_policy("rules:\n  - {path: content/tin/, approvals: 2}\n"));
  room.run("as chief; git checkout -q -b p; record luat; as root; endorse root p; as chief; approve chief p");
  CHECK(room.verdict() == "accepted E1");
  CHECK(room.verify()->ledger.size() == 2);
  room.run("as editor; draft e; put content/tin/c.md c; record n; as deputy; approve deputy e");
  CHECK(room.verdict() == "approval-few-hands");
}

TEST_CASE("who is in charge of the field approves the item", "[approval][ROL-04]") {
  const std::string policy = usual_policy(person("board", "roles: [approve], paths: [content/], fields: [y-te]"));
  const auto verdict = [&](const std::string& field, const std::string& after) {
    Newsroom room(policy);
    room.run("as editor; draft d; put content/tin/b.md '---\\nfield: " + field +
             "\\n---'; record n; as chief; "
             "approve chief d");
    room.run("as editor; draft e; put content/tin/b.md '---\\nfield: " + after +
             "\\n---\\nx'; put content/tin/b/anh.txt x; "
             "record n; as board; approve board e");
    return room.verdict();
  };
  CHECK(verdict("y-te", "y-te") == "accepted E1");
  CHECK(verdict("giao-duc", "giao-duc") == "approval-out-of-field");
  CHECK(verdict("giao-duc", "y-te") == "approval-out-of-field");  // taking an item over is not one's own to approve
}

TEST_CASE("a deputy signs inside the delegation only", "[approval][ROL-02][ROL-07]") {
  const auto verdict = [](const std::string& from, const std::string& to) {
    Newsroom room(usual_policy(person("board", "title: Phó Trưởng ban") +
                               "delegations:\n  - {head: chief, deputy: board, paths: [content/], from: " + from +
                               ", to: " + to + ", document: 12/QĐ}\n"));
    room.run(std::string(a_draft) + "as board; approve board d");
    return room.verdict();
  };
  CHECK(verdict("2026-03-01", "2026-03-31") == "accepted E1");
  CHECK(verdict("2026-02-01", "2026-03-01") == "approval-out-of-scope");
  CHECK(verdict("2026-03-03", "2026-03-31") == "approval-out-of-scope");
}

TEST_CASE("the secretary's stage comes before the approval", "[approval][ROL-03]") {
  const std::string policy = usual_policy(person("board", "roles: [edit], paths: [content/]") +
                                          "rules:\n  - {path: content/, needs: [edit, approve]}\n");
  Newsroom without(policy);
  without.run(std::string(a_draft) + "as chief; approve chief d");
  CHECK(without.verdict() == "approval-few-hands");
  Newsroom with(policy);
  with.run(std::string(a_draft) + "as board; endorse board d; as chief; approve chief d");
  CHECK(with.verdict() == "accepted E1");
}

TEST_CASE("a board of a sub-portal keeps to its paths", "[approval][ROL-08][ROL-11]") {
  const std::string policy =
      usual_policy("  - {id: board, email: [board@example.org], keys: [\"" + public_key("board") + "\"]}\n" +
                   "boards:\n  - {id: y, title: Ban Biên tập, members: [board], paths: [content/sites/y-te/]}\n");
  Newsroom own(policy);
  own.run("as editor; draft d; put content/sites/y-te/tin/a.md a; record n; as board; approve board d");
  CHECK(own.verdict() == "accepted E1");
  CHECK(own.verify()->ledger.back().signers.front().title_vi == "Ban Biên tập");
  Newsroom other(policy);
  other.run(
      "as editor; draft d; put content/sites/y-te/tin/a.md a; put content/tin/b.md b; record n; as board; "
      "approve board d");
  CHECK(other.verdict() == "approval-out-of-scope");
}

TEST_CASE("keys and terms end, approvals are taken back, clocks are looked at", "[approval][ACC-03][ROL-10]") {
  Newsroom key(usual_policy("  - id: board\n    roles: [approve]\n    paths: [content/]\n    keys:\n      - {key: \"" +
                            public_key("board") + "\", to: 2026-03-01}\n"));
  key.run(std::string(a_draft) + "as board; approve board d");
  CHECK(key.verdict() == "approval-key-ended");
  Newsroom term(usual_policy(person("board", "roles: [approve], paths: [content/], to: 2026-03-01")));
  term.run(std::string(a_draft) + "as board; approve board d");
  CHECK(term.verdict() == "approval-out-of-scope");
  Newsroom revoked;
  revoked.run(std::string(a_draft) + "as deputy; endorse deputy d");
  revoked.folder.run("git checkout -q main");
  revoked.folder.write("content/_site/approval.yaml", usual_policy("revoked: [" + revoked.head("d") + "]\n"));
  revoked.run(
      "as chief; git checkout -q -b p; record thuhoi; as root; endorse root p; as chief; approve chief p; "
      "as bot; merge d");
  CHECK(revoked.verdict() == "approval-revoked");
  const auto late = [](Newsroom& room) {
    const Result<Verification> result = room.verify();
    for (const Diagnostic& one : result->found.all())
      if (one.code == "approval-revoked-late") return one.arguments.back();
    return result->waiting.empty() ? std::string("nothing") : result->waiting.back().why.code;
  };
  Newsroom used;
  used.run(std::string(a_draft) + "as chief; approve chief d");
  used.folder.write("content/_site/approval.yaml", usual_policy("revoked: [" + used.head() + "]\n"));
  used.run("as chief; git checkout -q -b p; record thuhoi; as root; endorse root p; as chief; approve chief p");
  CHECK(late(used) == "content/tin/b.md");
  used.run("as editor; draft q; git rm -q content/tin/b.md; git commit -q -m bo; as chief; approve chief q");
  CHECK(late(used) == "nothing");
  Newsroom future;
  future.run(std::string(a_draft) + "as deputy; export GIT_COMMITTER_DATE='1799999999 +0700'; approve deputy d");
  CHECK(future.verdict() == "approval-clock");
  Newsroom backdated;
  backdated.run(std::string(a_draft) + "as deputy; export GIT_COMMITTER_DATE='1700000000 +0700'; approve deputy d");
  CHECK(backdated.verdict() == "approval-clock");
}

TEST_CASE("an approval that waits too long is void", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) + "as deputy; endorse deputy d");
  room.seconds += 31 * day;
  room.run("as bot; merge d");
  CHECK(room.verdict() == "approval-expired");
  // A forge that writes an old date into the merge does not help where the branch is watched.
  Newsroom watched;
  const test::TemporaryFolder folder;
  VerifyRequest request = watched.request();
  request.keep_ledger = true;
  request.ledger = folder / "ledger";
  watched.run("as editor; draft e; put content/tin/e.md e; record n; as chief; approve chief e");
  request.now = Instant{watched.seconds};
  REQUIRE(verify(*real_file_system(), request));
  watched.run(std::string(a_draft) + "as deputy; endorse deputy d");
  request.now = Instant{watched.seconds + 31 * day};
  REQUIRE(verify(*real_file_system(), request));
  watched.run("as bot; merge d");
  request.now = Instant{watched.seconds + 31 * day};
  const Result<Verification> result = verify(*real_file_system(), request);
  REQUIRE(result);
  REQUIRE(result->waiting.size() == 1);
  CHECK(result->waiting[0].why.code == "approval-expired");
}

TEST_CASE("one person takes a page down at once, and nothing else", "[approval][SEC-05]") {
  const std::string removal = "as chief; git checkout -q main; ";
  const std::string sign = "git add -A; signed chief commit -q -S -m 'Gỡ' -m 'Congbo-Emergency: lộ bí mật'";
  Newsroom deleted(usual_policy("rules:\n  - {path: content/, approvals: 2}\n"));
  deleted.run(removal + "git rm -q content/tin/a.md; " + sign);
  CHECK(deleted.verdict() == "accepted emergency");
  CHECK(deleted.verify()->ledger.back().reason == "lộ bí mật");
  Newsroom withdrawn;
  withdrawn.run(removal +
                "put content/tin/a.md '---\\ntitle: A\\nstatus: withdrawn\\nwithdrawn: {reason: lộ}\\n---\\nBài a'; " +
                sign);
  CHECK(withdrawn.verdict() == "accepted emergency");
  Newsroom tombstone;
  tombstone.run(removal + "git rm -q content/tin/a.md; put content/_site/tombstones.yaml '- {path: /tin/a.html}'; " +
                sign);
  CHECK(tombstone.verdict() == "accepted emergency");
  for (const char* more :
       {"put content/tin/a.md '---\\ntitle: A\\nstatus: withdrawn\\n---\\nBài khác'",
        "put content/tin/a.md '---\\ntitle: B\\nstatus: withdrawn\\n---\\nBài a'", "put content/tin/b.md b",
        "git rm -q layouts/article.html", "git rm -q content/_site/approval.yaml"}) {
    INFO(more);
    Newsroom exceeding;
    exceeding.run(removal + more + "; " + sign);
    CHECK((exceeding.verdict() == "approval-emergency-exceeds" || exceeding.verdict() == "approval-policy-broken"));
  }
  Newsroom deputy;  // who has no such role
  deputy.run(
      "as deputy; git checkout -q main; git rm -q content/tin/a.md; signed deputy commit -q -S -m 'Congbo-Emergency: "
      "x'");
  CHECK(deputy.verdict() == "approval-out-of-scope");
}

TEST_CASE("a removal that nobody else upholds comes back", "[approval][SEC-05]") {
  Newsroom room;
  room.run(
      "as chief; git checkout -q main; git rm -q content/tin/a.md; "
      "signed chief commit -q -S -m 'Congbo-Emergency: x'");
  const std::string emergency = room.head();
  const auto code_at = [&](std::int64_t hours) {
    VerifyRequest request = room.request();
    request.now = Instant{start_seconds + hours * 3600};
    const Result<Verification> result = verify(*real_file_system(), request);
    REQUIRE(result);
    std::shared_ptr<const Snapshot> accepted = *provenance::git_snapshot(room.folder.root(), result->accepted);
    const auto restored = with_lapsed_restored(room.folder.root(), accepted, *result, request.now);
    REQUIRE(restored);
    return (result->found.empty() ? std::string("ratified") : result->found.all().front().code) + " " +
           provenance::read_path(**restored, "content/tin/a.md").substr(0, 3);
  };
  CHECK(code_at(1) == "approval-emergency-open (ab");
  CHECK(code_at(25) == "approval-emergency-lapsed ---");
  // Not by the one who ordered it.
  room.run("as chief; signed chief commit -q -S --allow-empty -m x -m 'Congbo-Approve: main\nCongbo-Ratify: " +
           emergency + "'");
  CHECK(room.verdict() == "approval-self");
  room.run("as deputy; signed deputy commit -q -S --allow-empty -m x -m 'Congbo-Approve: main\nCongbo-Ratify: " +
           emergency + "'");
  CHECK(room.verdict() == "accepted E1");
  CHECK(code_at(25) == "ratified (ab");
}

TEST_CASE("a forge's word is weak evidence, off by default, and said", "[approval][ROL-01]") {
  const std::string merge =
      "as editor; draft d; put content/tin/b.md b; record n; as deputy; git checkout -q main; "
      "signed forge merge -q --no-ff -S -m 'Merge request' d";
  Newsroom off;
  off.run(merge);
  CHECK(off.verdict() == "approval-key-unknown");
  const std::string policy = usual_policy("forge_keys: [\"" + public_key("forge") + "\"]\n");
  Newsroom on(policy);
  on.run(merge);
  CHECK(on.verdict() == "accepted E3");
  CHECK(on.verify()->found.all().front().code == "approval-weak-evidence");
  Newsroom stranger(policy);  // a merge by somebody who may not approve
  stranger.run(
      "as editor; draft d; put content/tin/b.md b; record n; git checkout -q main; "
      "signed forge merge -q --no-ff -S -m 'Merge request' d");
  CHECK(stranger.verdict() != "accepted E3");
  Newsroom squash(policy);
  squash.run(
      "as editor; draft d; put content/tin/b.md b; record n; as deputy; git checkout -q main; "
      "git merge -q --squash d >/dev/null; signed forge commit -q -S -m squash");
  CHECK(squash.verdict() == "approval-key-unknown");
}

TEST_CASE("a damaged signature is told from a missing one; an odd commit does not stop the walk",
          "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) +
           "as chief; approve chief d; git cat-file commit main > ../c; sed -i 's/Duyệt d/Duyệt e/' ../c; "
           "git update-ref refs/heads/bad $(git hash-object -t commit -w ../c)");
  CHECK(room.verdict("bad") == "approval-signature-invalid");
  room.run(
      "{ git cat-file commit main | sed '/^committer/q'; echo 'gpgsig a'; echo 'gpgsig b'; echo; echo x; } > ../o; "
      "git update-ref refs/heads/odd $(git hash-object --literally -t commit -w ../o)");
  CHECK(room.verdict("odd") == "approval-commit-malformed");
}

TEST_CASE("signatures of other kinds are named", "[approval][ROL-01]") {
  const auto kind = [](Newsroom& room, const std::string& ref) {
    const Result<Verification> result = room.verify(ref);
    REQUIRE_FALSE(result->waiting.empty());
    const Diagnostic& why = result->waiting.back().why;
    return why.code == "approval-signature-kind" ? why.arguments.back() : why.code;
  };
  Newsroom room;
  room.run(std::string(a_draft) + "as chief; approve rsa d");
  CHECK(kind(room, "main") == "ssh-rsa");
  room.run(
      "{ git cat-file commit main | sed '/^gpgsig/,$d'; echo 'gpgsig -----BEGIN PGP SIGNATURE-----'; echo ' x'; "
      "echo ' -----END PGP SIGNATURE-----'; echo; echo m; } > ../p; "
      "git update-ref refs/heads/pgp $(git hash-object -t commit -w ../p)");
  CHECK(kind(room, "pgp") == "PGP");
}

TEST_CASE("the introduction holds a whole policy", "[approval][ROL-01]") {
  Newsroom none("version: 3\n");
  CHECK(none.verdict() == "approval-introduction-policy");
}

TEST_CASE("a ledger line reads back", "[approval]") {
  const Accepted one{std::string(40, 'a'),    Instant{5}, Evidence::emergency, {{"i", "n\tn", "u", "t\\v", "e\n"}},
                     {"content/a b.md", "c"}, "lý do",    Instant{7},          std::string(40, 'b'),
                     std::string(40, 'c'),    {}};
  const std::string head = ledger_head("x", "main") + ledger_clock(Instant{9});
  const auto read = read_ledger(head + ledger_line(one) + ledger_line(one).substr(0, 30), ledger_head("x", "main"));
  REQUIRE(read);
  CHECK(read->looked == Instant{9});
  REQUIRE(read->accepted.size() == 1);
  CHECK(read->accepted.front() == one);
  CHECK_FALSE(read_ledger(head + "x\n", ledger_head("x", "main")));
  CHECK_FALSE(read_ledger(head, ledger_head("y", "main")));
}

TEST_CASE("only new commits are judged; a ledger others may write is not believed", "[approval][ROL-01]") {
  Newsroom room;
  room.run(std::string(a_draft) + "as chief; approve chief d");
  VerifyRequest request = room.request();
  const test::TemporaryFolder folder;
  request.keep_ledger = true;
  request.ledger = folder / "ledger";
  const auto judged = [&] {
    const Result<Verification> result = verify(*real_file_system(), request);
    REQUIRE(result);
    CHECK(result->accepted == room.head());
    return result->judged;
  };
  CHECK(judged() == 1);
  CHECK(judged() == 0);
  room.run("as editor; draft e; put content/tin/c.md c; record n; as chief; approve chief e");
  request.now = Instant{room.seconds};
  CHECK(judged() == 1);
  CHECK(judged() == 0);
  std::filesystem::permissions(request.ledger, std::filesystem::perms::group_write, std::filesystem::perm_options::add);
  CHECK(judged() == 2);
  room.run("as chief; git checkout -q main; git reset -q --hard HEAD~1");
  CHECK(judged() == 0);
}
