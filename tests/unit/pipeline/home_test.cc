// SPDX-License-Identifier: GPL-3.0-or-later
// The blocks of home pages: what they show and in which order.
#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

constexpr std::string_view portal = R"(
-- content/_site/site.yaml --
format: 1
id: main
name: Cổng tỉnh Mây
base_url: https://tinh.example
languages: [vi]
contact: {address: Số 1, phone: "0", email: cong@tinh.example}
sections: {tin-tuc: news, thong-bao: notice, van-ban: document, lay-y-kien: consultation, lich: schedule, du-an: project}
HOME
-- content/_index.md --
---
title: Trang chủ
---
-- content/thong-bao/a.md --
---
title: Tạm dừng hệ thống
date: 2026-05-20
---
Nội dung.
-- content/lich/tuan-1.md --
---
title: Lịch tuần trước
kind: leaders
starts_on: 2026-05-25
ends_on: 2026-05-31
entries: [{at: 2026-05-26T08:00, content: Họp tuần trước}]
---
-- content/lich/tuan-2.md --
---
title: Lịch tuần này
kind: leaders
starts_on: 2026-06-01
ends_on: 2026-06-07
entries: [{at: 2026-06-02T08:00, content: Họp giao ban, leader: Chủ tịch, place: Phòng 1}]
---
-- content/lich/tuan-3.md --
---
title: Lịch tuần sau
kind: leaders
starts_on: 2026-06-08
ends_on: 2026-06-14
entries: [{at: 2026-06-09T08:00, content: Họp tuần sau}]
---
)";

std::string home_of(std::string_view home, std::string_view now = "2026-06-01T08:00") {
  std::string text(portal);
  text.replace(text.find("HOME\n"), 5, home);
  const BuiltSite built = site_from_text(text, now);
  return built.all().at("main/index.html");
}

bool has(const std::string& html, std::string_view words) {
  return html.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("the home page shows the schedule of the week that today falls into", "[DIR-04][CAT-01]") {
  CHECK(has(home_of(""), "Họp giao ban"));
  CHECK_FALSE(has(home_of(""), "Họp tuần trước"));
  CHECK_FALSE(has(home_of(""), "Họp tuần sau"));
  CHECK(has(home_of("", "2026-06-08T00:00"), "Họp tuần sau"));
}

// The schedule marks today, so every midnight of its week is one more.
TEST_CASE("the site is built again when another week begins", "[DIR-04]") {
  std::string text(portal);
  text.replace(text.find("HOME\n"), 5, "");
  const BuiltSite built = site_from_text(text, "2026-06-07T08:00");
  REQUIRE(built.site->edition.next_event);
  CHECK(to_rfc3339(*built.site->edition.next_event) == "2026-06-08T00:00:00+07:00");
}

TEST_CASE("a portal chooses the blocks of its home page and their order; one with nothing to show is not there",
          "[CAT-01][SUBP-01]") {
  const std::string html = home_of("home: [schedule, documents, notices]\n");
  const std::size_t schedule = html.find("block_schedule"), notices = html.find("block_notices");
  CHECK(schedule < notices);
  CHECK(notices != std::string::npos);
  CHECK_FALSE(has(html, "block_documents"));
  const std::string usual = home_of("");
  CHECK(usual.find("block_notices") < usual.find("block_schedule"));
  CHECK_FALSE(has(home_of("home: [schedule]\n"), "Tạm dừng hệ thống"));
}

TEST_CASE("the home page of another language knows its sections by their types too", "[LNG-02][CAT-01]") {
  const BuiltSite built = site_from_text(R"(
-- content/_site/site.yaml --
format: 1
name: {vi: Cổng tỉnh Mây, en: May Portal}
base_url: https://tinh.example
languages: [vi, en]
contact: {address: Số 1, phone: "0", email: cong@tinh.example}
sections: {en/notices: notice}
-- content/en/_index.md --
---
title: Home
---
-- content/en/notices/_index.md --
---
title: Notices
---
-- content/en/notices/a.md --
---
title: A road is closed
date: 2026-05-20
---
Text.
)");
  CHECK(has(built.file("main/en/index.html"), "block_notices"));
}

TEST_CASE("the style page is made of the partials, and nobody is led to it", "[layouts]") {
  const BuiltSite built = site_from_text("");
  const std::string html = built.all().at("main/phong-cach.html");
  for (const char* part :
       {"class=\"item\"", "class=\"teaser\"", "records documents", "class=\"fields\"", "class=\"pager\"",
        "class=\"days\"", "--ground", "Ễ ặ Ữ ỹ", "name=\"robots\" content=\"noindex\""})
    CHECK(has(html, part));
  for (const auto& [path, bytes] : built.all())
    if (path.find("sitemap") != std::string::npos) CHECK_FALSE(has(bytes, "phong-cach"));
}
