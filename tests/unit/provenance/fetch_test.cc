// SPDX-License-Identifier: GPL-3.0-or-later
// Fetching for the machine that publishes: new commits come, nothing goes, drafts stay when the server drops them.
#include "generator/provenance/fetch.h"

#include "tests/unit/provenance/git_fixture.h"

using namespace congbo;
using namespace congbo::provenance;

TEST_CASE("the branch is fetched into a repository of its own, forced moves included", "[provenance][ROL-12]") {
  const GitFolder folder;
  make_portal(folder);
  FetchRequest request{folder.beside("ban-sao.git"), folder.root()};
  REQUIRE(fetch(request));
  const std::string mirrored = "git --git-dir='" + request.repository + "' ";
  CHECK(folder.run(mirrored + "rev-parse refs/remotes/origin/main") == folder.run("git rev-parse main"));
  folder.run("git commit -q --amend -m y");
  REQUIRE(fetch(request));
  CHECK(folder.run(mirrored + "rev-parse refs/remotes/origin/main") == folder.run("git rev-parse main"));
  CHECK(folder.run(mirrored + "for-each-ref | wc -l") == "1");
}

TEST_CASE("drafts stay reachable after their branch is deleted", "[provenance][ARC-02]") {
  const GitFolder folder;
  make_portal(folder);
  folder.run(
      "git checkout -q -b nhap && git commit -q --allow-empty -m nhap && git checkout -q main && "
      "git update-ref refs/pull/7/head nhap");
  const std::string draft = folder.run("git rev-parse nhap");
  FetchRequest request{folder.beside("ban-sao.git"), folder.root()};
  REQUIRE(archive_drafts(request));
  // The name is used for a folder of branches, then for another version.
  folder.run("git branch -q -D nhap && git update-ref -d refs/pull/7/head && git branch nhap/moi main");
  REQUIRE(archive_drafts(request));
  folder.run("git branch -q -D nhap/moi && git branch nhap main");
  REQUIRE(archive_drafts(request));
  const std::string mirrored = "git --git-dir='" + request.repository + "' ";
  CHECK(folder.run(mirrored + "rev-parse refs/archive/heads/nhap/" + draft + " refs/archive/pull/7/head/" + draft) ==
        draft + "\n" + draft);
  CHECK(folder.run(mirrored + "for-each-ref refs/archive | wc -l") == "4");
  CHECK(folder.run(mirrored + "for-each-ref refs/archive/heads/main") == "");
}

TEST_CASE("a server that is not there is named", "[provenance]") {
  const GitFolder folder;
  make_portal(folder);
  const Result<Done> done = fetch({folder.beside("x.git"), folder.beside("khong-co")});
  REQUIRE_FALSE(done);
  CHECK(done.error().code == "git-fetch-failed");
  const Result<Done> gone = fetch({folder.beside("x.git"), folder.root(), "khong-co"});
  REQUIRE_FALSE(gone);
  CHECK(gone.error().code == "git-branch-gone");
}
