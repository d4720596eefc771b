// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of special kinds, built from whole sites.
#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

bool has(const std::string& html, std::string_view part) {
  return html.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a schedule is a table of days and parts of the day", "[DIR-04][DIR-05]") {
  const std::string html = site_from_text(R"(
-- content/tin-tuc/tuan.md --
---
title: Lịch tiếp dân
type: schedule
kind: leaders
starts_on: 2026-05-04
ends_on: 2026-05-06
entries:
  - {at: 2026-05-05T14:00, until: 2026-05-05T16:30, leader: Chủ tịch, content: Tiếp công dân, place: Phòng 1}
---
)")
                               .file("main/tin-tuc/tuan.html");
  CHECK(has(html, "role=\"columnheader\">Sáng</th><th scope=\"col\" role=\"columnheader\">Chiều</th></tr>"));
  CHECK(has(html, "Thứ Tư <time datetime=\"2026-05-06\">06/5/2026</time></th>"));
  CHECK(
      has(html,
          "<time datetime=\"2026-05-05T14:00:00+07:00\">14:00–16:30</time> <strong>Chủ tịch:</strong> Tiếp công dân"));
  CHECK(has(html, "href=\"/tin-tuc/tuan.ics\""));
  CHECK(has(html, "href=\"/du-lieu-mo/lich-leaders.ics\""));
}

TEST_CASE("a directory lists people by unit, and who has left apart from the day after", "[PPL-01][PPL-03][PPL-04]") {
  constexpr std::string_view text = R"(
-- content/lanh-dao/_index.md --
---
title: Lãnh đạo
---
-- content/lanh-dao/moi.md --
---
title: Người mới
type: leader
unit: van-phong
position: Chủ tịch
duties: Phụ trách chung
---
-- content/lanh-dao/cu.md --
---
title: Người cũ
type: leader
unit: van-phong
position: Chủ tịch
duties: Phụ trách chung
term: {from: 2020-01-01, to: 2026-06-01}
---
)";
  const std::string before = site_from_text(text, "2026-06-01T23:59").file("main/lanh-dao/index.html");
  CHECK(has(before, "<h3><a href=\"/lanh-dao/cu.html\">Người cũ</a></h3>"));
  CHECK_FALSE(has(before, "Lãnh đạo qua các thời kỳ"));
  const BuiltSite after = site_from_text(text, "2026-06-02T00:00");
  const std::string html = after.file("main/lanh-dao/index.html");
  CHECK(has(html, "<h2>Văn phòng</h2>"));
  CHECK(has(html, "<h3><a href=\"/lanh-dao/moi.html\">Người mới</a></h3>"));
  CHECK(has(html, "<li><a href=\"/lanh-dao/cu.html\">Người cũ</a>, Chủ tịch</li>"));
  CHECK_FALSE(has(after.file("main/du-lieu-mo/danh-ba.vcf"), "Người cũ"));
  CHECK(site_from_text(text, "2026-05-01T00:00").site->edition.next_event == parse_instant("2026-06-02T00:00"));
}

TEST_CASE("statistics show chart, table and file", "[STA-01][STA-02]") {
  const std::string html = site_from_text(R"(
-- content/tin-tuc/so-lieu.md --
---
title: Hồ sơ theo tháng
type: statistics
data: so-lieu/a.csv
report: so-lieu/a.csv
method: Tổng hợp
analysis: Tăng
period: {from: 2026-01-01, to: 2026-03-31}
---

:::chart
src: so-lieu/a.csv
title: Theo tháng
unit: hồ sơ
kind: bar
:::
-- content/tin-tuc/so-lieu/a.csv --
Tháng,Tiếp nhận
2026-01,18402
2026-02,17655
2026-03,21073
)")
                               .file("main/tin-tuc/so-lieu.html");
  CHECK(has(html, "Biểu đồ đường. Tiếp nhận: cao nhất 21.073 (03/2026), thấp nhất 17.655 (02/2026)."));
  CHECK(has(html, "Biểu đồ cột. Tiếp nhận: cao nhất 21.073 hồ sơ (03/2026)"));
  CHECK(has(html, "<th scope=\"row\" class=\"time\">01/2026</th><td class=\"number\">18.402</td>"));
  CHECK(has(html, "<a class=\"file\" href=\"/tin-tuc/so-lieu/a.csv\">Tải số liệu: Theo tháng"));
  CHECK(has(html, "\"temporalCoverage\":\"2026-01-01/2026-03-31\""));
}

