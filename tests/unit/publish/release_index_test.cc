// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/publish/release_index.h"

#include <chrono>

#include "generator/formats/json.h"
#include "tests/support/catch.h"

namespace congbo::publish {

static std::vector<TreeFile> some_files(std::size_t count) {
  std::vector<TreeFile> files(count);
  for (std::size_t i = 0; i < count; ++i) {
    files[i].file = {"public/main/tin-tuc/2026/11/bai-" + std::to_string(1'000'000 + i) + ".html", std::string(64, 'a'),
                     i, "content/tin-tuc/2026/11/bai " + std::to_string(i) + ".md", "page"};
    files[i].modified = static_cast<std::int64_t>(i) - 5;
  }
  return files;
}

TEST_CASE("An index reads back as it was written") {
  const auto files = some_files(50);
  const auto index = ReleaseIndex::parse(index_bytes({"c", "1.0", "t", "e"}, files));
  REQUIRE(index);
  CHECK(index->facts().commit == "c");
  CHECK(index->facts().next_event == "e");
  REQUIRE(index->files().size() == 50);
  const auto* found = index->find(files[7].file.path);
  REQUIRE(found);
  CHECK(found->hash == files[7].file.hash);
  CHECK(found->size == 7);
  CHECK(found->modified == 2);
  CHECK(found->source == "content/tin-tuc/2026/11/bai 7.md");
  CHECK(found->reason == "page");
  CHECK_FALSE(index->find("public/main/khac.html"));
}

TEST_CASE("An index that is not whole is no index") {
  const std::string whole = index_bytes({"c", "1.0", "t", ""}, some_files(20));
  for (std::size_t length = 0; length < whole.size(); ++length)
    REQUIRE_FALSE(ReleaseIndex::parse(whole.substr(0, length)));
  CHECK_FALSE(ReleaseIndex::parse(whole + "x"));
  CHECK_FALSE(ReleaseIndex::parse("congbo release 2" + whole.substr(16)));
  const std::string huge_count(
      "congbo release 1\0\0\0\0\0"
      "99999999999999\0",
      37);
  CHECK_FALSE(ReleaseIndex::parse(huge_count));
}

TEST_CASE("An index of 13,000 files loads at once") {
  const std::string bytes = index_bytes({}, some_files(13'000));
  const auto start = std::chrono::steady_clock::now();
  REQUIRE(ReleaseIndex::parse(bytes));
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  INFO("seconds: " << taken.count());
  CHECK(taken.count() < 1);  // milliseconds; the bound only catches a change of order
}

TEST_CASE("The manifest is JSON with every file in order") {
  const std::string text = manifest_bytes({"c", "1.0", "2026-03-02T09:00:00+07:00", ""}, some_files(3));
  const auto manifest = formats::parse_json(text, "manifest.json");
  REQUIRE(manifest);
  CHECK(manifest->text_of("version") == "1");
  CHECK(manifest->text_of("program_version") == "1.0");
  REQUIRE(manifest->find("files")->items.size() == 3);
  CHECK(manifest->find("files")->items[2].text_of("size") == "2");
}

}  // namespace congbo::publish
