// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/publish/archive.h"

#include "generator/formats/tar.h"
#include "tests/unit/publish/output_fixture.h"

namespace congbo::publish {
namespace {

const Files site = {
    {"public/main/a.html", "<p>một</p>"},
    {"public/main/a.json", R"({"title":"Tin A","unit":{"label":"Văn phòng"},"published":"2026-05-02"})"},
    {"public/xa/index.html", "<p>xã</p>"},
    {"private/search/index.glass", "chỉ mục"}};

std::string archive_of(const std::string& folder, const std::string& name = "a.tar") {
  ArchiveRequest request{.out = folder + "/out", .to = folder + "/" + name};
  request.repository_folder = folder;
  request.repository_files = {"HEAD"};
  request.repository_commit = "c1";
  request.first_published = {{"public/main/a.html", "2026-05-01"}};
  write_file(folder + "/HEAD", "ref: refs/heads/release\n");
  const auto written = write_archive(request);
  return written ? read_file(request.to) : written.error().code;
}

// The codes found in an archive of these bytes, each with its file.
std::string verified(const TemporaryFolder& folder, const std::string& bytes) {
  const std::string path = folder.path("b.tar");
  write_file(path, bytes);
  Diagnostics found;
  const auto intact = verify_archive(path, found);
  if (!intact) return intact.error().code;
  std::string text = std::to_string(*intact);
  for (const Diagnostic& one : found.all()) text += " " + one.code + ":" + one.where.file;
  return text;
}

using Entries = std::vector<std::pair<std::string, std::string>>;

Entries entries_of(const std::string& archive) {
  formats::TarReader reader(archive);
  formats::TarEntry entry;
  Entries entries;
  while (reader.next(entry)) entries.emplace_back(entry.path, entry.bytes);
  return entries;
}

std::string tar_of(const Entries& entries) {
  std::string text;
  for (const auto& [path, bytes] : entries)
    text += formats::tar_header(path, bytes.size()) + bytes + formats::tar_padding(bytes.size());
  return text + formats::tar_end();
}

}  // namespace

TEST_CASE("an archive holds the public files of all portals, the repository and what is known of pages", "[ARC-01]") {
  const TemporaryFolder folder;
  must_publish(folder.path("out"), site);
  const Entries entries = entries_of(archive_of(folder.path()));
  REQUIRE(entries.size() == 6);
  CHECK(entries[0].first == "manifest.json");
  CHECK(entries[2] == std::pair<std::string, std::string>("public/main/a.html", "<p>một</p>"));
  CHECK(entries[5].first == "repository/HEAD");
  const auto manifest = formats::parse_json(entries[0].second, "manifest.json");
  REQUIRE(manifest);
  CHECK(manifest->find("release")->text_of("commit") == "c1");
  CHECK(manifest->find("repository")->text_of("commit") == "c1");
  const formats::JsonNode& page = manifest->find("files")->items.at(0);
  CHECK(page.text_of("sha256") == sha256_hex("<p>một</p>"));
  CHECK(page.text_of("title") == "Tin A");
  CHECK(page.text_of("unit") == "Văn phòng");
  CHECK(page.text_of("first_published") == "2026-05-01");
}

TEST_CASE("the same release gives the same archive, and it verifies", "[ARC-01]") {
  const TemporaryFolder folder;
  must_publish(folder.path("out"), site);
  const std::string archive = archive_of(folder.path());
  CHECK(archive == archive_of(folder.path(), "c.tar"));
  CHECK(verified(folder, archive) == "4");
  CHECK(!std::filesystem::exists(folder.path("a.tar.partial")));
}

TEST_CASE("verifying finds a changed, a missing and an added file", "[ARC-01]") {
  const TemporaryFolder folder;
  must_publish(folder.path("out"), site);
  const Entries good = entries_of(archive_of(folder.path()));
  Entries changed = good, missing = good, added = good, twice = good, listed = good;
  changed[2].second[3] = 'M';
  missing.erase(missing.begin() + 3);
  added.emplace_back("public/main/b.html", "<p>hai</p>");
  twice.push_back(good[2]);
  listed[0].second.replace(listed[0].second.find("Tin A"), 5, "Tin B");
  CHECK(verified(folder, tar_of(changed)) == "3 archive-file-changed:public/main/a.html");
  CHECK(verified(folder, tar_of(missing)) == "3 archive-file-missing:public/main/a.json");
  CHECK(verified(folder, tar_of(added)) == "4 archive-file-added:public/main/b.html");
  CHECK(verified(folder, tar_of(twice)) == "4 archive-file-added:public/main/a.html");
  CHECK(verified(folder, tar_of(listed)) == "4 archive-file-changed:manifest.json");
}

TEST_CASE("no changed byte and no cut passes as a whole archive", "[ARC-01]") {
  const TemporaryFolder folder;
  must_publish(folder.path("out"), site);
  const std::string good = archive_of(folder.path());
  for (std::size_t at = 0; at < good.size(); at += 37) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 4);
    if (verified(folder, bad) == "4") FAIL("byte " << at);
    if (verified(folder, good.substr(0, at)) == "4") FAIL("length " << at);
  }
  CHECK(verified(folder, tar_of({})) == "0 archive-broken:");
  CHECK(verified(folder, tar_of({{"a", "b"}, {"c", "d"}})) == "0 archive-manifest:");
  Diagnostics found;
  CHECK(verify_archive(folder.path("none.tar"), found).error().code == "file-not-found");
}

TEST_CASE("nothing is archived of a folder without a release or with one that was changed by hand", "[ARC-01]") {
  const TemporaryFolder folder;
  CHECK(archive_of(folder.path()) == "archive-no-release");
  must_publish(folder.path("out"), site);
  write_file(folder.path("out/public/main/a.html"), "<p>ba</p>");
  CHECK(archive_of(folder.path()) == "archive-release-changed");
  CHECK(!std::filesystem::exists(folder.path("a.tar")));
}

}  // namespace congbo::publish
