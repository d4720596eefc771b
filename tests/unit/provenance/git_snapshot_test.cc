// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/git_snapshot.h"

#include <unistd.h>

#include <atomic>
#include <thread>

#include "generator/base/content_hash.h"
#include "tests/unit/provenance/git_fixture.h"

namespace fs = std::filesystem;

// libgit2 1.5 does not give back its regular expression when it refuses an extension of a repository; not ours to mend.
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libpcre2";
}

namespace congbo::provenance {

static std::unique_ptr<Snapshot> must_open(const std::string& folder, std::string_view ref) {
  auto snapshot = git_snapshot(folder, ref);
  if (!snapshot) FAIL(snapshot.error().code << " for " << ref);
  return *std::move(snapshot);
}

static std::string code_of(const std::string& folder, std::string_view ref = "HEAD") {
  const auto snapshot = git_snapshot(folder, ref);
  return snapshot ? "fine" : snapshot.error().code;
}

TEST_CASE("A branch is read without checkout") {
  const GitFolder git;
  make_portal(git);
  git.run("git checkout -q -b nhap");
  git.write("content/tin-tuc/a.md", "tin a, bản nháp\n");
  const std::string draft = git.commit_all();
  git.run("git checkout -q main");

  const auto snapshot = must_open(git.root(), "nhap");
  CHECK(snapshot->commit() == draft);
  CHECK(paths_of(*snapshot) == std::vector<std::string>{"content/_site/site.yaml", "content/tin-tuc-b.md",
                                                        "content/tin-tuc/a.md", "content/tin-tuc/a/anh.png",
                                                        "layouts/article.html"});
  CHECK(read_path(*snapshot, "content/tin-tuc/a.md") == "tin a, bản nháp\n");
  CHECK(read_path(*snapshot, "content/tin-tuc/a/anh.png") == std::string("\0\1\2", 3));
  CHECK(snapshot->find("content/tin-tuc-b.md")->fingerprint == git_blob_id("tin b\n"));
  CHECK(snapshot->find("content/tin-tuc-b.md")->size == 0);
  CHECK(read_path(*must_open(git.root(), "main"), "content/tin-tuc/a.md") == "tin a\n");
}

TEST_CASE("Hidden folders are left out, links are flagged and never followed") {
  const GitFolder git;
  make_portal(git);
  git.write("content/.obsidian/x.md", "ẩn");
  git.write("content/.hidden.md", "tệp ẩn");
  git.run("ln -s /etc/passwd content/link.md && ln -s ../layouts content/folder && chmod +x content/tin-tuc/a.md");
  git.commit_all();
  const auto snapshot = must_open(git.root(), "HEAD");
  CHECK_FALSE(snapshot->find("content/.obsidian/x.md"));
  CHECK(snapshot->find("content/.hidden.md"));
  REQUIRE(snapshot->find("content/link.md"));
  CHECK(snapshot->find("content/link.md")->symlink);
  CHECK(snapshot->find("content/folder")->symlink);
  CHECK_FALSE(snapshot->find("content/tin-tuc/a.md")->symlink);
  CHECK(read_path(*snapshot, "content/link.md") == "(file-is-link)");
}

TEST_CASE("A source folder inside the repository is its own root") {
  const GitFolder git;
  make_portal(git, "cong/tinh/");
  const auto facts = inspect_repository(git.path("cong/tinh"));
  REQUIRE(facts);
  CHECK(facts->prefix == "cong/tinh/");
  CHECK(facts->clean);
  CHECK(read_path(*must_open(git.path("cong/tinh/"), "main"), "content/tin-tuc/a.md") == "tin a\n");
  CHECK(code_of(git.root()) == "git-no-content");
}

TEST_CASE("A bare repository is read like any other") {
  const GitFolder git;
  make_portal(git);
  git.run("git clone -q --bare . ../tran.git");
  const auto facts = inspect_repository(git.beside("tran.git"));
  REQUIRE(facts);
  CHECK(facts->exists);
  CHECK(facts->root == git.beside("tran.git"));
  CHECK(facts->prefix.empty());
  CHECK_FALSE(facts->clean);
  CHECK(read_path(*must_open(git.beside("tran.git"), "main"), "content/tin-tuc/a.md") == "tin a\n");
}

TEST_CASE("Branches, tags and commits are found by the names people use") {
  const GitFolder git;
  make_portal(git);
  const std::string first = git.run("git rev-parse HEAD");
  git.run("git tag nhe && git tag -a -m y day-du && git branch tin/tết-nguyên-đán");
  git.write("content/moi.md", "mới");
  const std::string second = git.commit_all();
  git.run("git clone -q . ../ban-sao && cd ../ban-sao && git checkout -q -b khac");
  for (const auto& [ref, commit] : std::vector<std::pair<std::string, std::string>>{{"main", second},
                                                                                    {"HEAD", second},
                                                                                    {"HEAD~1", first},
                                                                                    {"HEAD~0", second},
                                                                                    {second + "~", first},
                                                                                    {"main^1^0", first},
                                                                                    {"main^", first},
                                                                                    {"nhe", first},
                                                                                    {"day-du", first},
                                                                                    {"tin/tết-nguyên-đán", first},
                                                                                    {"refs/heads/main", second},
                                                                                    {"refs/tags/nhe", first},
                                                                                    {first, first},
                                                                                    {first.substr(0, 10), first}}) {
    CAPTURE(ref);
    CHECK(must_open(git.root(), ref)->commit() == commit);
  }
  CHECK(must_open(git.beside("ban-sao"), "tin/tết-nguyên-đán")->commit() == first);  // known to origin only
  CHECK(must_open(git.beside("ban-sao"), "origin/main")->commit() == second);
}

TEST_CASE("Names that are no commit are refused, with the nearest one") {
  const GitFolder git;
  make_portal(git);
  git.run("git branch phat-hanh && git tag v1.0 && git tag goc-cay HEAD^{tree}");
  for (const std::string ref : {"",
                                " ",
                                "-main",
                                "--all",
                                "main:content",
                                ":/x",
                                "main^{tree}",
                                "main^{/x}",
                                "main~99999999999",
                                "main~9",
                                "main^2",
                                "~1",
                                "abc",
                                "main..phat-hanh",
                                "a b",
                                "main\n",
                                "@{-1}",
                                "../main",
                                "refs/heads/",
                                "main.lock",
                                "~",
                                "0000000000000000000000000000000000000000",
                                "goc-cay"}) {
    CAPTURE(ref);
    CHECK(code_of(git.root(), ref) == "git-ref-unknown");
  }
  CHECK(code_of(git.root(), std::string(100'000, 'a')) == "git-ref-unknown");
  CHECK(code_of(git.root(), std::string("main\0x", 6)) == "git-ref-unknown");
  const auto mistyped = git_snapshot(git.root(), "phat-hnah");
  REQUIRE_FALSE(mistyped);
  CHECK(mistyped.error().suggestion == "phat-hanh");
  CHECK(mistyped.error().arguments == std::vector<std::string>{"phat-hnah"});
}

TEST_CASE("Outside a repository there are no facts and no tree") {
  const GitFolder git;
  const auto facts = inspect_repository(git.root());
  REQUIRE(facts);
  CHECK_FALSE(facts->exists);
  CHECK(code_of(git.root()) == "git-not-a-repository");
  CHECK_FALSE(inspect_repository(git.path("không có"))->exists);
}

TEST_CASE("Before the first commit there is a repository without a head") {
  const GitFolder git;
  git.init();
  const auto facts = inspect_repository(git.root());
  REQUIRE(facts);
  CHECK(facts->exists);
  CHECK(facts->head_commit.empty());
  CHECK_FALSE(facts->clean);
  CHECK(code_of(git.root()) == "git-ref-unknown");
}

TEST_CASE("A shallow clone is refused by name") {
  const GitFolder git;
  make_portal(git);
  git.write("content/moi.md", "mới");
  git.commit_all();
  git.run("git clone -q --depth 1 \"file://$PWD\" ../nong");
  CHECK(code_of(git.beside("nong")) == "git-shallow");
  const auto facts = inspect_repository(git.beside("nong"));
  REQUIRE(facts);
  CHECK(facts->shallow);
  CHECK(facts->clean);
}

TEST_CASE("Repositories that cannot be read are refused by name") {
  const GitFolder git;
  SECTION("SHA-256 names") {
    git.run("git init -q --object-format=sha256 .");
    CHECK(code_of(git.root()) == "git-sha256");
    const auto facts = inspect_repository(git.root());
    REQUIRE_FALSE(facts);
    CHECK(facts.error().code == "git-sha256");
    CHECK(facts.error().arguments.front() == git.root());
  }
  SECTION("another extension") {
    git.init();
    git.run("git config core.repositoryformatversion 1 && git config extensions.partialClone origin");
    const auto facts = inspect_repository(git.root());
    REQUIRE_FALSE(facts);
    CHECK(facts.error().code == "git-unsupported");
    CHECK(facts.error().arguments.back() == "partialclone");
  }
  SECTION("settings that are no settings") {
    git.init();
    git.write(".git/config", "[core");
    CHECK(code_of(git.root()) == "git-corrupt");
  }
}

TEST_CASE("A work tree with settings of its own is read") {
  const GitFolder git;
  make_portal(git);
  git.run("git config core.repositoryformatversion 1 && git config extensions.worktreeConfig true");
  git.run("git worktree add -q -b nhap ../cay");
  CHECK(code_of(git.root()) == "fine");
  CHECK(code_of(git.beside("cay"), "nhap") == "fine");
  CHECK(inspect_repository(git.beside("cay"))->root == git.beside("cay"));
}

TEST_CASE("A repository of another account is refused with its folder's name") {
  const GitFolder git;
  make_portal(git);
  if (::geteuid() != 0) {
    WARN("only root can give a folder to somebody else; skipped");
    return;
  }
  git.run("chown -R 12345 .");
  const auto facts = inspect_repository(git.root());
  REQUIRE_FALSE(facts);
  CHECK(facts.error().code == "git-owner");
  CHECK(facts.error().arguments.front() == git.root());
  CHECK(code_of(git.root()) == "git-owner");
}

TEST_CASE("Damaged objects are told by name and never crash") {
  const GitFolder git;
  make_portal(git);
  const std::string blob = git.run("git rev-parse HEAD:content/tin-tuc/a.md");
  const std::string tree = git.run("git rev-parse HEAD:content/tin-tuc");
  const auto object = [&](const std::string& id) {
    return git.path(".git/objects/" + id.substr(0, 2) + "/" + id.substr(2));
  };
  SECTION("a missing file") {
    const auto snapshot = must_open(git.root(), "main");
    fs::remove(object(blob));
    CHECK(read_path(*snapshot, "content/tin-tuc/a.md") == "(git-corrupt)");
    CHECK(read_path(*snapshot, "content/tin-tuc-b.md") == "tin b\n");
  }
  SECTION("a file of other bytes") {
    const auto snapshot = must_open(git.root(), "main");
    fs::remove(object(blob));
    write_file(object(blob), "không phải zlib");
    CHECK(read_path(*snapshot, "content/tin-tuc/a.md") == "(git-corrupt)");
  }
  SECTION("a missing folder") {
    fs::remove(object(tree));
    CHECK(code_of(git.root()) == "git-corrupt");
    const auto facts = inspect_repository(git.root());
    REQUIRE_FALSE(facts);
    CHECK(facts.error().code == "git-corrupt");
  }
  SECTION("a missing commit") {
    fs::remove(object(git.run("git rev-parse HEAD")));
    CHECK(code_of(git.root(), "main") == "git-corrupt");
  }
  SECTION("a HEAD that is none") {
    git.write(".git/HEAD", "rác");
    CHECK_FALSE(inspect_repository(git.root()));
  }
}

TEST_CASE("A folder with names no disk can have is refused") {
  const GitFolder git;
  make_portal(git);
  const std::string blob = git.run("git rev-parse HEAD:README.md");
  std::string tree("100644 ..\0", 10);
  for (std::size_t i = 0; i < blob.size(); i += 2) tree += static_cast<char>(std::stoi(blob.substr(i, 2), nullptr, 16));
  git.write("t", tree);
  git.run(
      "C=$(git hash-object -t tree --literally -w t) && T=$(printf '040000 tree %s\\tcontent\\n' $C | git mktree "
      "--missing) && "
      "git update-ref refs/heads/xau $(git commit-tree -m x $T)");
  CHECK(code_of(git.root(), "xau") == "git-corrupt");
}

TEST_CASE("A folder that holds itself many times over is refused before memory ends") {
  const GitFolder git;
  make_portal(git);
  git.run(
      "T=$(git rev-parse HEAD:content); for level in 1 2 3 4 5 6 7 8; do "
      "T=$(for name in a b c d e f g h; do printf '040000 tree %s\\t%s\\n' $T $name; done | git mktree); done; "
      "T=$(printf '040000 tree %s\\tcontent\\n' $T | git mktree); git update-ref refs/heads/bom $(git commit-tree -m x "
      "$T)");
  CHECK(code_of(git.root(), "bom") == "git-tree-too-large");
}

TEST_CASE("Many threads read one snapshot at once") {
  const GitFolder git;
  git.init();
  for (int i = 0; i < 200; ++i) git.write("content/" + std::to_string(i) + ".md", "bài " + std::to_string(i));
  git.commit_all();
  git.run("git gc -q");
  const auto snapshot = must_open(git.root(), "main");
  std::atomic<int> right{0};
  const auto read_all = [&] {
    for (int i = 0; i < 200; ++i) {
      right += read_path(*snapshot, "content/" + std::to_string(i) + ".md") == "bài " + std::to_string(i);
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back(read_all);
  for (auto& thread : threads) thread.join();
  CHECK(right == 800);
}

}  // namespace congbo::provenance
