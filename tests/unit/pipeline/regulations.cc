// SPDX-License-Identifier: GPL-3.0-or-later
// What regulations ask of the pages and lists themselves, on whole small sites.
#include <vector>

#include "tests/unit/pipeline/regulation_items.h"

using namespace congbo;
using namespace congbo::tests;

TEST_CASE("the home page of each language bears the name in that language", "[ID-01][LNG-05]") {
  const BuiltSite built = site_from_text(section("en") + item("en/news/a", "title: News\n"));
  CHECK(has(built.file("main/index.html"), "<title>Cổng tỉnh</title>"));
  CHECK(has(built.file("main/en/index.html"), "<title>Province Portal</title>"));
  CHECK(has(built.file("main/en/news/a.html"), "Province Portal"));
}

TEST_CASE("after a change of address no byte names the old host", "[ID-02]") {
  std::string site = usual_files().at("content/_site/site.yaml");
  const std::string old_host = "tinh.example.gov.vn";
  for (std::size_t at = site.find("https://" + old_host); at != std::string::npos;
       at = site.find("https://" + old_host))
    site.replace(at + 8, old_host.size(), "moi.example.gov.vn");
  const BuiltSite built =
      site_from_text("-- content/_site/site.yaml --\n" + site + item("tin-tuc/a", "title: Tin\ndate: 2026-05-01\n"));
  for (const auto& [path, bytes] : built.all()) {
    INFO(path);
    CHECK_FALSE(has(bytes, "https://" + old_host));
  }
  CHECK(has(built.file("main/tin-tuc/a.html"), "<link rel=\"canonical\" href=\"https://moi.example.gov.vn/"));
}

TEST_CASE("every page names the body and how to reach it, and leads to the terms of use",
          "[ID-03][ID-04][USE-03][REF-15]") {
  const BuiltSite built = site_from_text(item("tin-tuc/a", "title: Tin\ndate: 2026-05-01\n"));
  std::size_t pages = 0;
  for (const auto& [path, bytes] : built.all()) {
    if (!is_page(path) || has(bytes, "http-equiv=\"refresh\"")) continue;
    INFO(path);
    CHECK(has(bytes, "Ủy ban"));
    CHECK(has(bytes, "href=\"mailto:bbt@tinh.example.gov.vn\""));
    CHECK(has(bytes, "href=\"tel:0000000000\""));
    CHECK(has(bytes, "/du-lieu-mo.html\""));
    ++pages;
  }
  CHECK(pages >= 5);
}

TEST_CASE("answers and their lists say that they are no legal basis", "[QA-09][QA-10][QA-12]") {
  const BuiltSite built = site_from_text(
      section("hoi-dap") +
      item("hoi-dap/a",
           "title: Hỏi về đất\ntype: qa\nquestion: Hỏi gì?\nasked_on: 2026-05-25\nanswered_on: 2026-05-29\n"
           "field: dat-dai\nanswered_by: {name: Nguyen Van Mau, position: Giám đốc, authority: head}\n"));
  CHECK(built.found().empty());
  constexpr std::string_view sentence = "không phải là cơ sở pháp lý trực tiếp";
  const std::string page = built.file("main/hoi-dap/a.html"), list = built.file("main/hoi-dap/index.html");
  CHECK(has(page, sentence));
  CHECK(has(page, "Nguyen Van Mau"));
  CHECK(has(page, "29/5/2026"));
  CHECK(has(list, sentence));
  CHECK_FALSE(has(built.file("main/tin-tuc/index.html"), sentence));
  // With the very build after it came, the answer is in the list, in the feed and on the home page.
  CHECK(has(list, "Hỏi về đất"));
  CHECK(has(built.file("main/hoi-dap/atom.xml"), "Hỏi về đất"));
  CHECK(has(built.file("main/index.html"), "Hỏi về đất"));
}

