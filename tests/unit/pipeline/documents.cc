// SPDX-License-Identifier: GPL-3.0-or-later
// Documents and drafts for comment as whole sites: what their pages, tables, data and events say.
#include <algorithm>

#include "generator/formats/csv.h"
#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using tests::site_from_text;

namespace {

const std::string settings = R"(
-- content/_site/site.yaml --
format: 1
name: {vi: Cổng tỉnh, en: Province Portal}
owner: {vi: Ủy ban}
responsible: {vi: Chánh Văn phòng}
base_url: https://tinh.example.gov.vn
tag_authority: tinh.example.gov.vn
languages: [vi, en]
contact: {address: Số 1, phone: "0000000000", email: bbt@tinh.example.gov.vn}
per_page: 3
sections: {tin-tuc: notice, van-ban: document, lay-y-kien: consultation}
-- content/van-ban/_index.md --
---
title: Văn bản
---
)";

std::string document(const std::string& name, const std::string& number, const std::string& day,
                     const std::string& more = {}, const std::string& form = "quyet-dinh") {
  return "-- content/van-ban/" + name + ".md --\n---\ntitle: Tiêu đề " + name + "\nnumber: " + number +
         "\nform: " + form + "\nissuer: Ủy ban nhân dân tỉnh\nissued_on: " + day + "\neffective_on: " + day +
         "\nabstract: Trích yếu " + name + "\nfield: dat-dai\nunit: van-phong\n" + more + "---\n\nNội dung.\n";
}

std::string event_text(const tests::BuiltSite& built) {
  const auto& next = built.site->edition.next_event;
  return next ? to_rfc3339(*next) : "none";
}

}  // namespace

TEST_CASE("a replaced document says so on its page, in its data and from the very day", "[DOC-03]") {
  const std::string text = settings + document("cu", "774/QĐ-UBND", "2008-05-22") +
                           document("moi", "1526/QĐ-UBND", "2026-07-01", "replaces: [774/qđ-ubnd.]\n");
  const auto before = site_from_text(text, "2026-06-30T23:59:59");
  CHECK(before.found().empty());
  CHECK(event_text(before) == "2026-07-01T00:00:00+07:00");
  const std::string old_page = before.page("main/van-ban/cu.html");
  CHECK_THAT(old_page, Catch::Contains("Bị thay thế bởi"));
  CHECK_THAT(old_page, Catch::Contains("<a href=\"/van-ban/moi.html\">1526/QĐ-UBND</a>"));
  CHECK_THAT(old_page, Catch::Contains("Còn hiệu lực"));
  CHECK_THAT(old_page, Catch::Contains("\"legislationLegalForce\":\"InForce\""));
  CHECK_THAT(old_page, Catch::Contains("\"@reverse\":{\"legislationChanges\":[{\"@type\":\"Legislation\",\"@id\":"
                                       "\"https://tinh.example.gov.vn/van-ban/moi.html\""));
  const auto after = site_from_text(text, "2026-07-01T00:00");
  CHECK(event_text(after) == "none");
  CHECK_THAT(after.page("main/van-ban/cu.html"), Catch::Contains("<span class=\"badge ended\">Hết hiệu lực</span>"));
  CHECK_THAT(after.page("main/van-ban/cu.html"), Catch::Contains("\"legislationLegalForce\":\"NotInForce\""));
  CHECK_THAT(after.file("main/van-ban/cu.json"), Catch::Contains("\"key\":\"replaced_by\""));
  CHECK_THAT(after.page("main/van-ban/moi.html"), Catch::Contains("\"legislationChanges\":[{"));
}

TEST_CASE("open data of documents says their relations and what is in force", "[DOC-03][USE-01]") {
  const auto built = site_from_text(
      settings + document("a", "44/2024/QĐ-UBND", "2024-01-01") + document("b", "45/2024/QĐ-UBND", "2024-01-02") +
      document("c", "31/2025/QĐ-UBND", "2025-01-01",
               "repeals: [44/2024/QĐ-UBND, 45/2024/QĐ-UBND]\nbased_on: [Luật Đất đai]\n"));
  Diagnostics found;
  const std::string csv = built.file("main/du-lieu-mo/document.csv");
  const formats::CsvTable table = formats::read_csv(csv, "document.csv", {}, found);
  REQUIRE(table.rows.size() == 3);
  const auto cell = [&](std::size_t row, std::string_view name) {
    const auto column = std::find(table.header.begin(), table.header.end(), name);
    REQUIRE(column != table.header.end());
    return table.rows[row][static_cast<std::size_t>(column - table.header.begin())];
  };
  CHECK(cell(0, "repealed_by") == "31/2025/QĐ-UBND");
  CHECK(cell(0, "validity") == "ended");
  CHECK(cell(2, "repeals") == "44/2024/QĐ-UBND; 45/2024/QĐ-UBND");
  CHECK(cell(2, "based_on") == "Luật Đất đai");
  CHECK(cell(2, "validity") == "in-force");
  const std::string json = built.file("main/du-lieu-mo/document.json");
  CHECK_THAT(json, Catch::Contains("\"repeals\":[\"44/2024/QĐ-UBND\",\"45/2024/QĐ-UBND\"]"));
  CHECK_THAT(json, Catch::Contains("\"repealed_by\":[\"31/2025/QĐ-UBND\"],\"validity\":\"ended\""));
}

