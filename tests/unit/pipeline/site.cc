// SPDX-License-Identifier: GPL-3.0-or-later
#include <clocale>

#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

constexpr std::string_view small_site = R"(
-- content/tin-tuc/mot.md --
---
title: Bài một
unit: van-phong
date: 2026-05-01
summary: Tóm tắt một.
tags: [chuyển đổi số]
---

Nội dung có [liên kết](hai.md#phan-a) và «ngoặc».

-- content/tin-tuc/hai.md --
---
title: Bài hai
unit: van-phong
date: 2026-05-02
summary: Tóm tắt hai.
tags: [chuyển đổi số]
---

## Phần A

Chữ.

-- content/en/_index.md --
---
title: Home
---

-- content/en/news/_index.md --
---
title: News
---

-- content/en/news/one.md --
---
title: Article one
type: notice
unit: van-phong
date: 2026-05-01
summary: In English.
translation_of: tin-tuc/mot
---

Text.
)";

}  // namespace

TEST_CASE("one text becomes a site: page, lists, feeds, sitemap, fixed pages", "[pipeline][ID-01][ID-03][USE-01]") {
  const BuiltSite built = site_from_text(small_site);
  CHECK(built.found() == "");
  for (const char* path :
       {"main/index.html", "main/tin-tuc/index.html", "main/tin-tuc/mot.html", "main/tin-tuc/mot.json",
        "main/tin-tuc/atom.xml", "main/tin-tuc/rss.xml", "main/sitemap.xml", "main/robots.txt", "main/404.html",
        "main/en/news/one.html", "main/opensearch.xml", "main/site.webmanifest", "main/the/chuyen-doi-so/index.html",
        "main/don-vi/van-phong/index.html", "main/tin-tuc/2026/05/index.html"})
    CHECK(built.has(path));
  const std::string page = built.file("main/tin-tuc/mot.html");
  CHECK_THAT(page, Catch::Contains("<html lang=\"vi\""));
  CHECK_THAT(page, Catch::Contains("href=\"/tin-tuc/hai.html#phan-a\""));
  CHECK_THAT(page, Catch::Contains("Cổng tỉnh"));
  CHECK_THAT(page, Catch::Contains("Văn phòng"));
  CHECK_THAT(page, Catch::Contains("01/5/2026"));
  CHECK_THAT(page, Catch::Contains("/en/news/one.html"));
  CHECK_THAT(built.file("main/en/news/one.html"), Catch::Contains("Province Portal"));
}

TEST_CASE("a site is the same bytes with one thread and with many, and under another locale", "[pipeline]") {
  const std::map<std::string, std::string> once = site_from_text(small_site, "2026-06-01T08:00", 1).all();
  const char* comma = std::setlocale(LC_ALL, "de_DE.UTF-8") ? "de_DE.UTF-8" : std::setlocale(LC_ALL, "C.UTF-8");
  INFO("locale " << (comma ? comma : "C"));
  const std::map<std::string, std::string> again = site_from_text(small_site, "2026-06-01T08:00", 4).all();
  std::setlocale(LC_ALL, "C");
  CHECK(once == again);
}

TEST_CASE("the same commit at two instants gives two correct sites", "[pipeline][TIM-09][REF-04]") {
  constexpr std::string_view text = R"(
-- content/tin-tuc/sau.md --
---
title: Bài hẹn giờ
unit: van-phong
date: 2026-05-01
summary: Sẽ đăng sau.
release_at: 2026-07-01T08:00
---

Bí mật đến giờ đăng.
)";
  const BuiltSite before = site_from_text(text, "2026-07-01T07:59:59");
  CHECK_FALSE(before.has("main/tin-tuc/sau.html"));
  REQUIRE(before.site->edition.next_event);
  CHECK(to_rfc3339(*before.site->edition.next_event) == "2026-07-01T08:00:00+07:00");
  const BuiltSite after = site_from_text(text, "2026-07-01T08:00");
  CHECK(after.has("main/tin-tuc/sau.html"));
  CHECK_FALSE(after.site->edition.next_event);
}

TEST_CASE("nothing of a draft, its files or its names is in any output", "[pipeline][PII-01][REF-04]") {
  constexpr std::string_view text = R"(
-- content/tin-tuc/nhap.md --
---
title: Canary-tieu-de
unit: van-phong
date: 2026-05-01
summary: Canary-tom-tat
status: draft
tags: [canary-the]
cover: nhap/canary-anh.png
cover_alt: Canary-mo-ta
---

Canary-noi-dung [tệp](nhap/canary-tep.pdf)

-- content/tin-tuc/nhap/canary-tep.pdf --
%PDF canary-byte
-- content/tin-tuc/nhap/canary-anh.png --
canary-byte
-- content/tin-tuc/that.md --
---
title: Bài thật
unit: van-phong
date: 2026-05-01
summary: Thật.
---

Xem [bài sau](nhap.md).
)";
  for (const auto& [path, bytes] : site_from_text(text).all()) {
    INFO(path);
    CHECK(path.find("canary") == std::string::npos);
    CHECK(bytes.find("anary-") == std::string::npos);
    CHECK(bytes.find("nhap") == std::string::npos);
  }
  const BuiltSite drafts = site_from_text(text, "2026-06-01T08:00", 1, edition::Audience::drafts);
  CHECK(drafts.has("main/tin-tuc/nhap.html"));
  CHECK(drafts.has("main/tin-tuc/nhap/canary-tep.pdf"));
}

