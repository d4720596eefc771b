// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/provenance/bare_copy.h"

#include <iterator>

#include "tests/unit/provenance/git_fixture.h"

namespace congbo::provenance {
namespace {

std::string bytes_of(const std::string& folder, const BareCopy& copy) {
  std::string text;
  for (const std::string& path : copy.files) {
    std::ifstream stream(folder + "/" + path, std::ios::binary);
    text += path + "\n" + std::string(std::istreambuf_iterator<char>(stream), {});
  }
  return text;
}

BareCopy must_copy(const GitFolder& folder, const std::string& commit, const std::string& to) {
  std::filesystem::create_directory(to);
  auto copy = write_bare_copy(folder.root(), commit, to);
  if (!copy) FAIL(copy.error().code);
  return *copy;
}

}  // namespace

TEST_CASE("a bare copy is a whole repository of the release, its tags and its log, without drafts", "[ARC-01]") {
  const GitFolder folder;
  make_portal(folder);
  folder.run("git tag -a -m x v1 && git tag tep HEAD:README.md && git update-ref refs/congbo/releases HEAD");
  folder.write("content/tin-tuc/a.md", "tin a, sửa\n");
  const std::string second = folder.commit_all();
  folder.run("git checkout -q -b nhap");
  folder.write("content/tin-tuc/nhap.md", "nháp\n");
  const std::string draft = folder.commit_all();
  const BareCopy copy = must_copy(folder, second, folder.beside("ban-sao"));
  CHECK(copy.commit == second);
  const std::string git = "git --git-dir '" + folder.beside("ban-sao") + "' ";
  CHECK(folder.run(git + "fsck --full --strict").find("error") == std::string::npos);
  CHECK(folder.run(git + "rev-list --count HEAD") == "2");
  CHECK(folder.run(git + "for-each-ref --format='%(refname)'") ==
        "refs/congbo/releases\nrefs/heads/release\nrefs/tags/tep\nrefs/tags/v1");
  CHECK(folder.run(git + "show HEAD:content/tin-tuc/a.md") == "tin a, sửa");
  CHECK_THROWS(folder.run(git + "cat-file -e " + draft));
}

TEST_CASE("a bare copy of the same commit has the same bytes", "[ARC-01]") {
  const GitFolder folder;
  make_portal(folder);
  const BareCopy first = must_copy(folder, "", folder.beside("mot"));
  folder.run("git repack -q -a -d");
  const BareCopy second = must_copy(folder, first.commit, folder.beside("hai"));
  CHECK(bytes_of(folder.beside("mot"), first) == bytes_of(folder.beside("hai"), second));
}

TEST_CASE("a folder without commits gives no copy; a shallow clone and an unknown commit are refused", "[ARC-01]") {
  const GitFolder folder;
  CHECK(must_copy(folder, "", folder.beside("khong")).files.empty());
  make_portal(folder);
  CHECK(write_bare_copy(folder.root(), std::string(40, 'a'), folder.beside("khong")).error().code == "git-ref-unknown");
  folder.write("README.md", "sửa\n");
  folder.commit_all();
  folder.run("git clone -q --depth 1 'file://" + folder.root() + "' ../nong");
  CHECK(write_bare_copy(folder.beside("nong"), "", folder.beside("khong")).error().code == "git-shallow");
}

}  // namespace congbo::provenance
