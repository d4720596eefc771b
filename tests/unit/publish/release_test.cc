// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <filesystem>
#include <thread>

#include "generator/base/content_hash.h"
#include "tests/unit/publish/output_fixture.h"

namespace fs = std::filesystem;

namespace congbo::publish {

static const Files first_site = {{"public/main/index.html", "trang chủ"},
                                 {"public/main/tin-tuc/a.html", "tin a"},
                                 {"public/main/tin-tuc/2026/b.html", "tin b"},
                                 {"private/search/index.glass", "chỉ mục"}};

static ino_t inode(const std::string& path) {
  struct stat facts {};
  return ::stat(path.c_str(), &facts) == 0 ? facts.st_ino : 0;
}

TEST_CASE("The first release is shown with its manifest") {
  const TemporaryFolder folder;
  const std::string out = folder.path("out");
  const auto report =
      must_publish(out, first_site, {"abc", "1.0.0", "2026-03-02T09:00:00+07:00", "2026-03-09T00:00:00+07:00"});
  CHECK(report.shown);
  CHECK(report.written == 4);
  CHECK(report.linked + report.unchanged + report.pruned == 0);
  CHECK(report.bytes == 11 + 5 + 5 + 11);
  CHECK(shown_files(out) == first_site);
  CHECK(manifest_tells_the_truth(out));
  const auto manifest = manifest_of(out);
  CHECK(manifest.text_of("commit") == "abc");
  CHECK(manifest.text_of("next_event") == "2026-03-09T00:00:00+07:00");
  CHECK(manifest.find("files")->items[1].text_of("source") == "content/public/main/index.html.md");
  CHECK(manifest.find("files")->items[1].text_of("reason") == "page");
}

TEST_CASE("Names are links into the release folder") {
  const TemporaryFolder folder;
  must_publish(folder.path(), first_site);
  CHECK(fs::read_symlink(folder.path("public")) == ".release/current/public");
  CHECK(fs::read_symlink(folder.path("private")) == ".release/current/private");
  CHECK(fs::read_symlink(folder.path(".release/current")) == "a");
}

TEST_CASE("A build that changes nothing switches nothing and keeps the old manifest") {
  const TemporaryFolder folder;
  must_publish(folder.path(), first_site);
  const auto report = must_publish(folder.path(), first_site, facts_of("c1", "2026-03-03T09:00:00+07:00"));
  CHECK_FALSE(report.shown);
  CHECK(report.unchanged == 4);
  CHECK(report.written + report.linked + report.pruned == 0);
  CHECK(fs::read_symlink(folder.path(".release/current")) == "a");
  CHECK_FALSE(fs::exists(folder.path(".release/b")));
  CHECK(manifest_of(folder.path()).text_of("built_at") == "2026-03-02T09:00:00+07:00");
}

TEST_CASE("A commit that changes no file is told in the manifest without a switch") {
  const TemporaryFolder folder;
  must_publish(folder.path(), first_site);
  CHECK_FALSE(must_publish(folder.path(), first_site, facts_of("c2")).shown);
  CHECK(manifest_of(folder.path()).text_of("commit") == "c2");
  CHECK(manifest_tells_the_truth(folder.path()));
  CHECK_FALSE(must_publish(folder.path(), first_site, facts_of("c2")).shown);
}

TEST_CASE("Only differences are written; what is equal is one inode in both trees") {
  const TemporaryFolder folder;
  Files site = first_site;
  must_publish(folder.path(), site);
  site["public/main/index.html"] = "trang chủ mới";
  const auto second = must_publish(folder.path(), site);
  CHECK(second.shown);
  CHECK(second.written == 1);
  CHECK(second.linked == 3);
  CHECK(shown_files(folder.path()) == site);
  CHECK(read_file(folder.path(".release/a/public/main/index.html")) == "trang chủ");
  CHECK(inode(folder.path(".release/a/public/main/tin-tuc/a.html")) ==
        inode(folder.path(".release/b/public/main/tin-tuc/a.html")));

  site["public/main/tin-tuc/a.html"] = "tin a, đã sửa";
  const auto third = must_publish(folder.path(), site);
  CHECK(third.written == 1);
  CHECK(third.linked == 1);  // the home page of the second release
  CHECK(third.unchanged == 2);
  CHECK(shown_files(folder.path()) == site);
  CHECK(manifest_tells_the_truth(folder.path()));
}

TEST_CASE("A manifest that somebody removed is written again") {
  const TemporaryFolder folder;
  must_publish(folder.path(), first_site);
  const std::string manifest = read_file(folder.path("private/manifest.json"));
  fs::remove(folder.path("private/manifest.json"));
  must_publish(folder.path(), first_site);
  CHECK(read_file(folder.path("private/manifest.json")) == manifest);
}

TEST_CASE("Going back to what the standby tree has writes nothing") {
  const TemporaryFolder folder;
  Files other = first_site;
  other["public/main/index.html"] = "khác";
  must_publish(folder.path(), first_site);
  must_publish(folder.path(), other);
  const auto back = must_publish(folder.path(), first_site);
  CHECK(back.shown);
  CHECK(back.written + back.linked == 0);
  CHECK(back.unchanged == 4);
  CHECK(shown_files(folder.path()) == first_site);
}

TEST_CASE("What is not in the release is pruned with its empty folders") {
  const TemporaryFolder folder;
  must_publish(folder.path(), first_site);
  must_publish(folder.path(), {{"public/main/index.html", "một"}});
  const auto report = must_publish(folder.path(), {{"public/main/index.html", "hai"}});
  CHECK(report.pruned == 3);
  CHECK(shown_files(folder.path()).size() == 1);
  CHECK_FALSE(fs::exists(folder.path("public/main/tin-tuc")));
}

TEST_CASE("A file dropped into the shown tree by hand does not survive the next build") {
  const TemporaryFolder folder;
  must_publish(folder.path(), first_site);
  write_file(folder.path("public/main/la.html"), "không phải của chúng ta");
  CHECK(must_publish(folder.path(), first_site).shown);
  CHECK(shown_files(folder.path()) == first_site);
}

TEST_CASE("An edit or a deletion by hand is mended by the next build", "[SEC-08]") {
  const TemporaryFolder folder;
  Files site = first_site;
  must_publish(folder.path(), site);
  site["public/main/index.html"] = "hai";
  must_publish(folder.path(), site);  // both trees exist and share inodes
  write_file(folder.path("public/main/tin-tuc/a.html"), "bị sửa");
  fs::remove(folder.path("public/main/tin-tuc/2026/b.html"));
  must_publish(folder.path(), site);
  CHECK(shown_files(folder.path()) == site);
  CHECK(manifest_tells_the_truth(folder.path()));
}

TEST_CASE("A file may become a folder and a folder a file") {
  const TemporaryFolder folder;
  const Files file_first = {{"public/m/x", "tệp"}, {"public/m/y/z/t.html", "sâu"}, {"public/m/k.html", "1"}};
  const Files folder_first = {{"public/m/x/y.html", "trong thư mục"}, {"public/m/y", "tệp"}, {"public/m/k.html", "1"}};
  for (int round = 0; round < 2; ++round) {
    must_publish(folder.path(), file_first);
    CHECK(shown_files(folder.path()) == file_first);
    must_publish(folder.path(), folder_first);
    CHECK(shown_files(folder.path()) == folder_first);
  }
}

TEST_CASE("Two files in one place are refused and the old release stays") {
  const TemporaryFolder folder;
  must_publish(folder.path(), first_site);
  SECTION("the same path twice") {
    auto release = Release::begin(folder.path());
    REQUIRE(release);
    REQUIRE(release->put("public/main/a.html", "1", "", "page"));
    REQUIRE(release->put("public/main/a.html", "2", "", "page"));
    const auto shown = release->show(facts_of());
    REQUIRE_FALSE(shown);
    CHECK(shown.error().code == "output-path-taken");
  }
  SECTION("a file below a file") {
    const auto report = publish_files(folder.path(), {{"public/main/a", "1"}, {"public/main/a/b", "2"}});
    REQUIRE_FALSE(report);
    CHECK(report.error().code == "output-path-taken");
  }
  CHECK(shown_files(folder.path()) == first_site);
}

TEST_CASE("Paths that leave the tree or name our own files are refused") {
  const TemporaryFolder folder;
  auto release = Release::begin(folder.path("out"));
  REQUIRE(release);
  for (const char* path : {"public/../../x", "/etc/x", "x", "", "public/", "public//a", "public/./a",
                           "private/manifest.json", "public/a/../../.release/current", "../public/a"}) {
    CAPTURE(path);
    const auto put = release->put(path, "x", "", "page");
    REQUIRE_FALSE(put);
    CHECK(put.error().code == "output-path-invalid");
  }
}

TEST_CASE("A release that is not shown changes nothing for readers") {
  const TemporaryFolder folder;
  must_publish(folder.path(), first_site);
  {
    auto release = Release::begin(folder.path());
    REQUIRE(release);
    REQUIRE(release->put("public/main/index.html", "dở dang", "", "page"));
  }
  CHECK(shown_files(folder.path()) == first_site);
  const auto again = must_publish(folder.path(), {{"public/main/index.html", "xong"}});
  CHECK(again.shown);
  CHECK(shown_files(folder.path()) == Files{{"public/main/index.html", "xong"}});
}

TEST_CASE("The hash of a shown file is known to the next build") {
  const TemporaryFolder folder;
  must_publish(folder.path(), first_site);
  auto release = Release::begin(folder.path());
  REQUIRE(release);
  CHECK(release->shown_hash("public/main/tin-tuc/a.html") == sha256_hex("tin a"));
  CHECK(release->shown_hash("public/main/tin-tuc/c.html").empty());
}

TEST_CASE("Files of the shown release are kept unread: all that is meant, or none") {
  const TemporaryFolder folder;
  must_publish(folder.path(), first_site);
  auto release = Release::begin(folder.path());
  REQUIRE(release);
  CHECK_FALSE(release->keep({"private/search/index.glass", "public/main/khong-co.html"}));
  CHECK(release->keep({"private/search/index.glass", "public/main/tin-tuc/"}, {"public/main/tin-tuc/a.html"}));
  REQUIRE(release->show(facts_of("c2")));
  CHECK(shown_files(folder.path()) ==
        Files{{"public/main/tin-tuc/2026/b.html", "tin b"}, {"private/search/index.glass", "chỉ mục"}});
}

TEST_CASE("Files made in the work folder are taken in, or dropped when they are equal") {
  const TemporaryFolder folder;
  const auto publish_index = [&](const std::string& bytes) {
    auto release = Release::begin(folder.path());
    REQUIRE(release);
    auto work = release->work_folder();
    REQUIRE(work);
    write_file(*work + "/glass/postlist", bytes);
    REQUIRE(release->put("public/main/index.html", "trang chủ", "", "page"));
    REQUIRE(release->adopt(*work + "/glass/postlist", "private/search/postlist", "search index"));
    auto report = release->show(facts_of());
    REQUIRE(report);
    return *report;
  };
  CHECK(publish_index("một").written == 2);
  CHECK_FALSE(publish_index("một").shown);
  const auto changed = publish_index("hai");
  CHECK(changed.shown);
  CHECK(changed.written == 1);
  CHECK(read_file(folder.path("private/search/postlist")) == "hai");
  CHECK_FALSE(fs::exists(folder.path(".release/work")));
  CHECK(manifest_tells_the_truth(folder.path()));
}

TEST_CASE("A file to adopt that is missing is an error, not a crash") {
  const TemporaryFolder folder;
  auto release = Release::begin(folder.path());
  REQUIRE(release);
  const auto adopted = release->adopt(folder.path("không có"), "private/search/x", "search index");
  REQUIRE_FALSE(adopted);
  CHECK(adopted.error().code == "output-not-writable");
}

TEST_CASE("Two builds on one output folder are refused") {
  const TemporaryFolder folder;
  {
    const auto first = Release::begin(folder.path());
    REQUIRE(first);
    const auto second = Release::begin(folder.path());
    REQUIRE_FALSE(second);
    CHECK(second.error().code == "output-locked");
    CHECK(second.error().arguments.front() == folder.path());
  }
  CHECK(Release::begin(folder.path()));
}

TEST_CASE("A folder that holds somebody else's public is refused and left as it is") {
  const TemporaryFolder folder;
  SECTION("a real folder") {
    write_file(folder.path("public/index.html"), "của người khác");
  }
  SECTION("a link to elsewhere") {
    fs::create_symlink("/srv/www", folder.path("public"));
  }
  SECTION("a file called private") {
    write_file(folder.path("private"), "của người khác");
  }
  SECTION("a file called .release") {
    write_file(folder.path(".release"), "của người khác");
  }
  const auto before = std::distance(fs::directory_iterator(folder.path()), {});
  const auto release = Release::begin(folder.path());
  REQUIRE_FALSE(release);
  CHECK(release.error().code == "output-foreign");
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == before);
}

TEST_CASE("An output path that is a file is refused") {
  const TemporaryFolder folder;
  write_file(folder.path("out"), "một tệp");
  const auto release = Release::begin(folder.path("out"));
  REQUIRE_FALSE(release);
  CHECK(release.error().code == "output-not-writable");
}

TEST_CASE("Files put from several threads all arrive") {
  const TemporaryFolder folder;
  auto release = Release::begin(folder.path());
  REQUIRE(release);
  const auto put_share = [&](int share) {
    for (int i = share; i < 800; i += 4) {
      const std::string path = "public/main/" + std::to_string(i % 37) + "/" + std::to_string(i) + ".html";
      if (!release->put(path, "trang " + std::to_string(i), "", "page")) std::abort();
    }
  };
  std::vector<std::thread> threads;
  for (int share = 0; share < 4; ++share) threads.emplace_back(put_share, share);
  for (auto& thread : threads) thread.join();
  const auto report = release->show(facts_of());
  REQUIRE(report);
  CHECK(report->written == 800);
  CHECK(shown_files(folder.path()).size() == 800);
  CHECK(manifest_tells_the_truth(folder.path()));
}

}  // namespace congbo::publish
