// SPDX-License-Identifier: GPL-3.0-or-later
// How the own fields of items are shown, and the pages that lead to everything, built from whole sites.
#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

bool has(const std::string& html, std::string_view part) {
  return html.find(part) != std::string::npos;
}

constexpr std::string_view procedure = R"(
-- content/tin-tuc/thu-tuc.md --
---
title: Cấp bản sao
type: procedure
unit: van-phong
code: "1.001"
agency: Văn phòng
dossier:
  - {item: Đơn đề nghị, copies: 2, original: true}
  - {item: Ảnh, copies: 4}
copies_total: 1
forms: [thu-tuc/don.pdf]
duration: {value: 12, unit: working-day}
fee: {none: true}
steps: |
  1. Nộp hồ sơ, theo [mẫu](thu-tuc/huong-dan.pdf).
  2. Nhận kết quả.
legal_basis: [Luật một, Luật hai]
submit_url: https://nop.example.gov.vn/1
---
-- content/tin-tuc/thu-tuc/don.pdf --
%PDF-1.4
-- content/tin-tuc/thu-tuc/huong-dan.pdf --
%PDF-1.4
)";

}  // namespace

TEST_CASE("a procedure shows steps as a list, papers as a table and the time in words", "[TTH-02]") {
  const BuiltSite built = site_from_text(procedure);
  const std::string html = built.file("main/tin-tuc/thu-tuc.html");
  CHECK(has(html, "<h2 id=\"field_steps\">Trình tự thực hiện</h2>"));
  CHECK(has(html, "<ol>\n<li>Nộp hồ sơ, theo <a href=\"/tin-tuc/thu-tuc/huong-dan.pdf\">mẫu</a>.</li>"));
  CHECK(has(html, "<th scope=\"col\" role=\"columnheader\">Giấy tờ</th>"));
  CHECK(has(html, "data-label=\"Số bản\"><span class=\"text\">4</span>"));
  CHECK(has(html, "<dd>12 ngày làm việc</dd>"));
  CHECK(has(html, "<dd>Không thu</dd>"));
  CHECK_FALSE(has(html, "Đơn vị: ngày"));
  CHECK(has(html, "<a class=\"file\" href=\"/tin-tuc/thu-tuc/don.pdf\">"));
  CHECK(has(html, "<li><span class=\"text\">Luật hai</span>"));
  CHECK(has(html, "<a href=\"https://nop.example.gov.vn/1\" rel=\"external\">"));
  // What a field links to is published with the page, and other programs read the same words.
  CHECK(built.has("main/tin-tuc/thu-tuc/huong-dan.pdf"));
  CHECK(has(built.file("main/tin-tuc/thu-tuc.json"), "\"text\":\"12 ngày làm việc\""));
}

TEST_CASE("anchors of a field do not meet those of the body") {
  const std::string html = site_from_text(R"~(
-- content/tin-tuc/mo-hinh.md --
---
title: Mô hình
type: model
unit: van-phong
problem: "## Kết quả"
solution: "Xem [trên](#x)."
effect: Tốt
contact: Văn phòng
---

## Kết quả
)~")
                               .file("main/tin-tuc/mo-hinh.html");
  CHECK(has(html, " id=\"ket-qua\""));
  CHECK(has(html, " id=\"problem-ket-qua\""));
  CHECK(has(html, "href=\"#solution-x\""));
}

