// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

#include "generator/check/file_content.h"
#include "generator/check/page_body.h"
#include "generator/check/sentence_case.h"
#include "generator/check/wording.h"
#include "generator/detect/personal_numbers.h"
#include "tests/unit/check/checked_site.h"

using namespace congbo;
using test::CheckedSite;
using test::Lines;

TEST_CASE("numbers of identity cards are found by structure and words before them", "[PII-01][PII-03]") {
  struct Case {
    const char* text;
    const char* digits;  // empty: none
  };
  const std::vector<Case> cases = {
      {"Số CCCD: 001090012345.", "001090012345"},
      {"số căn cước công dân 040 090 012 345 cấp ngày", "040090012345"},
      {"Số định danh cá nhân: 0960.9001.2345", "096090012345"},
      {"CMND/CCCD số 001-290-012-345", "001290012345"},
      {"Căn cước: **001090012345**", "001090012345"},
      {"CCCD cấp ngày 01 001090012345", "001090012345"},
      {"Mã hồ sơ 001090012345", ""},            // no words
      {"CCCD: 099090012345", ""},               // no such province
      {"CCCD: 001490012345", ""},               // no such century
      {"CCCD: 0010900123456", ""},              // thirteen digits
      {"CCCD: 00109001234", ""},                // eleven
      {"CCCD: A001090012345", ""},              // part of a code
      {"CCCD: /001090012345/x", ""},            // part of an address
      {"CCCD bị mất.\n\nMã 001090012345", ""},  // another paragraph
      {"", ""},
  };
  for (const Case& one : cases) {
    const auto found = detect::find_personal_numbers(one.text);
    INFO(one.text);
    CHECK(found.size() == (*one.digits ? 1 : 0));
    if (!found.empty()) CHECK(found[0].digits == one.digits);
  }
}

TEST_CASE("a number is found wherever it stands", "[PII-01]") {
  for (std::size_t before = 0; before < 30; ++before)
    for (const std::string number : {"001090012345", "001 090 012 345", "0010.9001.2345"}) {
      const std::string text = "CCCD" + std::string(before, '.') + " " + number + "x" + " ";
      const std::string good = "CCCD" + std::string(before, '.') + " " + number + " x";
      CHECK(detect::find_personal_numbers(text).empty());
      REQUIRE(detect::find_personal_numbers(good).size() == 1);
      CHECK(detect::find_personal_numbers(good)[0].offset == 5 + before);
    }
}

TEST_CASE("a personal number is a warning at its place, and never printed whole", "[PII-01]") {
  CheckedSite site;
  site.add("content/a.md");
  site.text("content/a.md", "---\ntitle: Thông báo\n---\nÔng A, số căn cước 001090012345, trú tại …\n");
  CHECK(site.findings("texts") == Lines{"content/a.md:4:20 warning personal-number [001***]"});
}

TEST_CASE("numbers in the front matter are found as well", "[PII-01]") {
  CheckedSite site;
  pages::Page& page = site.add("content/a.md");
  page.summary = "CCCD 001090012345";
  page.type = &site.site.portals[0].types.at("page");
  site.files["content/a.md"] = "---\nsummary: CCCD 001090012345\n---\n";
  CHECK(site.findings("texts") == Lines{"content/a.md:2:15 warning personal-number [001***]"});
}

TEST_CASE("a mark of secrecy on a line of its own stops publication", "[REF-08][REF-04][SRC-05]") {
  CheckedSite site;
  site.add("content/a.md").body_line = 4;
  site.text("content/a.md",
            "---\ntitle: MẬT\n---\n  **TỐI MẬT**\n\nSố: 12/BC-UBND\n\n> MẬT\n\n_LƯU HÀNH NỘI BỘ_\nTUYỆT MẬT  \r\n");
  CHECK(site.findings("texts") ==
        Lines{"content/a.md:2:8 error secret-mark [MẬT]", "content/a.md:4:5 error secret-mark [TỐI MẬT]",
              "content/a.md:8:3 error secret-mark [MẬT]", "content/a.md:10:2 error secret-mark [LƯU HÀNH NỘI BỘ]",
              "content/a.md:11:1 error secret-mark [TUYỆT MẬT]"});
}

