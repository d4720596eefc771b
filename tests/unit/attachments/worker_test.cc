// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/attachments/worker.h"

#include "generator/attachments/bounds.h"
#include "generator/attachments/reader.h"
#include "tests/support/catch.h"
#include "tests/support/office_files.h"
#include "tests/support/temporary_folder.h"

#include <sys/stat.h>
#include <fstream>

using namespace congbo;
using namespace congbo::attachments;

namespace {

// A program that stands for a worker gone wrong.
std::string script(const test::TemporaryFolder& folder, const std::string& body) {
  const std::string path = folder / "worker";
  std::ofstream(path) << "#!/bin/sh\n" << body << "\n";
  chmod(path.c_str(), 0700);
  return path;
}

}  // namespace

TEST_CASE("A worker of this program reads a file", "[attachments][SEA-02]") {
  const auto text = read_in_worker(CONGBO_PROGRAM, Kind::pdf, test::pdf_of({"Hello", "World"}));
  REQUIRE(text);
  CHECK(text->outcome == Outcome::text);
  REQUIRE(text->parts.size() == 2);
  CHECK(text->parts[1].text == "World");
  const auto broken = read_in_worker(CONGBO_PROGRAM, Kind::docx, "PK");
  REQUIRE(broken);
  CHECK(broken->outcome == Outcome::broken);
}

TEST_CASE("A worker that dies, lies, talks too much or hangs breaks its own file only", "[attachments]") {
  const test::TemporaryFolder folder;
  const auto outcome = [&](const std::string& body) {
    const auto text = read_in_worker(script(folder, body), Kind::pdf, "%PDF");
    REQUIRE(text);
    return text->outcome;
  };
  CHECK(outcome("kill -SEGV $$") == Outcome::broken);
  CHECK(outcome("echo something else") == Outcome::broken);
  CHECK(outcome("yes") == Outcome::broken);
  CHECK(outcome("exit 3") == Outcome::broken);
  CHECK(outcome("kill -XCPU $$") == Outcome::too_slow);
  const auto missing = read_in_worker(folder / "nothing", Kind::pdf, "%PDF");
  REQUIRE(!missing);
  CHECK(missing.error().code == "attachment-worker");
}

TEST_CASE("A file over the bound is not even given to the worker", "[attachments]") {
  const auto text = read_in_worker("/nonexistent", Kind::pdf, std::string(most_file_bytes + 1, 'x'));
  REQUIRE(text);
  CHECK(text->outcome == Outcome::too_large);
}

TEST_CASE("A second build takes the text from the store", "[attachments]") {
  const test::TemporaryFolder folder;
  const auto snapshot = memory_snapshot({{"content/a.pdf", test::pdf_of({"Hello"})}});
  const SnapshotEntry& entry = snapshot->entries()[0];
  {
    Reader reader(CONGBO_PROGRAM, images::folder_store(folder / "texts"));
    REQUIRE(reader.read(*snapshot, entry, Kind::pdf));
  }
  Reader reader("/nonexistent", images::folder_store(folder / "texts"));
  const auto text = reader.read(*snapshot, entry, Kind::pdf);
  REQUIRE(text);
  CHECK((*text)->parts.front().text == "Hello");
}

TEST_CASE("Old Word documents are read by catdoc or antiword, whose absence is told", "[attachments]") {
  const test::TemporaryFolder folder;
  const std::string before = getenv("PATH");
  setenv("PATH", folder.path().c_str(), 1);
  const auto without = read_in_worker(CONGBO_PROGRAM, Kind::doc, "doc");
  std::ofstream(folder / "catdoc") << "#!/bin/sh\n[ \"$2\" = -d ] && read all && echo \"$all xong\"\n";
  chmod((folder / "catdoc").c_str(), 0700);
  const auto with = read_in_worker(CONGBO_PROGRAM, Kind::doc, "Thông báo\n");
  setenv("PATH", before.c_str(), 1);
  REQUIRE(without);
  CHECK(without->outcome == Outcome::no_program);
  REQUIRE(with);
  REQUIRE(with->outcome == Outcome::text);
  CHECK(with->parts.front().text == "Thông báo xong");
}
