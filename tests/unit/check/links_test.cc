// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include "tests/unit/check/checked_site.h"

using namespace congbo;
using markdown::HoleKind;
using test::CheckedSite;
using test::Lines;

namespace {

constexpr const char* from = "content/tin-tuc/a.md";

CheckedSite two_pages() {
  CheckedSite site;
  site.add(from);
  site.add("content/van-ban/quyet-dinh.md");
  site.bodies["content/van-ban/quyet-dinh.md"].anchors = {"dieu-1", "dieu-12", "pham-vi"};
  return site;
}

}  // namespace

TEST_CASE("a link to a page that is not there names the nearest one", "[LNK-05][ARC-03]") {
  CheckedSite site = two_pages();
  site.link(from, "../van-ban/quyet-dinh.md", 5, 1);
  site.link(from, "quyet-dinh.md", 6, 3);
  site.link(from, "../van-ban/quyet-dinnh.md#dieu-1", 7, 4);
  site.link(from, "khong-ai-co.md", 8, 9);
  CHECK(
      site.findings("links") ==
      Lines{
          "content/tin-tuc/a.md:6:3 error link-missing [quyet-dinh.md] -> ../van-ban/quyet-dinh.md",
          "content/tin-tuc/a.md:7:4 error link-missing [../van-ban/quyet-dinnh.md#dieu-1] -> ../van-ban/quyet-dinh.md",
          "content/tin-tuc/a.md:8:9 error link-missing [khong-ai-co.md]"});
}

TEST_CASE("a link to a page that is not public is a warning", "[REF-04]") {
  CheckedSite site = two_pages();
  site.all[1].status = pages::Status::draft;
  site.all[1].title = "Quyết định";
  site.link(from, "../van-ban/quyet-dinh.md", 5, 2);
  CHECK(site.findings("links") ==
        Lines{"content/tin-tuc/a.md:5:2 warning link-to-unpublished [../van-ban/quyet-dinh.md, Quyết định]"});
}

TEST_CASE("links of pages that are not public are left for the preview", "[REF-04]") {
  CheckedSite site = two_pages();
  site.all[0].status = pages::Status::draft;
  site.link(from, "khong-co.md", 5, 2);
  CHECK(site.findings("links").empty());
}

TEST_CASE("anchors are looked up where the link leads", "[LNK-05]") {
  CheckedSite site = two_pages();
  site.bodies[from].anchors = {"mo-dau"};
  site.link(from, "../van-ban/quyet-dinh.md#dieu-12", 5, 1);
  site.link(from, "../van-ban/quyet-dinh.md#dieu-2", 6, 7);
  site.link(from, "#mo-dau", 7, 1);
  site.link(from, "#mo-dua", 8, 2);
  CHECK(site.findings("links") ==
        Lines{"content/tin-tuc/a.md:6:7 error link-anchor-missing [dieu-2, content/van-ban/quyet-dinh.md] -> #dieu-1",
              "content/tin-tuc/a.md:8:2 error link-anchor-missing [mo-dua, content/tin-tuc/a.md] -> #mo-dau"});
}

TEST_CASE("files of links and pictures are in the repository", "[DOC-06]") {
  CheckedSite site = two_pages();
  site.files["content/tin-tuc/a/bieu-mau.pdf"] = "%PDF";
  site.link(from, "a/bieu-mau.pdf", 5, 1);
  site.link(from, "a/bieu-mao.pdf", 6, 2);
  site.hole(from, HoleKind::image, "a/anh.jpg", 7, 3);
  CHECK(site.findings("links") ==
        Lines{"content/tin-tuc/a.md:6:2 error link-file-missing [a/bieu-mao.pdf, content/tin-tuc/a/bieu-mao.pdf] -> "
              "a/bieu-mau.pdf",
              "content/tin-tuc/a.md:7:3 error link-file-missing [a/anh.jpg, content/tin-tuc/a/anh.jpg]"});
}

TEST_CASE("files of components are looked up too", "[MED-01]") {
  CheckedSite site = two_pages();
  site.files["content/tin-tuc/a/phim.mp4"] = "x";
  site.hole(from, HoleKind::component, "video", 5, 1).parameters = {
      {"src", "a/phim.mp4"}, {"title", "Phim"}, {"captions", "a/phim.vtt"}, {"transcript", "Lời đọc của phim."}};
  site.hole(from, HoleKind::component, "gallery", 9, 1).items = {"a/mot.jpg | Ảnh một"};
  site.hole(from, HoleKind::component, "video", 12, 1).parameters = {{"src", "https://video.example.vn/x"}};
  CHECK(site.findings("links") ==
        Lines{"content/tin-tuc/a.md:5:1 error link-file-missing [a/phim.vtt, content/tin-tuc/a/phim.vtt]",
              "content/tin-tuc/a.md:9:1 error link-file-missing [a/mot.jpg, content/tin-tuc/a/mot.jpg]"});
}