TEST_CASE("words about secrecy are no marks", "[REF-08]") {
  CheckedSite site;
  site.add("content/a.md");
  site.text("content/a.md",
            "Độ MẬT của tài liệu gồm ba mức: MẬT, TỐI MẬT, TUYỆT MẬT.\nbảo mật\nMật\nMẬT ONG\n- MẬT\n| MẬT | TỐI MẬT "
            "|\n«MẬT»\n");
  CHECK(site.findings("texts").empty());
}

TEST_CASE("a megabyte of digits answers at once", "[PII-01]") {
  const auto start = std::chrono::steady_clock::now();
  CHECK(detect::find_personal_numbers(std::string(1'000'000, '1')).empty());
  std::string groups = "CCCD ";
  while (groups.size() < 1'000'000) groups += "001 090 ";
  detect::find_personal_numbers(groups);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  CHECK(taken.count() < 5);
}

TEST_CASE("what citizens wrote must not hold their phones and mail addresses", "[PII-03]") {
  CheckedSite site;
  pages::Page& page = site.add("content/hoi-dap/a.md");
  site::ContentType questions = *page.type;
  questions.id = "qa";
  page.type = &questions;
  page.body_line = 4;
  site.text("content/hoi-dap/a.md", "---\ntitle: Hỏi\n---\nLiên hệ: 0912345678, nguyenvana@gmail.com\n");
  CHECK(site.findings("texts") == Lines{"content/hoi-dap/a.md:4:10 error personal-phone [091***]",
                                        "content/hoi-dap/a.md:4:22 error personal-mail [n***]"});
}

TEST_CASE("keys of contact in the front matter may hold a mobile phone", "[PII-01]") {
  CheckedSite site;
  site.add("content/a.md").body_line = 5;
  site.text("content/a.md", "---\ntitle: A\nphone: 0912345678\n---\nGọi 0912345679\n");
  CHECK(site.findings("texts") == Lines{"content/a.md:5:5 warning personal-phone [091***]"});
}

TEST_CASE("a copy of an item is told with the address of the first", "[REF-05]") {
  std::string words;
  for (int i = 0; i < 120; ++i) words += "chữ" + std::to_string(i) + " ";
  CheckedSite site;
  site.add("content/tin-tuc/a.md").date = parse_instant("2026-01-01T08:00");
  site.add("content/tin-tuc/b.md").date = parse_instant("2026-01-02T08:00");
  site.add("content/tin-tuc/c.md").date = parse_instant("2026-01-03T08:00");
  site.text("content/tin-tuc/a.md", "---\ntitle: A\n---\n" + words);
  site.text("content/tin-tuc/b.md", "---\ntitle: B\n---\n" + words + "thêm một câu ở cuối\n");
  site.text("content/tin-tuc/c.md", "---\ntitle: C\n---\nBài khác, ngắn.\n");
  REQUIRE(site.findings("near-duplicates").size() == 1);
  CHECK(site.findings("near-duplicates")[0].find("content/tin-tuc/b.md:1:1 warning near-duplicate") == 0);
  CHECK(site.findings("near-duplicates")[0].find("/tin-tuc/a") != std::string::npos);
  SECTION("a translation or a document that names the other is none") {
    site.all[1].translation_of = site.all[0].id;
    CHECK(site.findings("near-duplicates").empty());
  }
}

TEST_CASE("keys in settings are found, and told without the key", "[SEC-02]") {
  CheckedSite site;
  site.files["content/_site/a.yaml"] = "token: ok\napi_key: 0a1b2c3d4e5f\n";
  CHECK(site.findings("settings") == Lines{"content/_site/a.yaml:2:10 error secret-password [api_key]"});
}

TEST_CASE("hosts that mix scripts are told from those of one script", "[REF-09]") {
  CHECK(check::mixes_scripts("vnехpress.net"));
  CHECK(check::mixes_scripts("chính-phủ.gov.vν"));
  CHECK_FALSE(check::mixes_scripts("chinhphu.vn"));
  CHECK_FALSE(check::mixes_scripts("chính-phủ.vn"));
  CHECK_FALSE(check::mixes_scripts("правда.рф"));
}

