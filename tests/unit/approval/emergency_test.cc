// SPDX-License-Identifier: GPL-3.0-or-later
// What one signature may take down, and what comes back when nobody upholds it.
#include "generator/approval/restored.h"
#include "generator/provenance/git_snapshot.h"
#include "tests/unit/approval/newsroom.h"

using namespace congbo;
using namespace congbo::approval;

namespace {

constexpr const char* sign = "; git add -A; signed chief commit -q -S -m 'Gỡ' -m 'Congbo-Emergency: lộ'";
constexpr const char* page = "---\\ntitle: A\\n---\\nBài a";
constexpr const char* path = "content/tin/a.md";

std::shared_ptr<const Snapshot> shown(const Newsroom& room, std::int64_t hours,
                                      const history::History& history = history::none()) {
  VerifyRequest request = room.request();
  request.now = Instant{room.seconds + hours * 3600};
  const Result<Verification> result = verify(*real_file_system(), request);
  REQUIRE(result);
  std::shared_ptr<const Snapshot> accepted = *provenance::git_snapshot(room.folder.root(), result->accepted);
  auto restored = with_lapsed_restored(room.folder.root(), accepted, *result, request.now, history);
  REQUIRE(restored);
  return *restored;
}

std::string text_in(const Snapshot& snapshot, const std::string& where) {
  const SnapshotEntry* entry = snapshot.find(where);
  return entry == nullptr ? "(absent)" : *snapshot.read(*entry);
}

std::string removal(const std::string& line) {
  return "as chief; git checkout -q main; " + line + sign;
}

}  // namespace

TEST_CASE("a lapsed removal gives back what was approved, not what waited", "[approval][SEC-05][ROL-01]") {
  Newsroom room;
  room.run("as editor; put content/tin/a.md 'BÍ MẬT'; record len; " + removal("git rm -q content/tin/a.md"));
  CHECK(room.verdict() == "accepted emergency");
  CHECK(text_in(*shown(room, 1), path) == "(absent)");
  CHECK(text_in(*shown(room, 30), path) == "---\ntitle: A\n---\nBài a\n");
}

TEST_CASE("what was decided after an emergency stays decided", "[approval][SEC-05]") {
  Newsroom room;
  room.run(removal("git rm -q content/tin/a.md"));
  room.run("as editor; draft d; put content/tin/a.md 'đã sửa'; record n; as chief; approve chief d");
  CHECK(text_in(*shown(room, 30), path) == "đã sửa\n");
  room.run("as editor; draft e; git rm -q content/tin/a.md; git commit -q -m n; as chief; approve chief e");
  CHECK(room.verdict() == "accepted E1");
  CHECK(text_in(*shown(room, 30), path) == "(absent)");
}

TEST_CASE("a second emergency does not make the first one permanent", "[approval][SEC-05]") {
  Newsroom room;
  room.run(
      removal("put content/tin/a.md '---\\ntitle: A\\nstatus: withdrawn\\nwithdrawn: {reason: lộ}\\n---\\nBài a'"));
  CHECK(room.verdict() == "accepted emergency");
  room.run(removal("git rm -q content/tin/a.md"));
  CHECK(room.verdict() == "accepted emergency");
  CHECK(text_in(*shown(room, 1), path) == "(absent)");
  CHECK(text_in(*shown(room, 30), path) == "---\ntitle: A\n---\nBài a\n");
}

TEST_CASE("an emergency publishes nothing", "[approval][SEC-05]") {
  const auto verdict = [](const std::string& before, const std::string& after) {
    Newsroom room;
    room.run("as editor; draft d; put content/tin/a.md '" + before + "'; record n; as chief; approve chief d");
    REQUIRE(room.verdict() == "accepted E1");
    room.run(removal("put content/tin/a.md '" + after + "'"));
    return room.verdict();
  };
  const auto with = [](const std::string& lines) { return "---\\ntitle: A\\n" + lines + "---\\nThân bài"; };
  const std::string withdrawn = "status: withdrawn\\nwithdrawn: {reason: lộ}\\n";
  CHECK(verdict(with(""), with(withdrawn)) == "accepted emergency");
  CHECK(verdict(with("status: published\\n"), with(withdrawn)) == "accepted emergency");
  CHECK(verdict(with("status: draft\\n"), with(withdrawn)) == "approval-emergency-exceeds");
  CHECK(verdict(with(withdrawn), with("status: withdrawn\\nwithdrawn: {reason: khác}\\n")) ==
        "approval-emergency-exceeds");
  for (const char* words : {"{reason: xem https://a.example}", "{reason: a, more: b}"})
    CHECK(verdict(with(""), with("status: withdrawn\\nwithdrawn: " + std::string(words) + "\\n")) ==
          "approval-emergency-exceeds");
  for (const char* line : {"put content/tin/x_site/tombstones.yaml x", "git rm -q content/_site/site.yaml",
                           "put content/_site/tombstones.yaml '- {address: /cu.html-va-them}'"}) {
    INFO(line);
    Newsroom room;
    room.folder.write("content/_site/site.yaml", "format: 1\n");
    room.folder.write("content/_site/tombstones.yaml", "- {address: /cu.html");
    room.run("as chief; git checkout -q main; git add -A; signed chief commit -q -S -m goc");
    room.introduction = room.head();
    room.run(removal(line));
    CHECK(room.verdict() == "approval-emergency-exceeds");
  }
}