TEST_CASE("an amended document is in force in part", "[DOC-03]") {
  const auto built = site_from_text(settings + document("a", "44/2024/QĐ-UBND", "2024-01-01") +
                                    document("b", "31/2025/QĐ-UBND", "2025-01-01", "amends: [44/2024/QĐ-UBND]\n"));
  CHECK_THAT(built.page("main/van-ban/a.html"),
             Catch::Contains("<span class=\"badge partly\">Hết hiệu lực một phần</span>"));
  CHECK_THAT(built.page("main/van-ban/a.html"), Catch::Contains("\"legislationLegalForce\":\"PartiallyInForce\""));
}

TEST_CASE("relations are drawn, and the drawing is named and told in words", "[DOC-03][A11Y-01]") {
  const auto built = site_from_text(
      settings + document("a", "44/2024/QĐ-UBND", "2024-01-01") +
      document("b", "31/2025/QĐ-UBND", "2025-01-01", "amends: [44/2024/QĐ-UBND]\nbased_on: [\"Luật <Đất đai>\"]\n"));
  const std::string page = built.page("main/van-ban/b.html");
  CHECK_THAT(page, Catch::Contains("<svg class=\"graph\" role=\"img\" viewBox=\"0 0 340 "));
  CHECK_THAT(page,
             Catch::Contains("aria-labelledby=\"relation_title relation_text\"><title id=\"relation_title\">Sơ đồ "
                             "quan hệ giữa các văn bản</title><desc id=\"relation_text\">31/2025/QĐ-UBND: Sửa "
                             "đổi, bổ sung 44/2024/QĐ-UBND; Căn cứ Luật &lt;Đất đai&gt;</desc>"));
  CHECK_THAT(page, Catch::Contains("<th scope=\"row\" role=\"rowheader\">Căn cứ</th>"));
  CHECK_THAT(page, !Catch::Contains("<Đất đai>"));
}

TEST_CASE("a long name in the drawing of relations is broken between words", "[DOC-03]") {
  const auto built = site_from_text(
      settings +
      document("b", "31/2025/QĐ-UBND", "2025-01-01",
               "based_on: [\"Luật Tổ chức chính quyền địa phương số 72/2025/QH15 và các luật sửa đổi, bổ sung một "
               "số điều của luật ấy về phân cấp, phân quyền, ủy quyền giữa trung ương và địa phương\"]\n"));
  const std::string page = built.page("main/van-ban/b.html");
  CHECK_THAT(page, Catch::Contains(">Luật Tổ chức chính quyền địa</text>"));
  CHECK_THAT(page, Catch::Contains(">phương số 72/2025/QH15 và các luật</text>"));
  CHECK_THAT(page, Catch::Contains("…</text>"));
}

TEST_CASE("relations of a draft appear in no output", "[DOC-03]") {
  const auto built = site_from_text(
      settings + document("a", "44/2024/QĐ-UBND", "2024-01-01") +
      document("bi-mat", "31/2025/QĐ-UBND", "2025-01-01", "replaces: [44/2024/QĐ-UBND]\nstatus: draft\n") +
      document("c", "32/2025/QĐ-UBND", "2025-01-01", "amends: [van-ban/bi-mat]\n"));
  CHECK(event_text(built) == "none");
  for (const auto& [path, bytes] : built.all()) {
    CAPTURE(path);
    CHECK_THAT(bytes, !Catch::Contains("31/2025") && !Catch::Contains("bi-mat"));
  }
  CHECK_THAT(built.page("main/van-ban/a.html"), Catch::Contains("Còn hiệu lực"));
}