TEST_CASE("a sub-portal has its own root, name and lists", "[pipeline][SUBP-01][ID-06]") {
  const BuiltSite built = site_from_text(R"(
-- content/sites/xa-a/_site/site.yaml --
format: 1
id: xa-a
name: {vi: Trang xã A}
base_url: https://xa-a.tinh.example.gov.vn
tag_authority: xa-a.tinh.example.gov.vn
languages: [vi]
contact: {address: Số 2, phone: "0000000001", email: xa-a@tinh.example.gov.vn}
sections: {tin: notice}
-- content/sites/xa-a/_index.md --
---
title: Trang chủ xã
---
-- content/sites/xa-a/tin/_index.md --
---
title: Tin của xã
---
-- content/sites/xa-a/tin/bai.md --
---
title: Bài của xã
unit: van-phong
date: 2026-05-01
summary: Chữ.
---
Nội dung.
)");
  CHECK(built.found() == "");
  CHECK_THAT(built.file("xa-a/tin/bai.html"), Catch::Contains("Trang xã A"));
  CHECK_THAT(built.file("xa-a/tin/bai.html"), Catch::Contains("https://xa-a.tinh.example.gov.vn/tin/bai.html"));
  CHECK(built.file("main/index.html").find("Bài của xã") == std::string::npos);
}

TEST_CASE("an alias leads to the page, and may not take another page's place", "[pipeline][ARC-03]") {
  const BuiltSite built = site_from_text(R"(
-- content/tin-tuc/moi.md --
---
title: Bài đã chuyển
unit: van-phong
date: 2026-05-01
summary: Chữ.
aliases: [/cu/bai.html]
---
Nội dung.
)");
  CHECK_THAT(built.file("main/cu/bai.html"), Catch::Contains("https://tinh.example.gov.vn/tin-tuc/moi.html"));
}

TEST_CASE("a slip in the type of a section is told once, not again for every key of its pages", "[pipeline][CAT-01]") {
  std::string settings = usual_files().at("content/_site/site.yaml");
  settings.replace(settings.rfind("notice"), 6, "notic");
  const BuiltSite built = site_from_files(
      {{"content/_site/site.yaml", settings},
       {"content/tin-tuc/hop.md",
        "---\ntitle: Họp\nunit: van-phong\ndate: 2026-05-01\nsummary: Chữ.\nplace: Hội trường\n---\nNội dung.\n"}});
  CHECK(built.found() == "content/_site/site.yaml:10:21 type-unknown\n");
}

TEST_CASE("an alias that is a list or a file of the portal is told, not lost", "[pipeline][ARC-03]") {
  const BuiltSite built = site_from_text(R"(
-- content/tin-tuc/moi.md --
---
title: Bài đã chuyển
unit: van-phong
date: 2026-05-01
summary: Chữ.
aliases: [/tin-tuc/, /index.html, /robots.txt, /sitemap.xml, /_headers]
---
Nội dung.
)");
  const std::string one = "content/tin-tuc/moi.md:6:1 alias-stands\n";
  CHECK(built.found() == one + one + one + one + "content/tin-tuc/moi.md:6:1 alias-taken\n");  // of _index.md
}

TEST_CASE("a page parsed before is parsed again only when it changed", "[pipeline][preview]") {
  std::map<std::string, std::string> files = files_from_text(small_site);
  for (const auto& [path, text] : usual_files()) files.emplace(path, text);
  pipeline::PrepareRequest request;
  request.cache = pipeline::make_page_cache();
  request.now = *parse_instant("2026-06-01T08:00");
  StageTimer timer;
  request.snapshot = memory_snapshot(files);
  const auto first = pipeline::prepare(request, timer);
  files["content/tin-tuc/hai.md"] += "\nThêm một đoạn.\n";
  request.snapshot = memory_snapshot(files);
  const auto second = pipeline::prepare(request, timer);
  const auto one = [](const pipeline::Site& site, const char* source) {
    return site.library.pages()[site.library.by_source(source)].get();
  };
  CHECK(one(*first, "content/tin-tuc/mot.md") == one(*second, "content/tin-tuc/mot.md"));
  CHECK(one(*first, "content/tin-tuc/hai.md") != one(*second, "content/tin-tuc/hai.md"));
  const PlannedOutput* output = second->plan->find("main/tin-tuc/hai.html");
  REQUIRE(output);
  const Result<std::string> bytes = pipeline::produce(*second, *output);
  CHECK_THAT(*bytes, Catch::Contains("Thêm một đoạn"));
}

TEST_CASE("a portal's own layout file takes the shipped one's place", "[pipeline][ID-05]") {
  const BuiltSite built = site_from_text(R"(
-- layouts/assets/site.css --
body{color:#000}
)");
  bool found = false;
  for (const PlannedOutput& output : built.site->plan->outputs)
    if (output.path().starts_with("main/assets/site.")) {
      found = true;
      CHECK(built.file(output.path()) == "body{color:#000}\n");
    }
  CHECK(found);
}
