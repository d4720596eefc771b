// SPDX-License-Identifier: GPL-3.0-or-later
// How long judging takes. Hidden, because making so many commits takes longer than judging them:
//   CONGBO_COMMITS=10000 test_approval "[.speed]"
#include <chrono>
#include <cstdlib>

#include "generator/approval/sign.h"
#include "generator/approval/ssh_signature.h"
#include "tests/unit/approval/newsroom.h"

using namespace congbo;
using namespace congbo::approval;

namespace {

constexpr int items_a_folder = 500;

double seconds_of(const auto& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// Commits by the editor, each of a file of its own, each signed by the chief.
void add_commits(Newsroom& room, int count) {
  const std::unique_ptr<KeyRing> ring = file_key("chief");
  const std::unique_ptr<provenance::ObjectStore> store = *provenance::ObjectStore::open(room.folder.root());
  std::string parent = room.head(), tree = room.head("main^{tree}");
  const std::string first = parent;
  for (int i = 0; i < count; ++i) {
    ++room.seconds;
    const std::string when = std::to_string(room.seconds) + " +0700\n", number = std::to_string(i);
    const std::string path = "content/tin/" + std::to_string(i / items_a_folder) + "/" + number + ".md";
    tree = *store->write_tree(tree, {{path, {*store->write_blob(number), 0100644}}});
    const std::string payload = "tree " + tree + "\nparent " + parent + "\nauthor e <editor@example.org> " + when +
                                "committer c <chief@example.org> " + when + "\nx\n\nCongbo-Approve: main\n";
    const SshKey& key = ring->keys().front();
    const std::string armour = write_signature(key.blob, *ring->sign(key, bytes_to_sign(payload)));
    parent = *store->write_commit(with_signature(payload, armour));
  }
  room.folder.run("git update-ref refs/heads/main " + parent + " " + first + " && git gc -q");
}

}  // namespace

TEST_CASE("ten thousand commits take ten seconds, one more five milliseconds", "[.speed]") {
  const char* wanted = std::getenv("CONGBO_COMMITS");
  const int count = wanted ? std::atoi(wanted) : 1000;
  Newsroom room;
  add_commits(room, count);
  const test::TemporaryFolder folder;
  VerifyRequest request = room.request();
  request.keep_ledger = true;
  request.ledger = folder / "ledger";
  const auto run = [&](std::size_t judged) {
    const Result<Verification> result = verify(*real_file_system(), request);
    REQUIRE(result);
    CHECK(result->judged == judged);
    CHECK(result->accepted == room.head());
  };
  const double all = seconds_of([&] { run(static_cast<std::size_t>(count)); });
  const double none = seconds_of([&] { run(0); });
  add_commits(room, 1);
  request.now = Instant{room.seconds};
  const double one = seconds_of([&] { run(1); });
  WARN(count << " commits: " << all << " s; nothing new: " << none * 1e3 << " ms; one new: " << one * 1e3 << " ms");
  CHECK(all < 10.0 * count / 10'000 + 1);
}