TEST_CASE("a legal document without a file to download is told with its number", "[DOC-02]") {
  const auto found = [](const std::string& number, const std::string& more = {}) {
    return site_from_text(settings + document("a", number, "2026-01-02", more) +
                          "-- content/van-ban/a/ban-ky.pdf --\n%PDF-1.7\n")
        .found();
  };
  CHECK_THAT(found("21/2026/QĐ-UBND"), Catch::Contains("content/van-ban/a.md:3:9 document-file-missing"));
  CHECK_THAT(found("21/2026/QĐ-UBND", "files: [a/ban-ky.pdf]\n"), !Catch::Contains("document-file-missing"));
  CHECK_THAT(found("21/QĐ-UBND"), !Catch::Contains("document-file-missing"));
}

TEST_CASE("documents are a table that can be filtered without JavaScript", "[DOC-02][DOC-07]") {
  std::string text = settings + "-- content/_site/policy.yaml --\nchecks: {document-file-missing: off}\n";
  for (int i = 1; i <= 5; ++i)
    text +=
        document("a" + std::to_string(i), std::to_string(10 + i) + "/2025/QĐ-UBND", "2025-01-0" + std::to_string(i));
  text += document("b", "21/2026/QĐ-UBND", "2026-01-01", "replaces: [11/2025/QĐ-UBND]\n");
  text += document("c", "12/KH-UBND", "2026-01-02", {}, "ke-hoach");
  const auto built = site_from_text(text);
  CHECK(built.found().empty());
  const std::string section = built.page("main/van-ban/index.html");
  CHECK_THAT(section, Catch::Contains("<th scope=\"col\" role=\"columnheader\">Số, ký hiệu</th>"));
  CHECK_THAT(section, Catch::Contains("<a href=\"/van-ban/c.html\">12/KH-UBND</a></th>"));
  CHECK_THAT(section, Catch::Contains("<a href=\"/van-ban/loai/quyet-dinh/\">Quyết định</a> (6)"));
  CHECK_THAT(section, Catch::Contains("<a href=\"/van-ban/loai/ke-hoach/\">Kế hoạch</a> (1)"));
  CHECK_THAT(section, Catch::Contains("<a href=\"/van-ban/2025/\">2025</a> (5)"));
  CHECK_THAT(section, Catch::Contains("<a href=\"/van-ban/hieu-luc/het-hieu-luc/\">Hết hiệu lực</a> (1)"));
  CHECK(!built.has("main/van-ban/co-quan/uy-ban-nhan-dan-tinh/index.html"));  // one issuer: nothing to choose
  CHECK_THAT(built.page("main/van-ban/hieu-luc/het-hieu-luc/index.html"),
             Catch::Contains("11/2025/QĐ-UBND") && !Catch::Contains("12/2025/QĐ-UBND"));
  // By year only what is longer than one page.
  CHECK_THAT(built.page("main/van-ban/loai/quyet-dinh/index.html"),
             Catch::Contains("<a href=\"/van-ban/loai/quyet-dinh/2025/\">2025</a>"));
  CHECK_THAT(built.page("main/van-ban/loai/quyet-dinh/2026/index.html"),
             Catch::Contains("21/2026/QĐ-UBND") && !Catch::Contains("12/KH-UBND"));
  CHECK(!built.has("main/van-ban/loai/ke-hoach/2026/index.html"));
  CHECK_THAT(built.page("main/van-ban/2025/index.html"), Catch::Contains("/van-ban/loai/quyet-dinh/2025/"));
  CHECK(!built.has("main/tin-tuc/loai/quyet-dinh/index.html"));
}

namespace {

std::string draft(const std::string& more) {
  return settings +
         "-- content/lay-y-kien/_index.md --\n---\ntitle: Lấy ý kiến\n---\n"
         "-- content/lay-y-kien/cho.md --\n---\ntitle: Quy định về chợ\nkind: legal\ndrafting_unit: van-phong\n"
         "unit: van-phong\ndraft_files: [ban-2.txt]\nopens_on: 2026-06-01\ncloses_on: 2026-06-10\n"
         "receiver: {unit: van-phong, address: Số 1 đường Chính, email: gopy@tinh.example.gov.vn}\n" +
         more + "---\n\nMời góp ý.\n" +
         (more.find("ban-1.txt") == std::string::npos
              ? ""
              : "-- content/lay-y-kien/cho/ban-1.txt --\nĐiều 1. Chợ mở cửa lúc 6 giờ.\nĐiều 2. "
                "Phí chợ.\nĐiều 3. Bãi bỏ.\n") +
         "-- content/lay-y-kien/cho/ban-2.txt --\nĐiều 1. Chợ mở cửa lúc 5 giờ <sáng>.\nĐiều 2. Phí chợ.\n";
}

constexpr const char* draft_page = "main/lay-y-kien/cho.html";

}  // namespace