TEST_CASE("tombstones come and go with the page; without one the address still says that it is gone",
          "[approval][SEC-05][ARC-03]") {
  const std::string list = "content/_site/tombstones.yaml", line = "- {address: /tin/a.html, reason: x, authority: y}";
  Newsroom room;
  room.run(removal("git rm -q content/tin/a.md; put " + list + " '" + line + "'"));
  CHECK(room.verdict() == "accepted emergency");
  CHECK(text_in(*shown(room, 1), list) == line + "\n");
  CHECK(text_in(*shown(room, 30), list) == "");
  history::History history;
  history.add(history::Published{"main", "/tin/a.html", "tin/a", path, "2026-03-01", "h", ""});
  CHECK(text_in(*shown(room, 1, history), list) == line + "\n");  // said already
  Newsroom without;
  without.run(removal("git rm -q content/tin/a.md"));
  CHECK(
      text_in(*shown(without, 1, history), list).starts_with("- {address: \"/tin/a.html\", on: 2026-03-02, reason: "));
  CHECK(text_in(*shown(without, 30, history), list) == "(absent)");
}

TEST_CASE("a section whose text is taken down is no tombstone while it has pages", "[approval][SEC-05]") {
  history::History history;
  history.add(history::Published{"main", "/tin/", "tin/_index", "content/tin/_index.md", "2026-03-01", "h", ""});
  const std::string list = "content/_site/tombstones.yaml";
  Newsroom room;
  room.run("as editor; draft d; put content/tin/_index.md x; record n; as chief; approve chief d");
  room.run(removal("git rm -q content/tin/_index.md"));
  CHECK(text_in(*shown(room, 1, history), list) == "(absent)");
  room.run(removal("git rm -q content/tin/a.md"));
  CHECK(text_in(*shown(room, 1, history), list).starts_with("- {address: \"/tin/\", on: "));
}

TEST_CASE("who has a field may not take other files into it", "[approval][ROL-04]") {
  Newsroom room(
      usual_policy("  - {id: board, email: [board@example.org], roles: [approve], paths: [content/], fields: [y-te], "
                   "keys: [\"" +
                   public_key("board") + "\"]}\n"));
  room.run("as editor; draft d; put content/tin/hinh/x.txt cu; record n; as chief; approve chief d");
  room.run(
      "as editor; draft e; put content/tin/hinh/x.txt moi; put content/tin/hinh.md '---\\nfield: y-te\\n---'; record "
      "n; "
      "as board; approve board e");
  CHECK(room.verdict() == "approval-out-of-field");
}

TEST_CASE("who has a field upholds no removal outside it", "[approval][ROL-04][SEC-05]") {
  Newsroom room(
      usual_policy("  - {id: board, email: [board@example.org], roles: [approve], paths: [content/], fields: [y-te], "
                   "keys: [\"" +
                   public_key("board") + "\"]}\n"));
  room.run(
      "as editor; draft d; put content/tin/y.md '---\\nfield: y-te\\n---'; put content/tin/y/x.txt x; record n; as "
      "chief; approve chief d");
  const auto uphold = [&](const std::string& page) {
    room.run(removal("git rm -q " + page));
    REQUIRE(room.verdict() == "accepted emergency");
    const std::string emergency = room.head();
    room.run("as board; signed board commit -q -S --allow-empty -m x -m 'Congbo-Approve: main\nCongbo-Ratify: " +
             emergency + "'");
    return room.verdict();
  };
  CHECK(uphold("content/tin/y.md content/tin/y/x.txt") == "accepted E1");
  CHECK(uphold("content/tin/a.md") == "approval-out-of-scope");
}