TEST_CASE("a map without image is drawn from its outline, and communes without map are named", "[MAP-01][MAP-02]") {
  const BuiltSite built = site_from_text(R"(
-- content/_site/units.yaml --
van-phong: {name: Văn phòng, kind: office}
xa-mot: {name: Xã Một, kind: commune}
xa-hai: {name: Xã Hai, kind: commune}
xa-cu: {name: Xã Cũ, kind: commune, valid_until: 2025-06-30}
-- content/tin-tuc/ban-do.md --
---
title: Bản đồ xã Một
type: map
unit: van-phong
area: xa-mot
level: commune
year: "2026"
scale: "1:10000"
source: Sở
geojson: ban-do/a.geojson
---
-- content/tin-tuc/ban-do/a.geojson --
{"type":"Polygon","coordinates":[[[105,21],[106,21],[106,22],[105,21]]]}
)");
  const std::string html = built.file("main/tin-tuc/ban-do.html");
  CHECK(has(html, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-4 -4 "));
  CHECK(has(html, ">Bản đồ xã Một</title><path d=\"M0 "));
  CHECK(has(html, "href=\"/tin-tuc/ban-do/a.geojson\""));
  std::vector<std::string> missing;
  for (const Diagnostic& one : built.site->found.all())
    if (one.code == "map-missing") missing.push_back(one.arguments[0]);
  CHECK(missing == std::vector<std::string>{"Xã Hai"});
}

TEST_CASE("a dialogue says by the clock what comes, what goes on and what was said", "[DLG-01]") {
  constexpr std::string_view text = R"(
-- content/tin-tuc/doi-thoai.md --
---
title: Đối thoại
type: dialogue
unit: van-phong
topic: Chuyển đổi số
leaders: [Chủ tịch]
starts_at: 2026-06-10T08:00
ends_at: 2026-06-10T10:00
questions_open_from: 2026-06-01T00:00
questions_open_until: 2026-06-09T17:00
stream_url: https://truc-tiep.example.gov.vn/
transcript: Đã trả lời mười câu hỏi.
---
)";
  const auto at = [&](std::string_view now) { return site_from_text(text, now).file("main/tin-tuc/doi-thoai.html"); };
  const std::string before = at("2026-06-10T07:59"), during = at("2026-06-10T08:00"), after = at("2026-06-10T10:00");
  CHECK(has(before, "Sắp diễn ra"));
  CHECK(has(before, "Nhận câu hỏi từ – đến"));
  CHECK(has(during, "Xem trực tiếp</a></p>"));
  CHECK(has(after, "<h2 id=\"field_transcript\">Nội dung đối thoại</h2>"));
  CHECK_FALSE(has(during, "<h2 id=\"field_transcript\">"));
  CHECK(site_from_text(text, "2026-06-10T08:00").site->edition.next_event == parse_instant("2026-06-10T10:00"));
  CHECK(has(site_from_text(text).file("main/du-lieu-mo/su-kien.ics"), "DTSTART;TZID=Asia/Ho_Chi_Minh:20260610T080000"));
}

TEST_CASE("video and sound have their words, and nothing is embedded from other hosts", "[MED-01][A11Y-01]") {
  const BuiltSite built = site_from_text(R"(
-- content/tin-tuc/phim.md --
---
title: Phim
type: video
unit: van-phong
file: phim/a.mp4
captions: phim/a.vtt
transcript: Lời của phim.
duration: "1:02:03"
---
-- content/tin-tuc/phim/a.mp4 --
x
-- content/tin-tuc/phim/a.vtt --
khong phai phu de
-- content/tin-tuc/ngoai.md --
---
title: Phim ngoài
type: video
unit: van-phong
url: https://video.example/xem
transcript: Lời.
---
-- content/tin-tuc/tieng.md --
---
title: Bài phát thanh
type: audio
unit: van-phong
url: https://radio.example/nghe
transcript: Lời bài phát thanh.
---
)");
  const std::string html = built.file("main/tin-tuc/phim.html");
  CHECK(has(html, "<video controls preload=\"none\" src=\"/tin-tuc/phim/a.mp4\""));
  CHECK(has(html, "<track kind=\"captions\" src=\"/tin-tuc/phim/a.vtt\" srclang=\"vi\""));
  CHECK(has(html, "<p>Lời của phim.</p>"));
  CHECK(has(html, "\"duration\":\"PT1H2M3S\""));
  CHECK(has(built.found(), "content/tin-tuc/phim/a.vtt:1:1 captions-invalid"));
  const std::string outside = built.file("main/tin-tuc/ngoai.html");
  CHECK(has(outside, "<a href=\"https://video.example/xem\" rel=\"external\">Phim ngoài</a>"));
  CHECK_FALSE(has(outside, "<video"));
  CHECK_FALSE(has(outside, "<iframe"));
  CHECK(has(built.file("main/tin-tuc/tieng.html"), "<p>Lời bài phát thanh.</p>"));
}

TEST_CASE("a gallery shows pictures with words and credit, and keeps what is not shown", "[MED-01][MED-03]") {
  const BuiltSite built = site_from_text(R"(
-- content/tin-tuc/anh.md --
---
title: Ảnh
type: gallery
unit: van-phong
images:
  - {image: anh/a.jpg, alt: Cây cầu, caption: Cầu mới, author: Ban Biên tập, licence: CC BY, people: [KHÔNG-IN], consent: GIỮ-KÍN}
---
-- content/tin-tuc/anh/a.jpg --
x
)");
  const std::string html = built.file("main/tin-tuc/anh.html");
  CHECK(has(html, "<img src=\"/tin-tuc/anh/a.jpg\" alt=\"Cây cầu\" fetchpriority=\"high\">"));
  CHECK(has(html, "<figcaption>Cầu mới <small>Ban Biên tập, CC BY</small></figcaption>"));
  for (const auto& [path, bytes] : built.all()) {
    INFO(path);
    CHECK_FALSE(has(bytes, "KHÔNG-IN"));
    CHECK_FALSE(has(bytes, "GIỮ-KÍN"));
  }
}

TEST_CASE("a collection shows what was chosen, then what it asks for, each once", "[CAT-13]") {
  const std::string html = site_from_text(R"(
-- content/tin-tuc/a.md --
---
title: Bài chọn
unit: van-phong
date: 2026-01-01
tags: [lễ hội]
---
-- content/tin-tuc/b.md --
---
title: Bài theo thẻ
unit: van-phong
date: 2026-02-01
tags: [lễ hội]
---
-- content/chuyen-trang.md --
---
title: Chuyên trang
type: collection
items: [tin-tuc/a]
query_tags: [lễ hội]
---
)")
                               .file("main/chuyen-trang.html");
  const std::size_t chosen = html.find(">Bài chọn</a></h2>"), found = html.find(">Bài theo thẻ</a></h2>");
  REQUIRE(chosen != std::string::npos);
  REQUIRE(found != std::string::npos);
  CHECK(chosen < found);
  CHECK(html.find(">Bài chọn</a></h2>", chosen + 1) == std::string::npos);
}
