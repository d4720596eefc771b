// SPDX-License-Identifier: GPL-3.0-or-later
// What a page says once and what it leaves unsaid; names of its files.
#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

std::size_t count(const std::string& html, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = html.find(part); at != std::string::npos; at = html.find(part, at + 1)) ++found;
  return found;
}

std::string news(std::string_view scope, std::string_view origin) {
  return "\n-- content/tin-tuc/a.md --\n---\ntitle: A\ntype: news\nunit: van-phong\ncategory: tin-tuc\nsummary: Tóm "
         "tắt\n"
         "author: Ban Biên tập\nevent_at: 2026-05-04T08:00\nplace: Bến Sương\nscope: " +
         std::string(scope) + "\norigin: " + std::string(origin) + "\n---\n\nNội dung.\n";
}

}  // namespace

TEST_CASE("the date of a page stands in its head alone, and what goes without saying nowhere", "[NEW-01]") {
  const std::string own = site_from_text(news("province", "own")).file("main/tin-tuc/a.html");
  CHECK(count(own, "Thời điểm diễn ra") == 1);
  CHECK(count(own, "Bến Sương") >= 1);
  CHECK(count(own, "Nguồn tin") + count(own, "Phạm vi") == 0);
  const std::string taken = site_from_text(news("foreign", "state-body")).file("main/tin-tuc/a.html");
  CHECK(count(taken, "Cơ quan nhà nước") >= 1);
  CHECK(count(taken, "Quốc tế") >= 1);
}

TEST_CASE("files are called as people call them: by the page that is there for them, the number, the title",
          "[DOC-06][CAT-08]") {
  const BuiltSite built = site_from_text(R"(
-- content/tin-tuc/mau-don.md --
---
title: Đơn đề nghị
type: form
unit: van-phong
file: ./tep/don.odt
version: "1"
valid_from: 2026-01-02
---
-- content/tin-tuc/quyet-dinh-7.md --
---
title: Quyết định 7/2026/QĐ-UBND về một việc
type: document
unit: van-phong
number: 7/2026/QĐ-UBND
form: quyet-dinh
issuer: Ủy ban
signer: A
signer_title: Chủ tịch
issued_on: 2026-01-02
effective_on: 2026-02-02
abstract: Về một việc
category: van-ban
files: [./tep/quyet-dinh-7.pdf, ./tep/don.docx, ./tep/phu-luc.pdf]
---
-- content/tin-tuc/tep/don.odt --
PK
-- content/tin-tuc/tep/don.docx --
PK
-- content/tin-tuc/tep/quyet-dinh-7.pdf --
%PDF-1.4
-- content/tin-tuc/tep/phu-luc.pdf --
%PDF-1.4
)");
  CAPTURE(built.found());
  const std::string document = built.page("main/tin-tuc/quyet-dinh-7.html");
  CHECK(count(document, ".docx\">Đơn đề nghị (DOCX") == 1);
  CHECK(count(document, ".pdf\">Quyết định 7/2026/QĐ-UBND (PDF") == 1);
  CHECK(count(document, ".pdf\">phu-luc.pdf (PDF") == 1);
}
