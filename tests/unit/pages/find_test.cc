// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/pages/portal_for_tests.h"

using namespace congbo;
using namespace congbo::pages;

namespace {

class ListedFiles final : public Snapshot {
 public:
  explicit ListedFiles(std::vector<SnapshotEntry> entries, std::string bytes = {})
      : entries_(std::move(entries)), bytes_(std::move(bytes)) {}
  const SnapshotEntries& entries() const override { return entries_; }
  Result<std::string> read(const SnapshotEntry&) const override { return bytes_; }

 private:
  SnapshotEntries entries_;
  std::string bytes_;
};

// "path language" of the pages found, then the diagnostics.
std::string find(const std::vector<std::string>& paths, std::string* diagnostics = nullptr) {
  std::vector<SnapshotEntry> entries;
  for (const std::string& path : paths) entries.push_back({path, 10, "", false});
  const ListedFiles snapshot(std::move(entries));
  Diagnostics found;
  std::string out;
  for (const PageFile& file : find_pages(snapshot, test::usual_site(), found))
    out += file.entry->path + " " + file.portal->id + " " + file.language + "\n";
  if (diagnostics != nullptr) *diagnostics = test::print(found);
  return out;
}

std::string name_problem(const std::string& path) {
  std::string diagnostics;
  find({path}, &diagnostics);
  return diagnostics;
}

}  // namespace

TEST_CASE("Pages are the Markdown files of portals") {
  CHECK(
      find({"content/_index.md", "content/_mau/bai.md", "content/_site/README.md", "content/a.md", "content/a/anh.jpg",
            "content/en/b.md", "content/sites/khac/a.md", "content/sites/xa-a/_index.md", "content/sites/xa-a/en/c.md",
            "content/tin-tuc/_nhap/d.md", "content/tin-tuc/_index.md", "content/tin-tuc/README.md", "layouts/a.md"}) ==
      "content/_index.md tinh vi\ncontent/a.md tinh vi\ncontent/en/b.md tinh en\ncontent/sites/xa-a/_index.md xa-a vi\n"
      "content/sites/xa-a/en/c.md xa-a vi\ncontent/tin-tuc/_index.md tinh vi\n");
}

TEST_CASE("Names that cannot be part of an address are refused with a better one") {
  CHECK(name_problem("content/tin-tuc/Hội nghị.md") == "0:0 file-name-not-slug <Hội nghị.md> (hoi-nghi.md)");
  CHECK(name_problem("content/Tin/a_b.md") ==
        "0:0 file-name-not-slug <Tin> (tin); 0:0 file-name-not-slug <a_b.md> (a-b.md)");
  CHECK(name_problem("content/tin-tuc/_ghi-chu.md") == "0:0 file-name-not-slug <_ghi-chu.md> (ghi-chu.md)");
  CHECK(name_problem("content/tim-kiem.md") == "0:0 file-name-reserved <tim-kiem>");
  CHECK(name_problem("content/en/tags/a.md") == "0:0 file-name-reserved <tags>");
  CHECK(name_problem("content/tin-tuc/tim-kiem.md") == "");
  CHECK(name_problem("content/tin-tuc/trang-2.md") == "0:0 file-name-reserved <trang-2>");
  CHECK(name_problem("content/tin-tuc/trang-chu.md") == "");
  CHECK(name_problem("content/tin-tuc/index.md") == "0:0 file-name-reserved <index>");
  CHECK(name_problem("content/a.MD") == "0:0 file-extension <content/a.MD>");
  CHECK(name_problem("content/a.markdown") == "0:0 file-extension <content/a.markdown>");
  CHECK(name_problem("content/tin-tuc/ho\u0300.pdf") == "0:0 file-name-not-nfc <content/tin-tuc/ho\u0300.pdf>");
}

TEST_CASE("Links and files that git-lfs has not fetched are pointed out") {
  Diagnostics found;
  CHECK(find_pages(ListedFiles({{"content/a.md", 10, "", true}}), test::usual_site(), found).empty());
  CHECK(test::print(found) == "0:0 file-symlink <content/a.md>");
  Diagnostics pointers;
  find_pages(ListedFiles({{"content/a/anh.jpg", 130, "", false}},
                         "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"),
             test::usual_site(), pointers);
  CHECK(test::print(pointers) == "0:0 file-lfs-pointer <content/a/anh.jpg>");
}