TEST_CASE("drawings that run something or ask another host are active", "[DOC-06]") {
  CHECK(check::has_active_content("<svg onload=\"x()\"/>"));
  CHECK(check::has_active_content("<svg><script/></svg>"));
  CHECK(check::has_active_content("<svg><image href=\"https://a.example/b.png\"/></svg>"));
  CHECK(check::has_active_content("<svg><style>@import 'a'</style></svg>"));
  CHECK_FALSE(check::has_active_content("<svg xmlns=\"http://www.w3.org/2000/svg\"><use href=\"#a\"/></svg>"));
  CHECK_FALSE(check::has_active_content("<svg><a href=\"https://a.example/\"><text>on</text></a></svg>"));
}

TEST_CASE("published tables, drawings and texts are looked at like pages", "[PII-01][REF-08]") {
  CheckedSite site;
  site.files["content/a.csv"] = "tên,việc\nÔng A,gọi 0912345678\nTỐI MẬT,,\n";
  site.files["content/b.svg"] =
      "<svg><path d=\"M 0912 345 678\"/>\n <text>Gọi 0912345678</text>\n<text x=\"1\">TUYỆT MẬT</text></svg>";
  site.files["content/c.txt"] = "số căn cước 001090012345\n";
  site.files["content/_site/tombstones.yaml"] = "- address: /a\n  reason: ông A, CCCD 001090012345\n";
  site.files["content/_site/units.yaml"] = "a: {phone: 0912345678}\n";
  CHECK(site.findings("settings") ==
        Lines{"content/_site/tombstones.yaml:2:23 warning personal-number [001***]",
              "content/a.csv:2:11 warning personal-phone [091***]", "content/a.csv:3:1 error secret-mark [TỐI MẬT]",
              "content/b.svg:2:12 warning personal-phone [091***]", "content/b.svg:3:13 error secret-mark [TUYỆT MẬT]",
              "content/c.txt:1:13 warning personal-number [001***]"});
}

TEST_CASE("a table with a column of birthdays is a list of persons", "[PII-01]") {
  CheckedSite site;
  site.files["content/a.csv"] = "họ và tên,ngày sinh\n";
  for (int i = 1; i < 7; ++i) site.files["content/a.csv"] += "A,0" + std::to_string(i) + "/02/2001\n";
  CHECK(site.findings("settings") == Lines{"content/a.csv:1:1 error personal-list [6]"});
}

TEST_CASE("pictures that are cut off or absurdly large are told", "[DOC-06][MED-03]") {
  const auto codes = [](const std::string& ending, const std::string& bytes) {
    std::string all;
    for (const Diagnostic& one : check::look_at_content("a." + ending, ending, bytes, {}))
      all += (all.empty() ? "" : " ") + one.code;
    return all;
  };
  const std::string head = "\x89PNG\r\n\x1A\n", rest = std::string(40, '\0') + "IEND";
  const std::string header = head + std::string("\0\0\0\rIHDR", 8);
  CHECK(codes("png", head + "ab") == "image-unreadable");
  CHECK(codes("jpg", "\xFF\xD8\xFF\xE0" + rest) == "image-unreadable");
  CHECK(codes("jpg", head + "ab") == "file-content-mismatch");
  CHECK(codes("png", header + "\x7F\xFF\xFF\xFF\x7F\xFF\xFF\xFF" + rest) == "image-too-large");
  CHECK(codes("png", header + std::string("\0\0\x20\0\0\0\x20\0", 8) + rest).empty());  // 8192 × 8192
}

TEST_CASE("tables in an old encoding are told, with what they say", "[ENC-01]") {
  CheckedSite site;
  site.files["content/a.csv"] = "xa,viec\nA,C\xABng tr\xD7nh\nB,th\xF1y l\xEEi\n";
  site.files["content/b.csv"] = "xa,viec\nA,C«ng tr×nh thñy lîi\n";
  site.files["content/c.csv"] = "xã,việc\nA,Công trình\n";
  CHECK(site.findings("settings") ==
        Lines{"content/a.csv:2:1 error text-legacy-encoding [TCVN3 (ABC)] -> A,Công trình",
              "content/b.csv:2:1 warning text-legacy-misread [TCVN3 (ABC)] -> A,Công trình thủy lợi"});
}