TEST_CASE("a section of one type is filtered by its state, kind, level and field",
          "[PRJ-04][PRJ-07][CAT-09][CAT-12][TTH-04][PRJ-01][PRJ-02]") {
  struct Row {
    const char *type, *key, *one, *other, *path, *label;
  };
  const Row row = GENERATE(values<Row>({
      {"project", "state", "preparing", "completed", "trang-thai/preparing", "Tình trạng dự án"},
      {"enterprise", "state", "operating", "dissolved", "trang-thai/operating", "Tình trạng"},
      {"public-utility", "field", "y-te", "giao-thong", "linh-vuc/y-te", "Lĩnh vực"},
      {"environment-record", "kind", "nguon-thai", "chat-thai", "loai/nguon-thai", "Loại"},
      {"plan", "kind", "xay-dung", "do-thi", "loai/xay-dung", "Loại"},
      {"procedure", "mode", "full", "information", "truc-tuyen/full", "Dịch vụ công trực tuyến"},
      {"procedure", "level", "\"3\"", "\"4\"", "cap/3", "Theo bốn mức độ trước đây"},
  }));
  CAPTURE(row.type);
  const BuiltSite empty = site_from_text("");
  const auto site = [&](const char* first) {
    return site_from_text(section("muc") +
                          complete(empty, "muc/a", row.type, {{"title", "Bài một"}, {row.key, first}}) +
                          complete(empty, "muc/b", row.type, {{"title", "Bài hai"}, {row.key, row.other}}));
  };
  const std::string list = std::string("main/muc/") + row.path + "/index.html";
  const BuiltSite before = site(row.one);
  CHECK(has(before.file("main/muc/index.html"), std::string("<summary>") + row.label));
  CHECK(has(before.file("main/muc/index.html"), std::string("href=\"/muc/") + row.path + "/\""));
  CHECK(has(before.file(list), "Bài một"));
  CHECK_FALSE(has(before.file(list), "Bài hai"));
  CHECK_FALSE(site(row.other).has(list));  // nothing is left to choose
}

TEST_CASE("linked portals are listed by level, and in no feed", "[LNK-01][SUBP-08]") {
  const auto link = [](const std::string& name, const std::string& level) {
    return item("lien-ket/" + name, "title: Trang " + name + "\ntype: external-link\nurl: https://" + name +
                                        ".example/\nlevel: " + level + "\n");
  };
  const BuiltSite built = site_from_text(section("lien-ket") + link("bo", "central") + link("xa", "commune"));
  CHECK(built.found().empty());
  CHECK(has(built.file("main/lien-ket/index.html"), "Trang xa"));
  CHECK(has(built.file("main/lien-ket/cap/central/index.html"), "Trang bo"));
  CHECK_FALSE(has(built.file("main/lien-ket/cap/central/index.html"), "Trang xa"));
  CHECK(has(built.file("main/lien-ket/bo.html"), "<a class=\"button\" href=\"https://bo.example/\" rel=\"external\">"));
  CHECK_FALSE(has(built.file("main/atom.xml"), "Trang bo"));
}

TEST_CASE("a collection may stand on the home page with its newest items", "[CAT-13][ID-10]") {
  const auto home = [](const std::string& more) {
    return site_from_text(
               item("tin-tuc/a", "title: Chính sách học phí\ndate: 2020-01-01\ntags: [đời sống]\n") +
               item("chinh-sach-moi", "title: Chính sách mới\ntype: collection\nquery_tags: [đời sống]\n" + more))
        .file("main/index.html");
  };
  const std::string html = home("on_home: true\n");
  const std::size_t block = html.find("<h3><a href=\"/chinh-sach-moi.html\">Chính sách mới</a></h3>");
  REQUIRE(block != std::string::npos);
  CHECK(html.find("Chính sách học phí", block) != std::string::npos);
  CHECK_FALSE(has(home(""), "<h3><a href=\"/chinh-sach-moi.html\">"));
}

TEST_CASE("a map of the area names the communes of today in words", "[MAP-02][A11Y-01]") {
  const std::string text =
      "-- content/_site/units.yaml --\nvan-phong: {name: Văn phòng, kind: office}\n"
      "xa-mot: {name: Xã Một, kind: commune}\nphuong-hai: {name: Phường Hai, kind: commune}\n"
      "xa-cu: {name: Xã Cũ, kind: commune, valid_until: 2025-06-30}\n" +
      item("tin-tuc/ban-do",
           "title: Bản đồ tỉnh\ntype: map\narea: van-phong\nlevel: province\nyear: \"2026\"\nscale: \"1:250000\"\n"
           "source: Sở\nimage: ban-do/a.png\nimage_alt: Bản đồ\n") +
      "-- content/tin-tuc/ban-do/a.png --\nx\n";
  const std::string html = site_from_text(text).file("main/tin-tuc/ban-do.html");
  CHECK(has(html, "<img src=\"/tin-tuc/ban-do/a.png\" alt=\"Bản đồ\" fetchpriority=\"high\">"));
  CHECK(has(html, "<li>Xã Một</li>"));
  CHECK(has(html, "<li>Phường Hai</li>"));
  CHECK_FALSE(has(html, "Xã Cũ"));
}

