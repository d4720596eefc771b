// SPDX-License-Identifier: GPL-3.0-or-later
// From release to release: what of the index is kept, what goes, and what is there after kill -9.
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <thread>

#include "generator/base/unicode.h"
#include "search/searcher.h"
#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"
#include "tests/support/temporary_folder.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

namespace fs = std::filesystem;
using Content = std::map<std::string, std::string>;

constexpr int pages = 300;

std::string page(const std::string& title, const std::string& body) {
  return "---\ntitle: " + title + "\nunit: van-phong\ndate: 2026-05-01\nsummary: Tóm tắt.\n---\n\n" + body + "\n";
}

std::string path_of(int number) {
  return "content/tin-tuc/bai-" + std::to_string(number) + ".md";
}

Content many_pages() {
  Content files = usual_files();
  for (int i = 0; i < pages; ++i)
    files[path_of(i)] = page("Bài số " + std::to_string(i), "Nội dung thứ tự q" + std::to_string(i) + "x của xã.");
  return files;
}

Result<pipeline::BuildReport> build(const std::string& out, const Content& files) {
  pipeline::BuildRequest request;
  request.out = out;
  request.prepare.snapshot = memory_snapshot(files);
  request.prepare.now = *parse_instant("2026-06-01T08:00");
  request.prepare.jobs = 2;
  StageTimer timer;
  return pipeline::build_site(request, timer);
}

void show_release(const std::string& out, const Content& files) {
  const auto report = build(out, files);
  REQUIRE(report);
  REQUIRE(report->published);
}

std::string bytes_of(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

std::size_t hits(const std::string& out, const std::string& words) {
  auto searcher = search::Searcher::open(out + "/private/search");
  REQUIRE(searcher);
  search::Query query;
  query.text = words;
  query.spelling = search::Spelling::as_written;
  const auto answer = searcher->search(query);
  REQUIRE(answer);
  return answer->total;
}

ino_t inode(const std::string& file) {
  struct stat facts {};
  return ::stat(file.c_str(), &facts) == 0 ? facts.st_ino : 0;
}

std::set<std::string> search_folders(const std::string& out) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(out + "/public/main/search"))
    if (entry.is_directory()) names.insert(entry.path().filename());
  return names;
}

std::size_t files_that_say(const std::string& out, const std::string& word) {
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(out + "/public/main/search"))
    count += entry.is_regular_file() && fold(bytes_of(entry.path())).find(word) != std::string::npos;
  return count;
}

std::string current(const std::string& out) {
  return bytes_of(out + "/public/main/search/current.json");
}

}  // namespace

TEST_CASE("An edit keeps the index that is there and writes what has changed beside it", "[SEA-02][SEA-03]") {
  const test::TemporaryFolder out;
  Content files = many_pages();
  show_release(out.path(), files);
  const std::string index = out / "private/search/main/index.glass", delta = out / "private/search/main/delta.glass";
  const ino_t base = inode(index);
  CHECK(hits(out.path(), "q7x") == 1);
  CHECK_FALSE(fs::exists(delta));
  const auto folders = search_folders(out.path());
  REQUIRE(folders.size() == 1);

  files[path_of(7)] = page("Bài đã sửa", "Nội dung moiq7y của xã.");
  files.erase(path_of(9));
  files["content/tin-tuc/them.md"] = page("Bài thêm", "Nội dung themq8z.");
  show_release(out.path(), files);
  CHECK(inode(index) == base);
  CHECK(hits(out.path(), "q7x") == 0);
  CHECK(hits(out.path(), "moiq7y") == 1);
  CHECK(hits(out.path(), "q9x") == 0);
  CHECK(hits(out.path(), "themq8z") == 1);
  CHECK(hits(out.path(), "q10x") == 1);
  for (const char* gone : {"q7x", "q9x", "bai so 9\""}) {
    INFO(gone);
    CHECK(files_that_say(out.path(), gone) == 0);
  }
  CHECK(files_that_say(out.path(), "moiq7y") > 0);
  CHECK(search_folders(out.path()).size() == 2);
  CHECK(search_folders(out.path()).count(*folders.begin()) == 1);

  const std::string shown = current(out.path());
  const ino_t changes = inode(delta);
  show_release(out.path(), files);
  CHECK(inode(delta) == changes);
  CHECK(current(out.path()) == shown);
}

