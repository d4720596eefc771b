// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/drafts.h"

#include "tests/unit/provenance/git_fixture.h"

using namespace congbo;
using namespace congbo::provenance;

TEST_CASE("branches of a repository, bare or not, with those that only its origin has", "[provenance][drafts]") {
  GitFolder folder;
  make_portal(folder);
  folder.run(
      "git checkout -q -b tin-moi && git checkout -q main && git tag tin-moi main && git clone -q --bare . ../tran.git "
      "&& git clone -q . ../ban-sao");
  const auto names = [](const std::string& where) {
    const auto drafts = Drafts::open(where);
    REQUIRE(drafts);
    CHECK(*(*drafts)->main_branch() == "main");
    std::string all;
    const auto branches = (*drafts)->branches();
    for (const Branch& branch : *branches) all += branch.name + " ";
    return all;
  };
  CHECK(names(folder.root()) == "main tin-moi ");
  CHECK(names(folder.beside("tran.git")) == "main tin-moi ");
  CHECK(names(folder.beside("ban-sao")) == "main tin-moi ");
  CHECK(Drafts::open("/").error().code == "git-not-a-repository");
}

TEST_CASE("a branch whose tree names files without end is refused at once", "[provenance][drafts]") {
  GitFolder folder;
  make_portal(folder);
  const std::string main = folder.run("git rev-parse main");
  // Ten levels of ten folders that are one: ten thousand million files in a dozen objects. Then 300 levels.
  const std::string wide = folder.run(
      "t=$(printf '100644 blob %s\\ta.md' $(echo a | git hash-object -w --stdin) | git mktree); "
      "for i in 1 2 3 4 5 6 7 8 9 10; do t=$(for n in 0 1 2 3 4 5 6 7 8 9; do printf '040000 tree %s\\t%s\\n' $t $n; "
      "done | git mktree); done; t=$(printf '040000 tree %s\\tcontent' $t | git mktree); "
      "git commit-tree -p main -m bom $t");
  const std::string deep = folder.run(
      "t=$(printf '100644 blob %s\\ta.md' $(echo a | git hash-object -w --stdin) | git mktree); "
      "for i in $(seq 300); do t=$(printf '040000 tree %s\\ta' $t | git mktree); done; "
      "t=$(printf '040000 tree %s\\tcontent' $t | git mktree); git commit-tree -p main -m sau $t");
  const auto drafts = *Drafts::open(folder.root());
  const auto below = *drafts->snapshot(main);
  for (const std::string& tip : {wide, deep}) {
    const Result<Draft> draft = drafts->draft(*below, tip);
    REQUIRE_FALSE(draft);
    CHECK(draft.error().code == "git-tree-too-large");
  }
}

TEST_CASE("a draft is laid over the main branch file by file", "[provenance][drafts]") {
  GitFolder folder;
  make_portal(folder);
  folder.run("git checkout -q -b nhap");
  folder.write("content/tin-tuc/a.md", "tin a của nháp\n");
  folder.write("content/moi.md", "mới\n");
  folder.write("khac.txt", "không phải nội dung\n");
  folder.run("rm content/tin-tuc-b.md && ln -s a.md content/tin-tuc/lien-ket.md");
  const std::string tip = folder.commit_all();
  folder.run("git checkout -q main");
  folder.write("content/tin-tuc/a.md", "tin a của chính\n");
  folder.write("content/sau.md", "sau\n");
  const std::string main = folder.commit_all();
  const auto drafts = *Drafts::open(folder.root());
  const auto below = *drafts->snapshot(main);
  const Result<Draft> draft = drafts->draft(*below, tip);
  REQUIRE(draft);
  std::string changed;
  for (const DraftFile& file : draft->files) changed += file.path + (file.conflict ? "! " : " ");
  CHECK(changed == "content/moi.md content/tin-tuc-b.md content/tin-tuc/a.md! content/tin-tuc/lien-ket.md ");
  CHECK(draft->snapshot->commit() == tip);
  const auto text = [&](const std::string& path) {
    const SnapshotEntry* entry = draft->snapshot->find(path);
    const Result<std::string> bytes = entry ? draft->snapshot->read(*entry) : Result<std::string>("-");
    return bytes ? *bytes : bytes.error().code;
  };
  CHECK(text("content/tin-tuc/a.md") == "tin a của nháp\n");
  CHECK(text("content/moi.md") == "mới\n");
  CHECK(text("content/sau.md") == "sau\n");
  CHECK(text("content/tin-tuc-b.md") == "-");
  CHECK(text("content/tin-tuc/lien-ket.md") == "file-is-link");
  CHECK_FALSE(*drafts->holds(main, tip));
  CHECK(*drafts->holds(main, main));
  CHECK(drafts->history(main, tip)->commits == 1);
  CHECK(drafts->history(main, tip)->author == "A");
}
