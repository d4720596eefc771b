// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using congbo::tests::site_from_text;

namespace {

const std::string site_yaml =
    "-- content/_site/site.yaml --\nformat: 1\nid: main\nname: {vi: Cổng tỉnh}\nowner: {vi: Ủy ban, en: The "
    "Committee}\n"
    "responsible: {vi: Chánh Văn phòng}\nreuse_notice: Ghi rõ nguồn\nbase_url: https://tinh.example.gov.vn\n"
    "languages: [vi, en, zh]\ncontact: {address: Số 1, phone: \"0000000000\", email: bbt@tinh.example.gov.vn}\n"
    "sections: {tin-tuc: notice}\nmenu: [{label: {vi: Tin tức}, target: /tin-tuc/}]\n";

}  // namespace

TEST_CASE("what falls back to another language says which, so that it is read out right",
          "[pipeline][LNG-02][A11Y-01]") {
  const auto built = site_from_text(site_yaml);
  const std::string english = built.file("main/en/404.html");
  CHECK(english.find("<html lang=\"en\">") != std::string::npos);
  CHECK(english.find("<span class=\"name\" lang=\"vi\">Cổng tỉnh</span>") != std::string::npos);
  CHECK(english.find("<span class=\"owner\">The Committee</span>") != std::string::npos);
  CHECK(english.find("<span lang=\"vi\">Chánh Văn phòng</span>") != std::string::npos);
  CHECK(english.find("<span lang=\"vi\">Số 1</span>") != std::string::npos);
  CHECK(english.find("<p class=\"reuse\" lang=\"vi\">Ghi rõ nguồn</p>") != std::string::npos);
  CHECK(english.find("<a href=\"/tin-tuc/\" lang=\"vi\">Tin tức</a>") != std::string::npos);
  const std::string vietnamese = built.file("main/404.html");
  CHECK(vietnamese.find("lang=\"vi\"") == vietnamese.rfind("lang=\"vi\""));  // of the page alone
}

TEST_CASE("the name of a unit without a translation says which language it is in", "[pipeline][LNG-02][A11Y-01]") {
  const auto built = site_from_text(site_yaml + R"(-- content/_site/units.yaml --
so-a: {name: {vi: Sở Ả}, kind: office}
so-b: {name: {vi: Sở Bờ, en: Office B}, kind: office}
-- content/en/tin-tuc/_index.md --
---
title: News
---
-- content/en/tin-tuc/a.md --
---
title: Item A
unit: so-a
date: 2026-05-01
---
-- content/en/tin-tuc/b.md --
---
title: Item B
unit: so-b
date: 2026-05-01
---
)");
  const std::string first = built.file("main/en/tin-tuc/a.html"), other = built.file("main/en/tin-tuc/b.html");
  CHECK(first.find("<dd lang=\"vi\"><a href=\"/en/units/so-a/\">Sở Ả</a></dd>") != std::string::npos);
  CHECK(other.find("<dd><a href=\"/en/units/so-b/\">Office B</a></dd>") != std::string::npos);
  const std::string list = built.file("main/en/tin-tuc/index.html");
  CHECK(list.find("<span lang=\"vi\">Sở Ả</span>") != std::string::npos);
  CHECK(list.find("<span>Office B</span>") != std::string::npos);
  CHECK(list.find(": The Committee</span>") != std::string::npos);
}

TEST_CASE("a page that has moved says so in the language of its address", "[pipeline][LNG-03]") {
  const std::string redirects =
      "-- content/_site/redirects.csv --\nfrom,to,reason\n/cu.html,/tin-tuc/,\n/zh/cu.html,/tin-tuc/,\n"
      "/en/cu.html,/tin-tuc/,\n";
  const auto built = site_from_text(site_yaml + redirects);
  CHECK(built.file("main/cu.html").find("<p>Trang này đã chuyển đến <a") != std::string::npos);
  CHECK(built.file("main/en/cu.html").find("<p>This page has moved to <a") != std::string::npos);
  CHECK(built.file("main/zh/cu.html").find("<html lang=\"zh\">") != std::string::npos);
  CHECK(built.file("main/zh/cu.html").find("<p>本页已移至 <a") != std::string::npos);
}

TEST_CASE("counts of one have their own words where the language needs them", "[pipeline][LNG-02]") {
  const auto built = site_from_text(site_yaml);
  const congbo::site::Portal& portal = built.site->site->portals.front();
  for (const char* language : {"vi", "en", "zh"})
    for (const auto& [many, one] :
         {std::pair{"versions.same", "versions.same.one"}, {"countdown.days", "countdown.day"}}) {
      CAPTURE(language, many);
      CHECK(portal.string(language, many).find("{0}") != std::string_view::npos);
      CHECK(portal.string(language, one).find("{0}") == std::string_view::npos);
      CHECK(portal.string(language, one) != one);
    }
}