TEST_CASE("comments are asked for only while they are taken", "[CON-02]") {
  constexpr std::string_view text = R"(
-- content/tin-tuc/y-kien.md --
---
title: Dự thảo
type: consultation
unit: van-phong
kind: legal
drafting_unit: van-phong
draft_files: [y-kien/a.pdf]
opens_on: 2026-05-01
closes_on: 2026-05-20
receiver: {unit: van-phong, email: gop-y@example.gov.vn}
---
-- content/tin-tuc/y-kien/a.pdf --
%PDF-1.4
)";
  const auto at = [&](std::string_view now) { return site_from_text(text, now).file("main/tin-tuc/y-kien.html"); };
  const std::string before = at("2026-04-30T23:59"), open = at("2026-05-20T23:59"), after = at("2026-05-21T00:00");
  CHECK(has(before, "Chưa đến ngày nhận góp ý."));
  CHECK(has(open, "href=\"mailto:gop-y@example.gov.vn\">Gửi góp ý qua thư điện tử</a>"));
  CHECK(has(after, "Đã hết thời hạn góp ý"));
  CHECK_FALSE(has(before, "Gửi góp ý qua thư điện tử"));
  CHECK_FALSE(has(after, "Gửi góp ý qua thư điện tử"));
}

TEST_CASE("the day of today is marked in a schedule, and the site knows when that changes", "[DIR-04]") {
  constexpr std::string_view text = R"(
-- content/tin-tuc/tuan.md --
---
title: Lịch
type: schedule
kind: leaders
starts_on: 2026-05-04
ends_on: 2026-05-05
entries:
  - {at: 2026-05-04T08:00, content: Họp}
---
)";
  const std::string marked = "<tr role=\"row\" class=\"today\" aria-current=\"date\">";
  const auto at = [&](std::string_view now) { return site_from_text(text, now); };
  CHECK(has(at("2026-05-05T10:00").file("main/tin-tuc/tuan.html"), marked));
  CHECK_FALSE(has(at("2026-05-06T10:00").file("main/tin-tuc/tuan.html"), marked));
  CHECK(at("2026-05-03T10:00").site->edition.next_event == parse_instant("2026-05-04T00:00"));
  CHECK(at("2026-05-05T10:00").site->edition.next_event == parse_instant("2026-05-06T00:00"));
}

TEST_CASE("of a month only days with entries are shown, of a week every day", "[DIR-04][DIR-05]") {
  const auto page = [](std::string_view until) {
    std::string text =
        "-- content/tin-tuc/tiep-dan.md --\n---\ntitle: Lịch\ntype: schedule\nkind: reception\nstarts_on: 2026-05-04\n";
    text.append("ends_on: ").append(until);
    text += "\nentries:\n  - {at: 2026-05-05T08:00, content: Tiếp công dân}\n---\n";
    return site_from_text(text).file("main/tin-tuc/tiep-dan.html");
  };
  const std::string week = page("2026-05-10"), month = page("2026-05-31");
  CHECK(has(week, "<time datetime=\"2026-05-06\">"));
  CHECK(has(month, "<time datetime=\"2026-05-05\">"));
  CHECK_FALSE(has(month, "<time datetime=\"2026-05-06\">"));
}

TEST_CASE("what a page shows in a part of its own is not among its facts as well", "[PPL-01][MED-01][CAT-11]") {
  const auto built = site_from_text(R"(
-- content/tin-tuc/nguoi.md --
---
title: Lò Thị Mẩy
type: leader
unit: van-phong
position: Chánh Văn phòng
duties: Điều hành.
photo: nguoi/anh.png
---
-- content/tin-tuc/nguoi/anh.png --
PNG
-- content/tin-tuc/ho.md --
---
title: Hồ Đá
type: place
kind: scenery
commune: Xã A
lat: 22.14
lon: 104.19
contact: Ban quản lý
---
-- content/tin-tuc/phim.md --
---
title: Phim
type: video
file: phim/phim.mp4
captions: phim/loi.vtt
chapters: phim/chuong.vtt
---
-- content/tin-tuc/phim/phim.mp4 --
MP4
-- content/tin-tuc/phim/loi.vtt --
WEBVTT
-- content/tin-tuc/phim/chuong.vtt --
WEBVTT
)");
  const std::string person = built.file("main/tin-tuc/nguoi.html"), people = built.file("main/tin-tuc/index.html");
  CHECK(has(person, "<picture class=\"portrait\"><img src=\"/tin-tuc/nguoi/anh.png\" alt=\"Lò Thị Mẩy\""));
  CHECK_FALSE(has(person, "<dt>Ảnh</dt>"));
  CHECK(has(people, "<picture class=\"portrait\"><img src=\"/tin-tuc/nguoi/anh.png\" alt=\"\""));
  const std::string place = built.file("main/tin-tuc/ho.html");
  CHECK(has(place, "href=\"https://www.openstreetmap.org/?mlat=22.14&amp;mlon=104.19\" rel=\"external\""));
  CHECK_FALSE(has(place, "<dt>Vĩ độ</dt>"));
  CHECK(has(built.file("main/tin-tuc/phim.html"),
            "<track kind=\"chapters\" src=\"/tin-tuc/phim/chuong.vtt\" srclang=\"vi\" label=\"Các phần\">"));
}

