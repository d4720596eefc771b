// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/file_system.h"

#include <sys/stat.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "generator/base/parallel_for.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace congbo;
using congbo::test::TemporaryFolder;

namespace {

std::string paths_of(const Result<std::vector<FileEntry>>& listed) {
  std::string paths;
  if (!listed) return "failed: " + listed.error().code;
  for (const FileEntry& entry : *listed) paths += entry.path + (entry.symlink ? "@ " : " ");
  return paths;
}

// What must hold for any file system, with `root` a folder that may be written to.
void check_contract(FileSystem& files, const std::string& root) {
  CHECK_FALSE(files.exists(root + "/a/b/c.txt"));
  REQUIRE(files.write(root + "/a/b/c.txt", "một"));
  REQUIRE(files.write(root + "/a/b.txt", ""));
  REQUIRE(files.write(root + "/a/.hidden/x.txt", "x"));
  REQUIRE(files.write(root + "/a/Z.txt", "z"));
  REQUIRE(files.write(root + "/a/đ.txt", "đ"));
  CHECK(files.exists(root + "/a/b/c.txt"));
  CHECK(files.exists(root + "/a/b"));
  CHECK(*files.read(root + "/a/b/c.txt") == "một");
  CHECK(files.read(root + "/a/b.txt")->empty());
  CHECK(paths_of(files.list(root + "/a")) == "Z.txt b.txt b/c.txt đ.txt ");
  CHECK(paths_of(files.list(root + "/a/")) == "Z.txt b.txt b/c.txt đ.txt ");
  CHECK(files.list(root + "/a")->at(2).size == 5);

  const std::uint64_t stamp = files.list(root + "/a")->at(2).stamp;
  CHECK(files.list(root + "/a")->at(2).stamp == stamp);
  REQUIRE(files.write(root + "/a/b/c.txt", "hai"));
  CHECK(*files.read(root + "/a/b/c.txt") == "hai");
  CHECK(files.list(root + "/a")->at(2).stamp != stamp);

  REQUIRE(files.rename(root + "/a/b.txt", root + "/a/new.txt"));
  CHECK_FALSE(files.exists(root + "/a/b.txt"));
  CHECK(files.exists(root + "/a/new.txt"));
  REQUIRE(files.rename(root + "/a/b", root + "/moved"));
  CHECK(*files.read(root + "/moved/c.txt") == "hai");
  REQUIRE(files.remove(root + "/moved/c.txt"));
  REQUIRE(files.remove(root + "/moved/c.txt"));
  CHECK_FALSE(files.exists(root + "/moved/c.txt"));

  CHECK(files.read(root + "/none").error() == error("file-not-found", {root + "/none"}, {root + "/none"}));
  CHECK(files.list(root + "/none").error().code == "file-not-found");
  CHECK(files.rename(root + "/none", root + "/other").error().code == "file-not-found");
}

}  // namespace

TEST_CASE("files in memory keep the contract of a file system") {
  MemoryFileSystem files;
  check_contract(files, "root");
  MemoryFileSystem absolute;
  check_contract(absolute, "/root");
}

TEST_CASE("files on disk keep the contract of a file system") {
  const TemporaryFolder folder;
  check_contract(*real_file_system(), folder.path());
}

TEST_CASE("a disk in memory fails on demand and keeps what was there") {
  MemoryFileSystem files;
  REQUIRE(files.write("public/a.html", "old"));
  files.failing = {"public/a.html"};
  const Result<Done> written = files.write("public/a.html", "new");
  REQUIRE_FALSE(written);
  CHECK(written.error() == error("file-no-space", {"public/a.html"}, {"public/a.html"}));
  CHECK(files.files().at("public/a.html") == "old");
  CHECK(files.write("public/b.html", "new"));
}

TEST_CASE("links are listed but never followed") {
  const TemporaryFolder folder;
  const auto files = real_file_system();
  REQUIRE(files->write(folder / "content/a.md", "a"));
  REQUIRE(files->write(folder / "secret/b.md", "b"));
  std::filesystem::create_symlink(folder / "secret", folder / "content/folder-link");
  std::filesystem::create_symlink(folder / "secret/b.md", folder / "content/link.md");
  std::filesystem::create_symlink("nowhere", folder / "content/dangling");
  CHECK(paths_of(files->list(folder / "content")) == "a.md dangling@ folder-link@ link.md@ ");
}

TEST_CASE("a pipe, a folder and a sparse giant are refused instead of read") {
  const TemporaryFolder folder;
  const auto files = real_file_system();
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  REQUIRE(files->write(folder / "giant", ""));
  std::filesystem::resize_file(folder / "giant", std::uintmax_t{1} << 40);
  for (const std::string& path : {folder / "pipe", folder.path(), folder / "giant"}) {
    CAPTURE(path);
    const Result<std::string> bytes = files->read(path);
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().code == "file-not-readable");
    CHECK(bytes.error().arguments.size() == 2);
  }
  CHECK(paths_of(files->list(folder.path())) == "giant ");
}

TEST_CASE("a write that fails leaves the old file and nothing else") {
  const TemporaryFolder folder;
  const auto files = real_file_system();
  REQUIRE(files->write(folder / "file", "old"));
  CHECK(files->write(folder / "file/below", "x").error().code == "file-not-writable");
  REQUIRE(files->write(folder / "folder/inner", "x"));
  CHECK(files->write(folder / "folder", "x").error().code == "file-not-writable");
  CHECK(*files->read(folder / "file") == "old");
  CHECK(paths_of(files->list(folder.path())) == "file folder/inner ");
}

TEST_CASE("many threads may write into folders that do not exist yet") {
  const TemporaryFolder folder;
  const auto files = real_file_system();
  parallel_for(
      200, 4,
      [&](std::size_t i) {
        const std::string name = folder / ("a/b" + std::to_string(i % 5) + "/" + std::to_string(i));
        if (!files->write(name, name)) throw std::runtime_error(name);
      },
      1);
  CHECK(files->list(folder.path())->size() == 200);
}

TEST_CASE("paths are normalised by their names alone") {
  struct Row {
    std::string path, wanted;
  };
  const std::vector<Row> rows = {{"", ""},
                                 {".", ""},
                                 {"a/b/../c", "a/c"},
                                 {"./a//b/", "a/b"},
                                 {"a/..", ""},
                                 {"a/../..", ".."},
                                 {"../a/../b", "../b"},
                                 {"../../a", "../../a"},
                                 {"../../a/../..", "../../.."},
                                 {"/", "/"},
                                 {"/../a", "/a"},
                                 {"/a/../../b", "/b"},
                                 {"/a/..", "/"},
                                 {"a/b/c/../../d", "a/d"},
                                 {"..a/b..", "..a/b.."}};
  for (const Row& row : rows) {
    CAPTURE(row.path);
    CHECK(normalize_path(row.path) == row.wanted);
  }
}

TEST_CASE("a path that leaves its root is known") {
  for (const std::string inside : {"", "a", "a/b", "a/../b", "./a", "..a", "a/..", "..."}) {
    CAPTURE(inside);
    CHECK(stays_inside(inside));
  }
  for (const std::string outside : {"..", "../a", "a/../..", "a/../../b", "/a", "/", "./../a"}) {
    CAPTURE(outside);
    CHECK_FALSE(stays_inside(outside));
  }
  CHECK_FALSE(stays_inside(std::string("a\0b", 3)));
}
