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

TEST_CASE("a file alone in its field is called as its page, in another form too; others as their chart or link",
          "[DOC-06][STA-01]") {
  const BuiltSite built = site_from_text(R"(
-- content/tin-tuc/ngan-sach.md --
---
title: Ngân sách sáu tháng
type: budget-disclosure
unit: van-phong
fiscal_year: "2026"
stage: execution
quarter: "2"
document: 1/BC
tables: [./tep/thu-chi.csv]
files: [./tep/thu-chi.xlsx, ./tep/linh-vuc.xlsx, ./tep/phu-luc.pdf, ./tep/khac.pdf]
---

Xem [Phụ lục về chợ](./tep/phu-luc.pdf).

:::chart
src: ./tep/linh-vuc.csv
title: Chi theo lĩnh vực
:::
-- content/tin-tuc/tep/thu-chi.csv --
Nội dung,Tỷ đồng
Thu,1
-- content/tin-tuc/tep/linh-vuc.csv --
Lĩnh vực,Tỷ đồng
Y tế,1
-- content/tin-tuc/tep/thu-chi.xlsx --
PK
-- content/tin-tuc/tep/linh-vuc.xlsx --
PK
-- content/tin-tuc/tep/phu-luc.pdf --
%PDF-1.4
-- content/tin-tuc/tep/khac.pdf --
%PDF-1.4
)");
  CAPTURE(built.found());
  const std::string page = built.page("main/tin-tuc/ngan-sach.html");
  CHECK(count(page, "thu-chi.csv\">Ngân sách sáu tháng (CSV") == 1);
  CHECK(count(page, "thu-chi.xlsx\">Ngân sách sáu tháng (XLSX") == 1);
  CHECK(count(page, "linh-vuc.xlsx\">Chi theo lĩnh vực (XLSX") == 1);
  CHECK(count(page, "phu-luc.pdf\">Phụ lục về chợ (PDF") == 1);
  CHECK(count(page, "khac.pdf\">khac.pdf (PDF") == 1);
}

TEST_CASE("a service says first how far it is online as the law counts today", "[TTH-03][TTH-04]") {
  const std::string page = site_from_text(R"(
-- content/tin-tuc/khai-sinh.md --
---
title: Khai sinh
type: procedure
unit: van-phong
agency: Ủy ban xã
level: "4"
mode: full
dossier: [{item: Tờ khai}]
copies_total: 1
forms: []
duration: {value: 1, unit: working-day}
fee: {none: true}
---
)")
                               .page("main/tin-tuc/khai-sinh.html");
  const std::size_t today = page.find("<dt>Dịch vụ công trực tuyến</dt>"),
                    before = page.find("<dt>Theo bốn mức độ trước đây</dt>");
  REQUIRE(before != std::string::npos);
  CHECK(today < before);
  CHECK(page.find("Toàn trình", today) < before);
}

TEST_CASE("only a site with an index asks for its files ahead", "[SEA-05]") {
  CHECK(count(site_from_text("").file("main/tim-kiem.html"), "/search/current.json") == 1);
  pipeline::PrepareRequest request;
  request.snapshot = memory_snapshot(usual_files());
  request.now = *parse_instant("2026-06-01T08:00");
  request.text = pipeline::TextUse::leave_out;
  StageTimer timer;
  const BuiltSite without{pipeline::prepare(request, timer)};
  CHECK(count(without.file("main/tim-kiem.html"), "/search/current.json") == 0);
  CHECK(count(without.file("main/tim-kiem.html"), "id=\"search_app\"") == 1);
}

TEST_CASE("the search page says whom to ask: the section of contacts, where the portal has one", "[SEA-04]") {
  CHECK(count(site_from_text("").file("main/tim-kiem.html"), "search-ask") == 0);
  const auto built = site_from_text(R"(
-- content/_site/site.yaml --
format: 1
id: main
name: Cổng
base_url: https://cong.example.gov.vn
sections:
  danh-ba: contact
-- content/danh-ba/_index.md --
---
title: Danh bạ
---
)");
  CHECK(count(built.file("main/tim-kiem.html"),
              "<p class=\"search-ask\">Chưa thấy điều cần tìm? Hỏi đơn vị phụ trách: <a href=\"/danh-ba/\">Danh "
              "bạ</a></p>") == 1);
}

TEST_CASE("the schedule of this week stands first in its list and says so, and the site knows when that ends",
          "[DIR-04]") {
  const auto schedule = [](std::string_view name, std::string_view from, std::string_view to) {
    return "\n-- content/tin-tuc/" + std::string(name) + ".md --\n---\ntitle: Lịch " + std::string(name) +
           "\ntype: schedule\nunit: van-phong\ncategory: chi-dao\nkind: leaders\nstarts_on: " + std::string(from) +
           "\nends_on: " + std::string(to) + "\nentries:\n  - {at: " + std::string(from) +
           "T08:00, content: Họp}\n---\n";
  };
  const std::string text = schedule("truoc", "2026-05-04", "2026-05-10") + schedule("nay", "2026-05-11", "2026-05-17") +
                           schedule("sau", "2026-05-18", "2026-05-24") + schedule("thang", "2026-05-01", "2026-05-31");
  const BuiltSite built = site_from_text(text, "2026-05-13T09:00");
  const std::string list = built.file("main/tin-tuc/index.html");
  const auto place = [&](std::string_view part) { return list.find("<h2><a href=\"/tin-tuc/" + std::string(part)); };
  CHECK(place("nay") < place("thang"));
  CHECK(place("thang") < place("sau"));
  CHECK(place("sau") < place("truoc"));
  CHECK(count(list, "<span class=\"badge current\">Tuần này</span>") == 1);
  CHECK(count(list, "<span class=\"badge current\">Kỳ này</span>") == 1);
  CHECK(count(built.file("main/tin-tuc/nay.html"), "Tuần này") == 1);
  const BuiltSite sunday = site_from_text(text, "2026-05-17T23:59");
  CHECK(sunday.site->edition.next_event == parse_instant("2026-05-18T00:00"));
  CHECK(count(site_from_text(text, "2026-05-18T00:00").file("main/tin-tuc/sau.html"), "Tuần này") == 1);
}