TEST_CASE("a directory follows the order of units.yaml", "[PPL-03]") {
  const std::string html = site_from_text(R"(
-- content/_site/units.yaml --
ubnd-tinh: {name: Ủy ban nhân dân tỉnh, kind: province}
chi-cuc: {name: Chi cục, kind: office}
-- content/danh-ba/_index.md --
---
title: Danh bạ
---
-- content/danh-ba/a.md --
---
title: Trực ban chi cục
type: contact
unit: chi-cuc
phone: "0200 1"
---
-- content/danh-ba/b.md --
---
title: Trực ban tỉnh
type: contact
unit: ubnd-tinh
phone: "0200 2"
---
)")
                               .file("main/danh-ba/index.html");
  const std::size_t province = html.find("<h2>Ủy ban nhân dân tỉnh</h2>"), office = html.find("<h2>Chi cục</h2>");
  REQUIRE(province != std::string::npos);
  REQUIRE(office != std::string::npos);
  CHECK(province < office);
  CHECK(has(html, "<a href=\"tel:02002\">0200 2</a>"));
}

TEST_CASE("A-Z leads to procedures, units and sections by their Vietnamese letters, the map to all sections") {
  const BuiltSite built = site_from_text(std::string(procedure) + R"(
-- content/dat-dai/_index.md --
---
title: Đất đai
---
-- content/dat-dai/so/_index.md --
---
title: Sổ đỏ
---
-- content/lien-he.md --
---
title: Liên hệ
type: page
---
)");
  const std::string letters = built.file("main/a-z.html");
  const std::size_t c = letters.find(">C</h2>"), d = letters.find(">Đ</h2>"), t = letters.find(">T</h2>");
  REQUIRE(c != std::string::npos);
  CHECK(c < d);
  CHECK(d < t);
  CHECK(
      has(letters, "<a href=\"/tin-tuc/thu-tuc.html\">Cấp bản sao</a> <span class=\"kind\">Thủ tục hành chính</span>"));
  CHECK(has(letters, "<a href=\"/dat-dai/\">Đất đai</a>"));
  const std::string map = built.file("main/so-do.html");
  CHECK(has(map, "<h2><a href=\"/dat-dai/\">Đất đai</a>"));
  CHECK(has(map, "<li><a href=\"/dat-dai/so/\">Sổ đỏ</a>"));
  CHECK(has(map, "<li><a href=\"/lien-he.html\">Liên hệ</a></li>"));
  CHECK(has(map, "href=\"/a-z.html\""));
}

TEST_CASE("a letter of A-Z with very many procedures stays short and says how many more there are") {
  std::string text = "\n";
  for (int i = 100; i < 180; ++i)
    text += "-- content/tin-tuc/t" + std::to_string(i) + ".md --\n---\ntitle: Cấp giấy " + std::to_string(i) +
            "\ntype: procedure\nunit: van-phong\n---\n";
  const std::string html = site_from_text(text).file("main/a-z.html");
  CHECK(has(html, "Cấp giấy 149</a>"));
  CHECK_FALSE(has(html, "Cấp giấy 150</a>"));
  CHECK(has(html, "<a href=\"/tin-tuc/\">Các mục còn lại (30)"));
}