TEST_CASE("Files of the two releases before stay while all that is in them is published", "[SEA-05][AVA-03]") {
  const test::TemporaryFolder out;
  Content files = many_pages();
  show_release(out.path(), files);
  std::set<std::string> seen = search_folders(out.path());
  for (int i = 0; i < 4; ++i) {
    files["content/tin-tuc/them-" + std::to_string(i) + ".md"] = page("Thêm themq" + std::to_string(i), "Nội dung.");
    show_release(out.path(), files);
    const auto now = search_folders(out.path());
    CHECK(now.size() == 2 + static_cast<std::size_t>(std::min(i, 2)));
    seen.insert(now.begin(), now.end());
  }
  CHECK(seen.size() == 5);
  files.erase("content/tin-tuc/them-3.md");
  show_release(out.path(), files);
  CHECK(search_folders(out.path()).size() <= 4);
  CHECK(files_that_say(out.path(), "themq3") == 0);
  CHECK(files_that_say(out.path(), "themq2") > 0);
}

TEST_CASE("Many changes, or other settings, make a new index", "[SEA-02]") {
  const test::TemporaryFolder out;
  Content files = many_pages();
  show_release(out.path(), files);
  const auto first = search_folders(out.path());
  for (int i = 0; i < 40; ++i) files[path_of(i)] = page("Khác " + std::to_string(i), "Nội dung khác.");
  show_release(out.path(), files);
  CHECK(search_folders(out.path()).count(*first.begin()) == 0);
  CHECK_FALSE(fs::exists(out / "private/search/main/delta.glass"));
  CHECK(search_folders(out.path()).size() == 1);
  CHECK(files_that_say(out.path(), "q7x") == 0);
  const auto second = search_folders(out.path());
  files["content/_site/search.yaml"] = "concepts:\n  - [QZX, Quy định zét]\n";
  show_release(out.path(), files);
  CHECK(search_folders(out.path()).count(*second.begin()) == 0);
}

TEST_CASE("A file that somebody took away from the index is made again", "[SEA-05]") {
  const test::TemporaryFolder out;
  Content files = many_pages();
  show_release(out.path(), files);
  const std::string folder = out / "public/main/search/" + *search_folders(out.path()).begin();
  fs::remove(folder + "/c3.json");
  files[path_of(7)] = page("Bài đã sửa", "Nội dung moiq7y của xã.");
  show_release(out.path(), files);
  CHECK(hits(out.path(), "moiq7y") == 1);
  CHECK(current(out.path()).find("delta") == std::string::npos);
}

TEST_CASE("After kill -9 at any moment site and index are of one release", "[SEA-03][AVA-01]") {
  const test::TemporaryFolder out;
  Content files = many_pages();
  const auto version = [&files](int number) {
    files[path_of(7)] = page("Bài số 7", "Nội dung phienq" + std::to_string(number) + "x.");
    files["content/tin-tuc/them.md"] = page("Bài thêm", "Cũng phienq" + std::to_string(number) + "x.");
  };
  version(0);
  show_release(out.path(), files);
  for (int round = 0; round < 8; ++round) {
    const pid_t child = ::fork();
    if (child == 0) {
      for (int number = round * 1000 + 1;; ++number) {
        version(number);
        if (!build(out.path(), files)) ::_exit(3);
      }
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(20 + round * 37));
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    const std::string text = bytes_of(out / "public/main/tin-tuc/bai-7.html");
    const std::size_t begin = text.find("phienq");
    REQUIRE(begin != std::string::npos);
    CHECK(hits(out.path(), text.substr(begin, text.find('x', begin) + 1 - begin)) == 2);
    CHECK(hits(out.path(), "q12x") == 1);
  }
}