TEST_CASE("paths on the portal are published ones", "[LNK-05][ARC-03]") {
  CheckedSite site = two_pages();
  site.published.insert("tinh /tim-kiem.html");
  site.link(from, "/tin-tuc/", 5, 1);
  site.link(from, "/tim-kiem.html", 6, 1);
  site.link(from, "/tin-tux/", 7, 5);
  CHECK(site.findings("links") == Lines{"content/tin-tuc/a.md:7:5 error link-path-missing [/tin-tux/] -> /tin-tuc/"});
}

TEST_CASE("links that leave the content or have odd schemes are refused", "[REF-11][LNK-05]") {
  CheckedSite site = two_pages();
  site.link(from, "../../../etc/passwd", 5, 1);
  site.link(from, "ftp://may-chu.example.vn/tep", 6, 1);
  site.link(from, "javascript:alert(1)", 7, 1);  // said when the text was read
  site.link(from, "https://chinhphu.vn/", 8, 1);
  site.link(from, "mailto:vanthu@example.gov.vn", 9, 1);
  site.hole(from, HoleKind::image, "https://khac.example.vn/anh.jpg", 10, 2);
  CHECK(site.findings("links") ==
        Lines{"content/tin-tuc/a.md:5:1 error link-outside [../../../etc/passwd]",
              "content/tin-tuc/a.md:6:1 error link-refused [ftp://may-chu.example.vn/tep]",
              "content/tin-tuc/a.md:10:2 warning image-external [https://khac.example.vn/anh.jpg]"});
}

TEST_CASE("a thousand broken links are found in order and without delay", "[LNK-05]") {
  CheckedSite site;
  for (int i = 0; i < 1000; ++i) {
    const std::string source = "content/tin-tuc/bai-" + std::to_string(1000 + i) + ".md";
    site.add(source);
    site.link(source, "bai-so-" + std::to_string(i) + ".md", 3, 1);
  }
  const Lines lines = site.findings("links");
  REQUIRE(lines.size() == 1000);
  CHECK(std::is_sorted(lines.begin(), lines.end()));
}

TEST_CASE("a link whose text is an address leads there", "[LNK-06][REF-09]") {
  struct Case {
    const char* text;
    const char* target;
    bool good;
  };
  const std::vector<Case> cases = {
      {"https://halang.caobang.gov.vn", "http://www.trungkhanh.gov.vn/", false},
      {"https://halang.caobang.gov.vn", "https://halang.caobang.gov.vn/gioi-thieu", true},
      {"www.HaLang.caobang.gov.vn", "http://halang.caobang.gov.vn", true},
      {"halang.caobang.gov.vn", "https://caobang.gov.vn/halang", false},
      {"halang.caobang.gov.vn.", "https://halang.caobang.gov.vn:443/", true},
      {"ubndhalang@caobang.gov.vn", "mailto:ubndtrungkhanh@caobang.gov.vn", false},
      {"ubndhalang@caobang.gov.vn", "MAILTO:UBNDhalang@caobang.gov.vn?subject=x", true},
      {"ubndhalang@caobang.gov.vn", "https://caobang.gov.vn", false},
      {"caobang.gov.vn", "mailto:a@caobang.gov.vn", false},
      {"tinh.example.gov.vn", "/tin-tuc/", true},
      {"khac.example.gov.vn", "/tin-tuc/", false},
      {"https://tinh.example.gov.vn/tin-tuc/", "../tin-tuc/a.md", true},
      {"Cổng thông tin điện tử Chính phủ", "https://chinhphu.vn", true},
      {"bieu-mau.pdf", "a/bieu-mau.pdf", true},
      {"quyet-dinh.v2.docx", "https://khac.vn/x", true},
      {"TS. Nguyễn Văn A.", "https://khac.vn/x", true},
      {"40/2012/QĐ-UBND", "https://khac.vn/x", true},
      {"...", "https://khac.vn/x", true},
      {"a..vn", "https://khac.vn/x", false},
      {"https://dich-that.vn@gia-mao.example", "https://dich-that.vn/", false},
      {"dich-that.vn", "https://dich-that.vn@gia-mao.example/", false},
      {"0260.386.2222", "tel:02603862222", true},
  };
  for (const Case& one : cases) {
    CheckedSite site = two_pages();
    site.link(from, one.target, 5, 9, one.text);
    const Lines expected = one.good ? Lines{}
                                    : Lines{std::string("content/tin-tuc/a.md:5:9 error link-label-mismatch [") +
                                            one.text + ", " + one.target + "]"};
    INFO(one.text << " -> " << one.target);
    CHECK(site.findings("link-labels") == expected);
  }
}

TEST_CASE("menu items lead to what is published", "[LNK-01]") {
  CheckedSite site = two_pages();
  site.site.portals[0].menu = {{test::label("Tin tức", "News"), "/tin-tuc/"}, {test::label("Lịch", "Diary"), "/lich/"}};
  site.site.portals[0].footer_menu = {{test::label("Chính phủ", "Government"), "https://chinhphu.vn"}};
  site.files["content/_site/site.yaml"] =
      "menu:\n  - label: Tin\n    target: /tin-tuc/\n  - {label: Lịch, target: /lich/}\n";
  CHECK(site.findings("menus") == Lines{"content/_site/site.yaml:4:19 error menu-target-missing [/lich/, Lịch]"});
}
