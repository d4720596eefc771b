// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/content_hash.h"
#include "generator/provenance/git_snapshot.h"
#include "tests/unit/provenance/git_fixture.h"

namespace congbo::provenance {

struct Change {
  std::string name;
  std::string command;  // in the repository
  bool clean;
};

TEST_CASE("The work folder is clean exactly when a build from it equals a build from its commit") {
  const auto row = GENERATE(values<Change>({
      {"nothing", "true", true},
      {"an edit", "echo x >> content/tin-tuc/a.md", false},
      {"an edit of the same length", "printf 'tin c\\n' > content/tin-tuc/a.md", false},
      {"an edit in a layout", "echo x >> layouts/article.html", false},
      {"a staged edit", "echo x >> content/tin-tuc/a.md && git add -A", false},
      {"a staged edit taken back on disk",
       "cp content/tin-tuc/a.md ../giu && echo x >> content/tin-tuc/a.md && git add -A && mv ../giu "
       "content/tin-tuc/a.md",
       false},
      {"a deletion", "rm content/tin-tuc/a.md", false},
      {"a staged deletion", "git rm -q --cached content/tin-tuc/a.md", false},
      {"a new file", "echo x > content/moi.md", false},
      {"a new staged file", "echo x > content/moi.md && git add -A", false},
      {"a new file in a new folder", "mkdir content/moi && echo x > content/moi/x.md", false},
      {"a file that became a link", "rm content/tin-tuc/a.md && ln -s ../tin-tuc-b.md content/tin-tuc/a.md", false},
      {"a file that became a folder",
       "rm content/tin-tuc-b.md && mkdir content/tin-tuc-b.md && echo x > content/tin-tuc-b.md/x", false},
      {"an ignored file", "echo '*.bak' > .git/info/exclude && echo x > content/tin-tuc/a.md.bak", true},
      {"an ignored folder", "echo 'tam/' > .git/info/exclude && mkdir content/tam && echo x > content/tam/x.md", true},
      {"a file elsewhere", "echo x >> README.md && echo x > khac.md && git add khac.md", true},
      {"a file in a hidden folder", "mkdir content/.obsidian && echo x > content/.obsidian/x.md", true},
      {"an empty folder", "mkdir content/rong", true},
      {"a new time", "touch -d 2020-01-01 content/tin-tuc/a.md", true},
      {"a copy of the same bytes", "cp content/tin-tuc/a.md x && mv x content/tin-tuc/a.md", true},
      {"an edit under the old time",
       "touch -r content/tin-tuc/a.md t && printf 'tin c\\n' > content/tin-tuc/a.md && touch -r t content/tin-tuc/a.md",
       false},
      {"line ends converted on checkout",
       "git config core.autocrlf true && rm content/tin-tuc/a.md && git checkout -q -- content", true},
      {"an edit beside converted line ends",
       "git config core.autocrlf true && rm content/tin-tuc/a.md && git checkout -q -- content && echo x >> "
       "content/tin-tuc/a.md",
       false},
      {"a merge in conflict",
       "git checkout -q -b k && echo k > content/tin-tuc/a.md && git commit -qam k && git checkout -q main && echo m > "
       "content/tin-tuc/a.md && git commit -qam m && ! git merge -q k",
       false},
  }));
  const GitFolder git;
  make_portal(git);
  CAPTURE(row.name);
  git.run(row.command);
  const auto facts = inspect_repository(git.root());
  REQUIRE(facts);
  CHECK(facts->clean == row.clean);
  const auto disk = real_file_system();
  if (row.name == "a deletion" || row.name == "a staged deletion") return;
  const auto snapshot = work_folder_snapshot(*disk, git.root());
  REQUIRE(snapshot);
  CHECK((*snapshot)->commit() == (row.clean ? facts->head_commit : ""));
  if (row.clean) {
    const auto committed = git_snapshot(git.root(), "HEAD");
    REQUIRE(committed);
    REQUIRE(paths_of(**snapshot) == paths_of(**committed));
    for (const std::string& path : paths_of(**committed)) {
      CHECK(read_path(**snapshot, path) == read_path(**committed, path));
      CHECK((*snapshot)->find(path)->fingerprint == (*committed)->find(path)->fingerprint);
    }
  }
}

TEST_CASE("An edit in the moment the index was written is seen") {
  const GitFolder git;
  make_portal(git);
  // Same size and the very same times: only git's rule about the index's own time can tell.
  git.run(
      "printf 'tin c\\n' > content/tin-tuc/a.md && touch -r .git/index content/tin-tuc/a.md && git add -A && git "
      "commit -q -m y && "
      "touch -r .git/index t && printf 'tin d\\n' > content/tin-tuc/a.md");
  CHECK_FALSE(inspect_repository(git.root())->clean);
}

TEST_CASE("A clean folder gives the commit's bytes even when a file changes afterwards") {
  const GitFolder git;
  make_portal(git);
  const auto disk = real_file_system();
  const auto snapshot = work_folder_snapshot(*disk, git.root());
  REQUIRE(snapshot);
  git.write("content/tin-tuc/a.md", "đổi sau\n");
  std::filesystem::remove(git.path("content/tin-tuc-b.md"));
  CHECK(read_path(**snapshot, "content/tin-tuc/a.md") == "tin a\n");
  CHECK(read_path(**snapshot, "content/tin-tuc-b.md") == "tin b\n");
}

TEST_CASE("A changed folder is read as it lies there, without a commit") {
  const GitFolder git;
  make_portal(git);
  git.write("content/tin-tuc/a.md", "đang viết\n");
  const auto disk = real_file_system();
  const auto snapshot = work_folder_snapshot(*disk, git.root());
  REQUIRE(snapshot);
  CHECK((*snapshot)->commit().empty());
  CHECK(read_path(**snapshot, "content/tin-tuc/a.md") == "đang viết\n");
}

TEST_CASE("A folder outside git is read as it is") {
  const GitFolder git;
  git.write("content/a.md", "a\n");
  const auto disk = real_file_system();
  const auto snapshot = work_folder_snapshot(*disk, git.root());
  REQUIRE(snapshot);
  CHECK((*snapshot)->commit().empty());
  CHECK(read_path(**snapshot, "content/a.md") == "a\n");
}

TEST_CASE("Sizes of a clean folder are those on the disk") {
  const GitFolder git;
  make_portal(git, "cong/");
  const auto disk = real_file_system();
  const auto snapshot = work_folder_snapshot(*disk, git.path("cong"));
  REQUIRE(snapshot);
  REQUIRE((*snapshot)->find("content/tin-tuc/a.md"));
  CHECK((*snapshot)->find("content/tin-tuc/a.md")->size == 6);
  CHECK_FALSE((*snapshot)->commit().empty());
}

}  // namespace congbo::provenance
