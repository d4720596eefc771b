// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/snapshot.h"

#include <filesystem>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace congbo;
using congbo::test::TemporaryFolder;

namespace {

std::string paths_of(const Snapshot& snapshot) {
  std::string paths;
  for (const SnapshotEntry& entry : snapshot.entries()) paths += entry.path + " ";
  return paths;
}

}  // namespace

TEST_CASE("one text holds many files") {
  const auto files =
      files_from_text("ignored\n-- content/a.md --\n---\ntitle: A\n---\n\nxin chào\n-- b --\n-- c d --\r\nlast");
  REQUIRE(files.size() == 3);
  CHECK(files.at("content/a.md") == "---\ntitle: A\n---\n\nxin chào\n");
  CHECK(files.at("b").empty());
  CHECK(files.at("c d") == "last");
  CHECK(files_from_text("").empty());
  CHECK(files_from_text("--  --\n-- --\n").empty());
}

TEST_CASE("a snapshot of a folder holds content and layouts only") {
  const MemoryFileSystem files({{"p/content/a.md", "a"},
                                {"p/content/.git/x", "x"},
                                {"p/content/b/c.md", "ccc"},
                                {"p/layouts/page.html", "l"},
                                {"p/layouts/.cache/y", "y"},
                                {"p/public/a.html", "no"},
                                {"p/README.md", "no"}});
  for (const std::string root : {"p", "p/"}) {
    const auto snapshot = folder_snapshot(files, root);
    REQUIRE(snapshot);
    CHECK(paths_of(**snapshot) == "content/a.md content/b/c.md layouts/page.html ");
    const SnapshotEntry* entry = (*snapshot)->find("content/b/c.md");
    REQUIRE(entry);
    CHECK(entry->size == 3);
    CHECK(*(*snapshot)->read(*entry) == "ccc");
    CHECK((*snapshot)->find("content/b") == nullptr);
    CHECK((*snapshot)->find("zzz") == nullptr);
    CHECK((*snapshot)->commit().empty());
  }
}

TEST_CASE("layouts may be missing, content may not") {
  const MemoryFileSystem files({{"p/content/a.md", "a"}, {"q/layouts/x", "x"}});
  CHECK(folder_snapshot(files, "p"));
  const auto missing = folder_snapshot(files, "q");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == "file-not-found");
  CHECK(missing.error().where.file == "q/content");
}

TEST_CASE("fingerprints change with the bytes") {
  const TemporaryFolder folder;
  const auto files = real_file_system();
  REQUIRE(files->write(folder / "content/a.md", "one"));
  const std::string before = (*folder_snapshot(*files, folder.path()))->entries()[0].fingerprint;
  CHECK((*folder_snapshot(*files, folder.path()))->entries()[0].fingerprint == before);
  REQUIRE(files->write(folder / "content/a.md", "two"));
  CHECK((*folder_snapshot(*files, folder.path()))->entries()[0].fingerprint != before);

  CHECK(memory_snapshot({{"a", "1"}})->entries()[0].fingerprint ==
        memory_snapshot({{"a", "1"}})->entries()[0].fingerprint);
  CHECK(memory_snapshot({{"a", "1"}})->entries()[0].fingerprint !=
        memory_snapshot({{"a", "2"}})->entries()[0].fingerprint);
}

TEST_CASE("a link in a snapshot is shown and refused") {
  const TemporaryFolder folder;
  const auto files = real_file_system();
  REQUIRE(files->write(folder / "content/a.md", "a"));
  REQUIRE(files->write(folder / "secret", "s"));
  std::filesystem::create_symlink(folder / "secret", folder / "content/link.md");
  const auto snapshot = folder_snapshot(*files, folder.path());
  REQUIRE(snapshot);
  const SnapshotEntry* link = (*snapshot)->find("content/link.md");
  REQUIRE(link);
  CHECK(link->symlink);
  CHECK((*snapshot)->read(*link).error().code == "file-is-link");
}

TEST_CASE("a snapshot in memory reads what it was given") {
  const auto snapshot = memory_snapshot({{"content/b.md", "b"}, {"content/a.md", "aa"}});
  CHECK(paths_of(*snapshot) == "content/a.md content/b.md ");
  CHECK(snapshot->entries()[0].size == 2);
  CHECK(*snapshot->read(snapshot->entries()[0]) == "aa");
  CHECK(snapshot->read({"content/none.md"}).error().code == "file-not-found");
}
