// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown while something that was approved cannot be built: the release before it, less what emergencies took
// down since, and nothing else.
#include "generator/approval/last_published.h"
#include "generator/approval/restored.h"
#include "generator/provenance/git_snapshot.h"
#include "tests/unit/approval/newsroom.h"

using namespace congbo;
using namespace congbo::approval;

namespace {

constexpr const char* page = "content/tin/a.md";
constexpr const char* withdrawn = "'---\\ntitle: A\\nstatus: withdrawn\\nwithdrawn: {reason: lộ}\\n---\\nBài a'";

// A newsroom that published what it began with, and then approved something else.
struct Held {
  Newsroom room;
  LastPublished last;

  Held() : last{room.introduction, Instant{room.seconds}} {}

  void approve(const std::string& line) {
    room.run("as editor; draft d; " + line + "; record n; as chief; approve chief d");
    REQUIRE(room.verdict() == "accepted E1");
  }
  void take_down(const std::string& line) {
    room.run("as chief; git checkout -q main; " + line +
             "; git add -A; signed chief commit -q -S -m 'Gỡ' -m 'Congbo-Emergency: lộ'");
    REQUIRE(room.verdict() == "accepted emergency");
  }
  void publish() { last = {room.head(), Instant{room.seconds}}; }

  Reduced shown(std::int64_t hours = 1, const history::History& history = history::none()) const {
    VerifyRequest request = room.request();
    request.now = Instant{room.seconds + hours * 3600};
    const Result<Verification> result = verify(*real_file_system(), request);
    REQUIRE(result);
    verification = std::make_shared<Verification>(*result);  // the answer points into it
    const auto accepted =
        with_lapsed_restored(room.folder.root(), *provenance::git_snapshot(room.folder.root(), result->accepted),
                             *verification, request.now);
    REQUIRE(accepted);
    Result<Reduced> reduced =
        approval::reduced(room.folder.root(), last, **accepted, *verification, request.now, history);
    REQUIRE(reduced);
    return *reduced;
  }
  // The files and their bytes: "content/tin/a.md = …".
  std::string files(std::int64_t hours = 1) const {
    const Reduced reduced = shown(hours);
    if (!reduced.snapshot) return "(nothing to do)";
    CHECK(reduced.snapshot->commit() == last.commit);
    std::string all;
    for (const SnapshotEntry& entry : reduced.snapshot->entries())
      if (!entry.path.starts_with("content/_site/approval") && !entry.path.starts_with("layouts/"))
        all += entry.path + " = " + *reduced.snapshot->read(entry);
    return all;
  }
  mutable std::shared_ptr<Verification> verification;
};

const std::string a_as_it_was = "content/tin/a.md = ---\ntitle: A\n---\nBài a\n";

}  // namespace

TEST_CASE("a removal does not wait for what others approved, and brings nothing of it along",
          "[approval][SEC-05][ROL-01]") {
  Held held;
  held.approve("put content/tin/b.md 'b cũ'; put content/tin/h/anh.png x; put content/tin/c.md c");
  held.publish();
  CHECK(held.files() == "(nothing to do)");
  held.approve(
      "put content/tin/b.md 'b mới'; put content/tin/moi.md lỗi; put layouts/article.html khác; git rm -q "
      "content/tin/c.md");
  CHECK(held.files() == "(nothing to do)");
  held.take_down(
      "git rm -q content/tin/a.md content/tin/h/anh.png; put content/_site/tombstones.yaml '- {address: "
      "/tin/a.html, reason: x, authority: y}'");
  CHECK(held.files() == "content/tin/b.md = b cũ\ncontent/tin/c.md = c\n");
  const Reduced reduced = held.shown();
  CHECK(reduced.known == 1);
  REQUIRE(reduced.removed.size() == 2);
  CHECK(reduced.removed.begin()->first == page);
  CHECK(reduced.removed.begin()->second->commit == held.room.head());
  const SnapshotEntry* layout = reduced.snapshot->find("layouts/article.html");
  REQUIRE(layout != nullptr);
  CHECK(*reduced.snapshot->read(*layout) == "<main></main>\n");
  held.approve("put content/tin/d.md d");  // later approvals wait too
  CHECK(held.files() == "content/tin/b.md = b cũ\ncontent/tin/c.md = c\n");
}

TEST_CASE("a page is withdrawn as it stands; one that was changed meanwhile goes whole", "[approval][SEC-05]") {
  Held held;
  held.approve("put content/tin/b.md lỗi");
  held.take_down("put content/tin/a.md " + std::string(withdrawn));
  CHECK(held.files() == "content/tin/a.md = ---\ntitle: A\nstatus: withdrawn\nwithdrawn: {reason: lộ}\n---\nBài a\n");
  held.take_down("git rm -q content/tin/a.md");
  CHECK(held.files() == "");

  Held changed;
  changed.approve("put content/tin/a.md '---\\ntitle: A\\n---\\nBài a, thêm lỗi'");
  changed.take_down("put content/tin/a.md '---\\ntitle: A\\nstatus: withdrawn\\n---\\nBài a, thêm lỗi'");
  CHECK(changed.files() == "");
}

