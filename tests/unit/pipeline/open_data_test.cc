// SPDX-License-Identifier: GPL-3.0-or-later
// Open data, calendars and cards of whole sites.
#include "generator/formats/csv.h"
#include "generator/formats/json.h"
#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

constexpr std::string_view small_portal = R"(
-- content/_site/types/report.yaml --
id: report
label: {vi: Báo cáo, en: Report}
fields:
  kind: {kind: choice, choices: [a, b], label: {vi: Loại, en: Kind}}
  amount: {kind: number, label: {vi: Số tiền, en: Amount}}
  url: {kind: text, label: {vi: Địa chỉ, en: Address}}
  basis: {kind: list, label: {vi: Căn cứ, en: Basis}, item: {kind: reference}}
  term:
    kind: object
    label: {vi: Kỳ, en: Term}
    fields:
      from: {kind: date, label: {vi: Từ, en: From}}
      about: {kind: reference, label: {vi: Về, en: About}}
-- content/tin-tuc/a.md --
---
title: "=Bài, một"
type: report
unit: van-phong
date: 2026-05-01
kind: a
amount: -12.50
url: "+84"
basis: [tin-tuc/an, Luật Đất đai]
term: {from: 2026-01-01, about: tin-tuc/an}
---
-- content/tin-tuc/an.md --
---
title: CHƯA-ĐĂNG
type: report
unit: van-phong
date: 2026-05-01
release_at: 2027-01-01T00:00
---
-- content/lich/_index.md --
---
title: Lịch
---
-- content/lich/tuan-1.md --
---
title: Lịch tuần
type: schedule
kind: leaders
unit: van-phong
starts_on: 2026-05-04
ends_on: 2026-05-10
entries:
  - {at: 2026-05-04T08:00, until: 2026-05-04T09:00, leader: Chủ tịch, content: "Họp, giao ban", place: Phòng 1}
  - {at: 2026-05-04T08:00, content: Tiếp dân}
---
-- content/danh-ba/_index.md --
---
title: Danh bạ
---
-- content/danh-ba/an.md --
---
title: Người mẫu
type: contact
unit: van-phong
position: Chuyên viên
phone: "0000 000 001"
email: mau@tinh.example.gov.vn
---
)";

}  // namespace

TEST_CASE("open data says what is public of each type, and nothing else", "[CAT-12][USE-01][BUD-01]") {
  const BuiltSite built = site_from_text(small_portal);
  const std::string csv = built.file("main/du-lieu-mo/report.csv");
  Diagnostics found;
  const formats::CsvTable table = formats::read_csv(csv, "report.csv", {}, found);
  REQUIRE(found.empty());
  REQUIRE(table.rows.size() == 1);
  std::map<std::string, std::string> row;
  for (std::size_t i = 0; i < table.header.size(); ++i) row[table.header[i]] = table.rows[0][i];
  CHECK(row["title"] == "'=Bài, một");
  CHECK(row["amount"] == "-12.50");
  CHECK(row["own.url"] == "'+84");
  CHECK(row["unit_name"] == "Văn phòng");
  CHECK(row["basis"] == "Luật Đất đai");
  CHECK(row["term.from"] == "2026-01-01");
  CHECK(row["term.about"].empty());
  const std::string json = built.file("main/du-lieu-mo/report.json");
  const auto tree = formats::parse_json(json, "report.json");
  REQUIRE(tree);
  REQUIRE(tree->find("items")->items.size() == 1);
  const formats::JsonNode& item = tree->find("items")->items[0];
  CHECK(item.text_of("amount") == "-12.50");
  CHECK(item.text_of("kind") == "a");
  REQUIRE(item.find("basis")->items.size() == 1);
  CHECK(item.find("term")->find("about") == nullptr);
  for (const auto& [path, bytes] : built.all()) {
    INFO(path);
    CHECK(bytes.find("CHƯA-ĐĂNG") == std::string::npos);
    if (path.find("/du-lieu-mo") != std::string::npos) CHECK(bytes.find("tin-tuc/an") == std::string::npos);
  }
}