TEST_CASE("what is taken over leads to its source, and is refused without its author", "[LNK-04][SRC-01]") {
  const std::string taken =
      "title: Tin của báo\ndate: 2026-05-02\norigin: reposted\nsource_published_on: 2026-05-01\n"
      "source_name: Báo Mây Ngàn\nsource_url: https://bao.example/tin\n";
  const BuiltSite good = site_from_text(item("tin-tuc/a", taken + "author: Phóng viên\n"));
  CHECK(good.found() == "");
  CHECK(has(good.file("main/tin-tuc/a.html"), "<a href=\"https://bao.example/tin\" rel=\"external\">Báo Mây Ngàn</a>"));
  CHECK_FALSE(site_from_text(item("tin-tuc/a", taken)).found().empty());
}

TEST_CASE("shared tables can be downloaded as they are in the repository", "[LNK-03]") {
  const std::string table = "Tháng,Hồ sơ\n2026-01,184\n2026-02,176\n";
  const BuiltSite built =
      site_from_text(item("tin-tuc/so-lieu",
                          "title: Số liệu\ntype: statistics\nfrequency: monthly\ndata: so-lieu/a.csv\n"
                          "report: so-lieu/a.csv\nmethod: Tổng hợp\nanalysis: Giảm\n"
                          "period: {from: 2026-01-01, to: 2026-02-28}\n") +
                     "-- content/tin-tuc/so-lieu/a.csv --\n" + table);
  CHECK(built.found().empty());
  CHECK(built.file("main/tin-tuc/so-lieu/a.csv") == table);
  CHECK(has(built.file("main/du-lieu-mo/catalog.jsonld"), "statistics.csv"));
}

TEST_CASE("what no regulation allows is refused under every profile", "[REF-14][REF-08][REF-11][ADV-02]") {
  const std::string profile = GENERATE("commune", "district", "office", "province-by-decree", "province-by-quota", "topic");
  CAPTURE(profile);
  const BuiltSite built = site_from_text("-- content/_site/policy.yaml --\nextends: " + profile + "\n" +
                                         item("tin-tuc/a", "title: Tin\ndate: 2026-05-01\n",
                                              "TỐI MẬT\n\n<script>alert(1)</script>\n\n[xem](javascript:alert(1))\n"));
  const std::string found = built.found();
  CHECK(has(found, "content/tin-tuc/a.md:7:1 secret-mark"));
  CHECK(has(found, "link-refused"));
  CHECK(has(found, "markdown-raw-html"));
  CHECK_FALSE(has(built.file("main/tin-tuc/a.html"), "<script>alert"));
}

TEST_CASE("a month's list is a bulletin of all that was published in it, and of no draft", "[ID-10][ARC-04]") {
  std::string text;
  for (int day = 1; day <= 28; ++day) {
    const std::string number = (day < 10 ? "0" : "") + std::to_string(day);
    text += item("tin-tuc/2026/04/n" + number, "title: Tin ngày " + number + "\ndate: 2026-04-" + number + "\n");
  }
  text += item("tin-tuc/2026/04/nhap", "title: CHƯA-DUYỆT\ndate: 2026-04-15\nstatus: draft\n");
  const BuiltSite built = site_from_text(text);
  std::string month;
  for (const auto& [path, bytes] : built.all())
    if (path.starts_with("main/tin-tuc/2026/04/") && path.find("/n") == std::string::npos && is_page(path))
      month += bytes;
  for (int day = 1; day <= 28; ++day) {
    const std::string number = (day < 10 ? "0" : "") + std::to_string(day);
    CHECK(has(month, "Tin ngày " + number));
  }
  CHECK_FALSE(has(month, "CHƯA-DUYỆT"));
}