TEST_CASE("a page that was moved is found where it is shown", "[approval][SEC-05][ARC-03]") {
  const std::string more = "---\\ntitle: B\\n---\\n" + std::string(300, 'b');
  Held held;
  held.approve("put content/tin/b.md '" + more + "'; put content/tin/c.md 'chữ khác hẳn'; put content/tin/h.jpg hình");
  held.publish();
  held.approve(
      "git rm -q content/tin/a.md content/tin/b.md content/tin/c.md content/tin/h.jpg; put content/moi/a.md "
      "'---\\ntitle: viết lại\\nid: tin/a\\n---\\nkhông còn như trước'; put content/moi/b.md '" +
      more + "thêm'; put content/moi/h.jpg hình; put content/moi/e.md 'tin khác'");
  held.take_down("git rm -q content/moi/e.md");
  CHECK(held.shown().removed.empty());
  held.take_down("git rm -q content/moi/a.md content/moi/b.md content/moi/h.jpg");
  CHECK(held.files() == "content/tin/c.md = chữ khác hẳn\n");
}

TEST_CASE("a page that was moved and stays is not taken for one that was taken down", "[approval][SEC-05]") {
  const std::string report = "---\\ntitle: B\\n---\\n" + std::string(300, 'b');
  Held held;
  held.approve("put content/tin/b.md '" + report + "1'");
  held.publish();
  held.approve("git mv content/tin/b.md content/tin/cu.md; put content/tin/moi.md '" + report +
               "2'; put content/tin/c.md lỗi");
  held.take_down("git rm -q content/tin/moi.md");
  CHECK(held.shown().removed.empty());
}

TEST_CASE("what was decided after a removal is not undone by showing the release before it", "[approval][SEC-05]") {
  Held held;
  held.approve("put content/tin/b.md lỗi");
  held.take_down("git rm -q content/tin/a.md");
  held.approve("put content/tin/a.md 'đã bỏ phần lộ'");
  CHECK(held.files() == "");  // neither what waits nor what was taken down
  CHECK(held.files(100) == "");
  held.approve("put content/tin/a.md '---\\ntitle: A\\n---\\nBài a'");
  CHECK(held.files() == a_as_it_was);
}

TEST_CASE("a removal that lapses gives the page back while others wait; one that is upheld does not",
          "[approval][SEC-05]") {
  Held held;
  held.approve("put content/tin/b.md lỗi");
  held.take_down("git rm -q content/tin/a.md");
  const std::string emergency = held.room.head();
  CHECK(held.files() == "");
  CHECK(held.files(30) == a_as_it_was);
  held.room.run(
      "as deputy; git checkout -q main; signed deputy commit -q -S --allow-empty -m x -m 'Congbo-Approve: "
      "main\nCongbo-Ratify: " +
      emergency + "'");
  CHECK(held.files(30) == "");
  CHECK(held.verification->is_ratified(emergency));
}

TEST_CASE("a removal in the shown release ends in time too, unless the page was approved anew since",
          "[approval][SEC-05]") {
  Held held;
  held.take_down("git rm -q content/tin/a.md");
  held.publish();
  held.approve("put content/tin/b.md lỗi");
  CHECK(held.files() == "");
  CHECK(held.files(30) == a_as_it_was);
  held.approve("put content/tin/a.md 'đã bỏ phần lộ'");
  CHECK(held.files(30) == "");
}

TEST_CASE("addresses of what was taken down say so, old ones too, none of a day to come",
          "[approval][SEC-05][ARC-03]") {
  history::History history;
  history.add(history::Published{"main", "/cu/a.html", "tin/a", "content/cu/a.md", "2026-02-01", "h", ""});
  history.add(history::Published{"main", "/tin/a.html", "tin/a", page, "2026-03-01", "h", ""});
  history.add(history::Published{"main", "/x.html", "", page, "2026-03-01", "moved", ""});
  history.add(history::Published{"main", "/tin/b.html", "tin/b", "content/tin/b.md", "2026-03-01", "h", ""});
  Held held;
  held.approve("put content/tin/b.md lỗi");
  held.take_down(
      "git rm -q content/tin/a.md; put content/_site/tombstones.yaml '- {address: /tin/a-khac.html, "
      "reason: x, authority: y}'");
  held.last.at = Instant{held.last.at.seconds - 86'400};
  const Reduced reduced = held.shown(1, history);
  const SnapshotEntry* list = reduced.snapshot->find("content/_site/tombstones.yaml");
  REQUIRE(list != nullptr);
  const std::string text = *reduced.snapshot->read(*list);
  for (const char* address : {"\"/cu/a.html\"", "\"/tin/a.html\"", "\"/x.html\""})
    CHECK(text.find(address) != text.npos);
  CHECK(text.find("/tin/b") == text.npos);
  CHECK(text.find(", on:") == text.npos);
  CHECK(text.find("a-khac") == text.npos);
}

TEST_CASE("a release that nobody approved is not built again", "[approval][ROL-01][SEC-05]") {
  Held held;
  held.room.run("as editor; draft lan; put content/tin/lan.md 'đẩy lén'; record n");
  const std::string stray = held.room.head("lan");
  held.approve("put content/tin/b.md lỗi");
  held.take_down("git rm -q content/tin/a.md");
  held.last.commit = stray;
  CHECK(held.files() == "(nothing to do)");
}