TEST_CASE("each table has a schema with the very columns of the table, their types and terms", "[ENC-04]") {
  const BuiltSite built = site_from_text(small_portal);
  const auto schema = formats::parse_json(built.file("main/du-lieu-mo/report.schema.json"), "s");
  REQUIRE(schema);
  std::string names;
  for (const auto& field : schema->find("fields")->items)
    names += (names.empty() ? "" : ",") + field.find("name")->text;
  const std::string csv = built.file("main/du-lieu-mo/report.csv");
  CHECK(csv.substr(3, csv.find_first_of("\r\n") - 3) == names);
  const auto described = [&](std::string_view name) {
    for (const auto& field : schema->find("fields")->items)
      if (field.find("name")->text == name) {
        std::string text = field.find("type")->text;
        if (const auto* title = field.find("title")) text += " " + title->text;
        if (const auto* limits = field.find("constraints"))
          for (const auto& term : limits->find("enum")->items) text += " " + term.text;
        return text;
      }
    return std::string("(none)");
  };
  CHECK(described("url") == "string");
  CHECK(described("amount") == "number Số tiền");
  CHECK(described("kind") == "string Loại a b");
  CHECK(described("kind_name") == "string Loại");
  CHECK(described("basis") == "string Căn cứ");
  CHECK(described("term.from") == "date Kỳ: Từ");
}

TEST_CASE("each set has a dictionary, a place in the catalogue and on the page the footer links to",
          "[USE-01][USE-02][USE-03]") {
  const BuiltSite built = site_from_text(small_portal);
  const std::string dictionary = built.file("main/du-lieu-mo/report.dictionary.json");
  REQUIRE(formats::parse_json(dictionary, "d"));
  CHECK(dictionary.find("\"vi\": \"Số tiền\"") != std::string::npos);
  CHECK(dictionary.find("/du-lieu-mo/report.schema.json\"") != std::string::npos);
  CHECK(dictionary.find("\"kind_name\"") != std::string::npos);
  const std::string catalogue = built.file("main/du-lieu-mo/catalog.jsonld");
  REQUIRE(formats::parse_json(catalogue, "c"));
  CHECK(catalogue.find("https://tinh.example.gov.vn/du-lieu-mo/report.csv") != std::string::npos);
  CHECK(catalogue.find("phải ghi rõ nguồn «Cổng tỉnh»") != std::string::npos);
  const std::string page = built.file("main/du-lieu-mo.html");
  CHECK(page.find("/du-lieu-mo/report.json") != std::string::npos);
  CHECK(page.find("phải ghi rõ nguồn «Cổng tỉnh»") != std::string::npos);
  CHECK(built.file("main/tin-tuc/a.html").find("href=\"/du-lieu-mo.html\"") != std::string::npos);
}

TEST_CASE("a schedule has a calendar beside it and one to subscribe to", "[DIR-04][DIR-05]") {
  const BuiltSite built = site_from_text(small_portal);
  const std::string calendar = built.file("main/lich/tuan-1.ics");
  CHECK(calendar.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  CHECK(calendar.find("DTSTART;TZID=Asia/Ho_Chi_Minh:20260504T080000\r\nDTEND;TZID=Asia/Ho_Chi_Minh:20260504T090000\r\n"
                      "SUMMARY:Chủ tịch: Họp\\, giao ban\r\nLOCATION:Phòng 1\r\n") != std::string::npos);
  CHECK(calendar.find("lich/tuan-1#20260504T080000\r\n") != std::string::npos);
  CHECK(calendar.find("lich/tuan-1#20260504T080000-2\r\n") != std::string::npos);
  CHECK(calendar.find("DTSTAMP:20260503T170000Z") != std::string::npos);
  const std::string all = built.file("main/du-lieu-mo/lich-leaders.ics");
  CHECK(all.find("SUMMARY:Tiếp dân\r\n") != std::string::npos);
  const BuiltSite later = site_from_text(small_portal, "2026-09-01T08:00");
  CHECK(later.file("main/du-lieu-mo/lich-leaders.ics") == all);
}

TEST_CASE("contacts have cards, one by one and all together", "[PPL-01][PPL-02][PPL-03]") {
  const BuiltSite built = site_from_text(small_portal);
  const std::string card = built.file("main/danh-ba/an.vcf");
  CHECK(card.starts_with("BEGIN:VCARD\r\nVERSION:4.0\r\n"));
  for (const std::string_view line :
       {"\r\nFN:Người mẫu\r\n", "\r\nORG:Ủy ban;Văn phòng\r\n", "\r\nTITLE:Chuyên viên\r\n",
        "\r\nTEL;TYPE=\"work,voice\":0000 000 001\r\n", "\r\nEMAIL;TYPE=work:mau@tinh.example.gov.vn\r\n"})
    CHECK(card.find(line) != std::string::npos);
  CHECK(built.file("main/du-lieu-mo/danh-ba.vcf") == card);
}