TEST_CASE("an open draft counts its days down, and the next midnight is an event", "[CON-02][CON-03]") {
  const std::string text = draft("");
  struct Row {
    const char *now, *expected, *next;
  };
  const Row row = GENERATE(values<Row>({
      {"2026-06-01T00:00", "Còn 9 ngày", "2026-06-02T00:00:00+07:00"},
      {"2026-06-09T23:59:59", "Còn 1 ngày", "2026-06-10T00:00:00+07:00"},
      {"2026-06-10T08:00", "Hôm nay là ngày cuối", "2026-06-11T00:00:00+07:00"},
      {"2026-06-11T00:00", "Đã hết hạn lấy ý kiến", "none"},
      {"2026-05-31T23:59:59", "Sắp lấy ý kiến", "2026-06-01T00:00:00+07:00"},
  }));
  CAPTURE(row.now);
  const auto built = site_from_text(text, row.now);
  CHECK_THAT(built.file(draft_page), Catch::Contains(row.expected));
  CHECK(event_text(built) == row.next);
  CHECK_THAT(built.file(draft_page), Catch::Contains("Số 1 đường Chính"));
  CHECK_THAT(built.file(draft_page), Catch::Contains("href=\"mailto:gopy@tinh.example.gov.vn\""));
  CHECK_THAT(built.file(draft_page), Catch::Contains("Văn phòng"));
}

TEST_CASE("versions of a draft are compared word by word", "[CON-01]") {
  const auto built = site_from_text(draft("versions:\n  - {label: Bản 1, date: 2026-05-20, file: ban-1.txt}\n"
                                          "  - {label: Bản 2, date: 2026-06-01, file: ban-2.txt}\n"),
                                    "2026-06-02T08:00");
  CHECK(built.found().empty());
  const std::string page = built.file(draft_page);
  CHECK_THAT(page, Catch::Contains("<p>Điều 1. Chợ mở cửa lúc <del>6 giờ.</del> <ins>5 giờ &lt;sáng&gt;.</ins></p>") ||
                       Catch::Contains("<p>Điều 1. Chợ mở cửa lúc <del>6</del> <ins>5</ins> giờ"
                                       " <ins>&lt;sáng&gt;.</ins></p>") ||
                       Catch::Contains("<del>6</del> <ins>5</ins> <del>giờ.</del> <ins>giờ &lt;sáng&gt;.</ins>"));
  CHECK_THAT(page, Catch::Contains("<p class=\"same\">(1 đoạn không thay đổi)</p>"));
  CHECK_THAT(page, Catch::Contains("<p><del>Điều 3. Bãi bỏ.</del></p>"));
  CHECK(built.has("main/lay-y-kien/cho/ban-1.txt"));
}

TEST_CASE("comments stand with their answers; a name only where its bearer agreed", "[CON-05][PII-01]") {
  const auto built = site_from_text(draft("comments:\n"
                                          "  - {from: Nguyen Van Mau, date: 2026-06-03, text: Mở sớm hơn., answer: Đã "
                                          "tiếp thu.}\n"
                                          "  - {from: Tran Thi Mau, consent: true, text: Giữ phí.}\n"
                                          "  - {organization: Hội tiểu thương, text: Cần bãi xe.}\n"),
                                    "2026-06-05T08:00");
  CHECK(built.found() == "content/lay-y-kien/cho.md:11:12 comment-without-consent\n");
  const std::string page = built.file(draft_page);
  CHECK_THAT(page, Catch::Contains("Mở sớm hơn.") && Catch::Contains("Đã tiếp thu."));
  CHECK_THAT(page, Catch::Contains("Tran Thi Mau") && Catch::Contains("Hội tiểu thương"));
  for (const auto& [path, bytes] : built.all()) {
    CAPTURE(path);
    CHECK_THAT(bytes, !Catch::Contains("Nguyen Van Mau"));
  }
}

TEST_CASE("a draft without an answer a month after it closed is pointed out", "[CON-05]") {
  CHECK(site_from_text(draft(""), "2026-07-10T23:59:59").found().empty());
  CHECK(site_from_text(draft(""), "2026-07-11T00:00").found() ==
        "content/lay-y-kien/cho.md:8:12 consultation-unanswered\n");
  CHECK(site_from_text(draft("result: Đã tiếp thu.\n"), "2026-07-11T00:00").found().empty());
}
