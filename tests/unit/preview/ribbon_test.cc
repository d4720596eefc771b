// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/ribbon.h"

#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using diagnostics::Language;

namespace {

preview::Shown shown_of(std::string_view text) {
  tests::BuiltSite built = tests::site_from_text(text);
  preview::Shown shown;
  shown.found = Diagnostics(built.site->found);
  shown.site = std::move(built.site);
  return shown;
}

std::string ribbon_of(const preview::Shown& shown, std::string_view path) {
  return preview::ribbon(shown, *shown.site->plan->find(std::string(path)), Language::vietnamese);
}

constexpr std::string_view good = R"(
-- content/tin-tuc/tot.md --
---
title: Bài tốt
unit: van-phong
date: 2026-05-04
summary: T
---
Nội dung.
)";
constexpr std::string_view bad = R"(
-- content/tin-tuc/hong.md --
---
title: Bài hỏng
unit: van-phonh
date: 16/11/2026
summary: T
---
Nội dung.
)";

}  // namespace

TEST_CASE("the ribbon says what stands between a page and its readers", "[preview][NEW-01]") {
  const preview::Shown fine = shown_of(good);
  CHECK_THAT(ribbon_of(fine, "main/tin-tuc/tot.html"), Catch::Contains("Sẽ hiện khi đăng"));
  const preview::Shown both = shown_of(std::string(good) + std::string(bad));
  CHECK_THAT(ribbon_of(both, "main/tin-tuc/hong.html"), Catch::Contains("Chưa đăng được: 2 lỗi"));
  CHECK_THAT(ribbon_of(both, "main/tin-tuc/tot.html"), Catch::Contains("Chưa đăng được: trang khác còn 2 lỗi"));
  const std::string overview = preview::overview(both, Language::vietnamese);
  CHECK_THAT(overview, Catch::Contains("<strong>Chưa đăng được: 2 lỗi</strong> <a href=\""));
  CHECK_THAT(overview, !Catch::Contains("Bài tốt"));
  CHECK_THAT(preview::overview(fine, Language::vietnamese), Catch::Contains("Không có."));
}
