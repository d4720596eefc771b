// SPDX-License-Identifier: GPL-3.0-or-later
// What search knows below a page: pages of attachments, sections of long texts.
#include "generator/record/search_parts.h"

#include "tests/support/catch.h"
#include "tests/support/office_files.h"
#include "tests/support/site_from_text.h"

using namespace congbo;

namespace {

std::string article(const std::string& body, const std::string& more = {}) {
  return "---\ntitle: Bài\nunit: van-phong\ndate: 2026-05-01\nsummary: Tóm tắt.\n" + more + "---\n" + body;
}

struct Parts {
  search::SearchDocument whole;
  std::vector<search::SearchDocument> parts;
};

Parts parts_of(const tests::BuiltSite& built, const std::string& source, attachments::Reader& reader) {
  const record::Publication& publication = built.site->publication;
  const record::PublicRecord& record = publication.records[built.site->library.by_source(source)];
  std::map<std::string, unsigned> uses;
  Parts made{record::search_document(publication, record), {}};
  made.parts = record::search_parts(publication, record, &reader, uses, made.whole);
  return made;
}

attachments::Reader reader() {
  return {CONGBO_PROGRAM, images::memory_store()};
}

}  // namespace

TEST_CASE("Pages of an attachment are found for the page that names it", "[search][SEA-02][SEA-03]") {
  std::map<std::string, std::string> files;
  files["content/tin-tuc/a.md"] = article("[Phu luc](a/b.pdf) [Word](a/b.docx)\n");
  files["content/tin-tuc/a/b.pdf"] = test::pdf_of({"First page", "Second page"});
  files["content/tin-tuc/a/b.docx"] = test::docx_of("<w:p><w:t>The same</w:t></w:p>");
  files["content/tin-tuc/a/c.pdf"] = test::pdf_of({"Nobody names this"});
  const auto built = tests::site_from_files(files);
  attachments::Reader read = reader();
  const Parts made = parts_of(built, "content/tin-tuc/a.md", read);
  REQUIRE(made.parts.size() == 2);  // what is there as PDF too is read once
  CHECK(made.whole.group == made.parts[0].group);
  CHECK(made.parts[1].part == "Phu luc, trang 2");  // as the page calls it
  CHECK(made.parts[1].link == "https://tinh.example.gov.vn/tin-tuc/a/b.pdf#page=2");
  CHECK(made.parts[1].body == "Second page");
  CHECK(made.parts[1].title.empty());
  CHECK(made.parts[1].type == made.whole.type);
  CHECK(made.whole.address < made.parts[0].address);
  CHECK(made.parts[0].address < made.parts[1].address);
}

TEST_CASE("Another text in one part is another group", "[search]") {
  std::string groups[2];
  for (int i = 0; i < 2; ++i) {
    std::map<std::string, std::string> files;
    files["content/tin-tuc/a.md"] = article("[Phu luc](a/b.pdf)\n");
    files["content/tin-tuc/a/b.pdf"] =
        test::pdf_of({"First page", "Page " + std::string(1, static_cast<char>('a' + i))});
    attachments::Reader read = reader();
    groups[i] = parts_of(tests::site_from_files(files), "content/tin-tuc/a.md", read).parts[0].group;
  }
  CHECK(groups[0] != groups[1]);
}

TEST_CASE("Sections of a long text lead to their headings, short texts have none", "[search][SEA-02]") {
  std::string body;
  for (int i = 1; i <= 9; ++i) {
    body += "## Mục số " + std::to_string(i) + "\n\n";
    for (int j = 0; j < 40; ++j) body += "Người dân nộp hồ sơ tại bộ phận một cửa của xã. ";
    body += "\n\n";
  }
  const auto built = tests::site_from_files(
      {{"content/tin-tuc/dai.md", article(body)}, {"content/tin-tuc/ngan.md", article("## Mục\n\nNgắn.\n\n## Hai\n")}});
  attachments::Reader read = reader();
  const Parts made = parts_of(built, "content/tin-tuc/dai.md", read);
  REQUIRE(made.parts.size() == 9);
  CHECK(made.parts[1].part == "Mục số 2");
  CHECK(made.parts[1].link == "https://tinh.example.gov.vn/tin-tuc/dai.html#muc-so-2");
  CHECK(made.parts[1].body.starts_with("Mục số 2"));
  CHECK(parts_of(built, "content/tin-tuc/ngan.md", read).parts.empty());
}
