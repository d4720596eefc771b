// SPDX-License-Identifier: GPL-3.0-or-later
// The log on its git ref: appended to and nothing else, by several at once, beside branches and work folder.
#include "generator/provenance/release_log.h"

#include <atomic>
#include <thread>

#include "generator/provenance/git_snapshot.h"
#include "tests/unit/provenance/git_fixture.h"

using namespace congbo;
using namespace congbo::provenance;

namespace {

Result<bool> append(const GitFolder& folder, const std::string& line) {
  return append_release_log(folder.root(), 1772416800, [&](const std::string&) { return Result<std::string>(line); });
}

std::string text_of(const std::string& folder) {
  const Result<std::optional<std::string>> text = read_release_log(folder);
  if (!text) return "(" + text.error().code + ")";
  return text->value_or("(none)");
}

}  // namespace

TEST_CASE("a plain folder has no log, a repository an empty one", "[provenance][ARC-03]") {
  const GitFolder folder;
  CHECK(text_of(folder.root()) == "(none)");
  folder.init();
  CHECK(text_of(folder.root()) == "");
}

TEST_CASE("each release is a commit after the one before; branches and work folder stay", "[provenance][ARC-03]") {
  const GitFolder folder;
  make_portal(folder);
  const std::string head = folder.run("git rev-parse HEAD");
  REQUIRE(append(folder, "một\n"));
  REQUIRE(append(folder, "hai\n"));
  CHECK(text_of(folder.root()) == "một\nhai\n");
  CHECK(folder.run("git rev-list --count refs/congbo/releases") == "2");
  CHECK(folder.run("git show refs/congbo/releases~1:releases.jsonl") == "một");
  CHECK(folder.run("git rev-parse HEAD") == head);
  CHECK(folder.run("git status --porcelain") == "");
  CHECK(folder.run("git fsck --strict 2>&1 | grep -c error || true") == "0");
}

TEST_CASE("a ref that is no log is an error, and nothing is written on top of it", "[provenance][ARC-03]") {
  for (const char* target : {"HEAD", "$(git hash-object -w --stdin < /dev/null)", "HEAD^{tree}"}) {
    INFO(target);
    const GitFolder folder;
    make_portal(folder);
    folder.run(std::string("git update-ref refs/congbo/releases ") + target);
    const std::string before = folder.run("git rev-parse refs/congbo/releases");
    CHECK(text_of(folder.root()) == "(release-log-foreign)");
    const Result<bool> appended = append(folder, "một\n");
    REQUIRE_FALSE(appended);
    CHECK(appended.error().code == "release-log-foreign");
    CHECK(folder.run("git rev-parse refs/congbo/releases") == before);
  }
}

TEST_CASE("nothing to say appends nothing", "[provenance][ARC-03]") {
  const GitFolder folder;
  make_portal(folder);
  const Result<bool> appended = append(folder, "");
  REQUIRE(appended);
  CHECK_FALSE(*appended);
  CHECK(text_of(folder.root()) == "");
}

TEST_CASE("a portal in a folder of the repository has its own log", "[provenance][ARC-03]") {
  const GitFolder folder;
  make_portal(folder, "cong/mot/");
  REQUIRE(
      append_release_log(folder.path("cong/mot"), 1, [](const std::string&) { return Result<std::string>("a\n"); }));
  CHECK(text_of(folder.path("cong/mot")) == "a\n");
  CHECK(text_of(folder.root()) == "");
  CHECK(folder.run("git ls-tree --name-only refs/congbo/releases") == "releases.cong.mot.jsonl");
}

TEST_CASE("of releases recorded at once none is lost", "[provenance][ARC-03]") {
  const GitFolder folder;
  make_portal(folder);
  std::atomic<int> failed{0};
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 4; ++writer)
    writers.emplace_back([&, writer] {
      for (int i = 0; i < 4; ++i)
        if (!append(folder, std::to_string(writer) + " " + std::to_string(i) + "\n")) ++failed;
    });
  for (std::thread& writer : writers) writer.join();
  CHECK(failed == 0);
  const std::string log = text_of(folder.root());
  CHECK(std::count(log.begin(), log.end(), '\n') == 16);
  for (int writer = 0; writer < 4; ++writer)
    for (int i = 0; i < 4; ++i)
      CHECK(log.find(std::to_string(writer) + " " + std::to_string(i) + "\n") != std::string::npos);
}

TEST_CASE("a remote is seen", "[provenance][REF-04]") {
  const GitFolder folder;
  CHECK(*has_remote(folder.root()) == false);
  make_portal(folder);
  CHECK(*has_remote(folder.root()) == false);
  folder.run("git remote add origin https://git.example/kho.git");
  CHECK(*has_remote(folder.root()) == true);
}