TEST_CASE("old encodings in front matter and body are told once a page", "[ENC-01]") {
  CheckedSite site;
  site.add("content/a.md").body_line = 4;
  site.text("content/a.md", "---\ntitle: Tin\n---\nCoäng hoøa xaõ hoäi\n\nchuû nghóa Vieät Nam\n");
  CHECK(site.findings("texts") == Lines{"content/a.md:4:1 warning text-legacy-misread [VNI] -> Cộng hòa xã hội"});
}

TEST_CASE("Vietnamese without diacritics is told from other languages", "[ENC-01]") {
  CHECK(check::lacks_diacritics("Phuong Ben Suong khai truong bo phan mot cua moi.", 8));
  CHECK(check::lacks_diacritics("- Thong bao lich tiep cong dan thang 12 nam 2026", 8));
  CHECK_FALSE(check::lacks_diacritics("Phường Bến Sương khai truong bo phan mot cua moi.", 8));
  CHECK_FALSE(check::lacks_diacritics("The ward opens its new one-stop shop on Monday morning at eight.", 8));
  CHECK_FALSE(check::lacks_diacritics("https://mayngan.example/tin-tuc/2026/11/phuong-ben-suong.html", 8));
  CHECK_FALSE(check::lacks_diacritics("Ban Chi dao", 8));
}

TEST_CASE("a day far ahead is a slip, and lists would show it first until then", "[NEW-05]") {
  CheckedSite site;
  site.site.portals[0].types["news"].schema_org = "NewsArticle";
  const auto dated = [&](const char* name, const char* day) {
    site.add(std::string("content/tin-tuc/") + name + ".md").date = start_of_day(parse_date(day).value());
  };
  dated("hom-qua", "2026-11-19");
  dated("tuan-sau", "2026-11-27");
  dated("nam-sau", "2027-11-16");
  dated("nham", "2062-11-16");
  const auto found = site.findings("dates");
  REQUIRE(found.size() == 2);
  CHECK_THAT(found[0], Catch::Contains("nam-sau.md") && Catch::Contains("warning event-far-ahead") &&
                           Catch::Contains("2026-11-16"));
  CHECK_THAT(found[1], Catch::Contains("nham.md") && Catch::Contains("error event-too-far"));
}

TEST_CASE("a title in capitals is proposed as a sentence with the portal's own names and numbers kept", "[A11Y-01]") {
  site::Portal portal;
  portal.name.texts = {{"vi", "Cổng thông tin điện tử tỉnh Mây Ngàn"}};
  site::Unit ward, department;
  ward.name.texts = {{"vi", "Ủy ban nhân dân phường Bến Sương"}};
  ward.head = "Mạc Thị Thuyền";
  department.name.texts = {{"vi", "Sở Giáo dục và Đào tạo"}};
  portal.units = {ward, department};
  const auto sentence = [&](std::string_view text) { return check::as_sentence(text, portal); };
  CHECK(sentence("PHƯỜNG BẾN SƯƠNG KHAI TRƯƠNG BỘ PHẬN MỘT CỬA") == "Phường Bến Sương khai trương bộ phận một cửa");
  CHECK(sentence("UBND TỈNH MÂY NGÀN BAN HÀNH QUYẾT ĐỊNH 33/2026/QĐ-UBND") ==
        "UBND tỉnh Mây Ngàn ban hành quyết định 33/2026/QĐ-UBND");
  CHECK(sentence("BÀ MẠC THỊ THUYỀN, CHỦ TỊCH PHƯỜNG") == "Bà Mạc Thị Thuyền, chủ tịch phường");
  CHECK(sentence("GIÁO DỤC  LÀ QUỐC SÁCH") == "Giáo dục là quốc sách");
  CHECK(sentence("BẾN SƯƠNGX") == "Bến sươngx");
}
