// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/attachments/extract.h"

#include "generator/attachments/bounds.h"
#include "generator/base/file_system.h"
#include "generator/base/legacy_vietnamese.h"
#include "generator/base/unicode.h"
#include "tests/support/catch.h"
#include "tests/support/office_files.h"

using namespace congbo;
using namespace congbo::attachments;
using congbo::test::docx_of;
using congbo::test::pdf_of;
using congbo::test::zip_of;

namespace {

Text read_demo(const std::string& path) {
  const auto bytes = real_file_system()->read(std::string(CONGBO_SOURCE_DIR) + "/content/" + path);
  REQUIRE(bytes);
  return extract(*kind_of_ending(path.substr(path.rfind('.') + 1)), *bytes);
}

bool says(const Text& text, std::string_view words) {
  for (const Part& part : text.parts)
    if (part.text.find(words) != std::string::npos) return true;
  return false;
}

constexpr const char* sheets_rels =
    R"(<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Target="/xl/worksheets/sheet2.xml"/></Relationships>)";

}  // namespace

TEST_CASE("A PDF is read page by page", "[attachments][SEA-02]") {
  const Text text = read_demo("van-ban/quyet-dinh-33-2026-han-muc-giao-dat/quyet-dinh-33-2026-han-muc-giao-dat.pdf");
  CHECK(text.outcome == Outcome::text);
  CHECK(text.pages >= 2);
  REQUIRE(text.parts.size() == text.pages);
  CHECK(text.parts[1].page == 2);
  CHECK(says(text, "ỦY BAN NHÂN DÂN"));
  CHECK(says(text, "hạn mức"));
  CHECK(says(text, "Xã vùng thấp | 250"));  // cells of a table do not run into each other
}

TEST_CASE("Documents of Word, Writer and Calc are read", "[attachments][SEA-02]") {
  CHECK(says(read_demo("van-ban/quyet-dinh-33-2026-han-muc-giao-dat/quyet-dinh-33-2026-han-muc-giao-dat.docx"),
             "hạn mức"));
  CHECK(says(read_demo("van-ban/huong-dan-930-quy-che-mot-cua/huong-dan-930-quy-che-mot-cua.odt"), "thuộc địa bàn"));
  const Text sheets = read_demo("ngan-sach/du-toan-2025/du-toan.xlsx");
  REQUIRE(!sheets.parts.empty());
  CHECK(!sheets.parts[0].name.empty());
  CHECK(says(sheets, " | "));
}

TEST_CASE("Word: paragraphs, cells, lone spaces; deleted words and second versions are left out", "[attachments]") {
  const Text text = extract(
      Kind::docx,
      docx_of("<w:p><w:r><w:t>Điều</w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r><w:r><w:t>1.</w:t></w:r>"
              "<w:del><w:r><w:delText>bí mật</w:delText></w:r></w:del></w:p>"
              "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p>"
              "</w:tc></w:tr></w:tbl><mc:AlternateContent><mc:Choice><w:t>một</w:t></mc:Choice><mc:Fallback><w:t>hai"
              "</w:t></mc:Fallback></mc:AlternateContent>"));
  REQUIRE(text.parts.size() == 1);
  CHECK(text.parts[0].text == "Điều 1.\nA | B |\nmột");
}

TEST_CASE("Excel: shared and own texts, sheets by name, hidden ones known", "[attachments]") {
  const std::string workbook =
      R"(<workbook><sheets><sheet name="Thu chi" r:id="r1"/><sheet name="Nháp" state="hidden" r:id="r2"/></sheets></workbook>)";
  const Text text = extract(
      Kind::xlsx,
      zip_of(
          {{"xl/workbook.xml", workbook},
           {"xl/_rels/workbook.xml.rels", sheets_rels},
           {"xl/sharedStrings.xml", "<sst><si><t>Tên</t></si><si><r><t>Số </t></r><r><t>tiền</t></r></si></sst>"},
           {"xl/worksheets/sheet1.xml",
            R"(<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c t="inlineStr"><is><t>Xã A</t></is></c><c><v>12</v></c><c t="s"><v>99</v></c></row></sheetData></worksheet>)"},
           {"xl/worksheets/sheet2.xml", "<worksheet><row><c><v>7</v></c></row></worksheet>"}}));
  REQUIRE(text.outcome == Outcome::text);
  REQUIRE(text.parts.size() == 2);
  CHECK(text.parts[0].name == "Thu chi");
  CHECK(text.parts[0].text == "Tên | Số tiền |\nXã A | 12 | |");
  CHECK(text.parts[0].visibility == Visibility::shown);
  CHECK(text.parts[1].visibility == Visibility::hidden);
}

TEST_CASE("PowerPoint: slides in their order", "[attachments]") {
  const auto slide = [](const std::string& words) {
    return "<p:sld><p:cSld><a:p><a:r><a:t>" + words + "</a:t></a:r></a:p></p:cSld></p:sld>";
  };
  const Text text = extract(
      Kind::pptx,
      zip_of(
          {{"ppt/presentation.xml", R"(<p:presentation><p:sldId r:id="b"/><p:sldId r:id="a"/></p:presentation>)"},
           {"ppt/_rels/presentation.xml.rels",
            R"(<Relationships><Relationship Id="a" Target="slides/slide1.xml"/><Relationship Id="b" Target="slides/slide2.xml"/></Relationships>)"},
           {"ppt/slides/slide1.xml", slide("sau")},
           {"ppt/slides/slide2.xml", slide("trước")}}));
  REQUIRE(text.parts.size() == 2);
  CHECK(text.parts[0].text == "trước");
}

TEST_CASE("OpenDocument: sheets and slides by themselves, remarks left out", "[attachments]") {
  const Text sheets = extract(
      Kind::ods,
      zip_of(
          {{"content.xml",
            R"(<office:document-content><office:body><table:table table:name="Thu"><table:table-row><table:table-cell><text:p>Xã</text:p></table:table-cell><table:table-cell><office:annotation><text:p>xem lại</text:p></office:annotation><text:p>A<text:s/>B</text:p></table:table-cell></table:table-row></table:table></office:body></office:document-content>)"}}));
  REQUIRE(sheets.parts.size() == 1);
  CHECK(sheets.parts[0].name == "Thu");
  CHECK(sheets.parts[0].text == "Xã | A B |");
  const Text text = extract(
      Kind::odt,
      zip_of({{"content.xml", "<a><text:p><text:span>Điều</text:span> <text:span>2</text:span></text:p></a>"}}));
  CHECK(says(text, "Điều 2"));
}

TEST_CASE("What cannot be read is told apart: scanned, locked, broken, exploding", "[attachments][SEA-02]") {
  const Text scanned = extract(Kind::pdf, pdf_of({"", ""}));
  CHECK(scanned.outcome == Outcome::no_text);
  CHECK(scanned.pages == 2);
  const Text partly = extract(Kind::pdf, pdf_of({"Chapter one has words", ""}));
  CHECK(partly.outcome == Outcome::text);
  CHECK(partly.scanned == std::vector<std::uint32_t>{2});
  CHECK(extract(Kind::pdf, test::locked_pdf()).outcome == Outcome::encrypted);
  CHECK(extract(Kind::pdf, "%PDF-1.7 no more").outcome == Outcome::broken);
  CHECK(extract(Kind::docx, "PK nothing").outcome == Outcome::broken);
  CHECK(extract(Kind::docx, zip_of({{"word/document.xml", "<w:p><w:t>open"}})).outcome == Outcome::broken);
  CHECK(extract(Kind::docx, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 EncryptedPackage").outcome == Outcome::encrypted);
  CHECK(extract(Kind::docx, zip_of({{"word/document.xml", "x", 0, 1}})).outcome == Outcome::encrypted);
  CHECK(extract(Kind::odt,
                zip_of({{"META-INF/manifest.xml", "<a><manifest:encryption-data/></a>"}, {"content.xml", "x"}}))
            .outcome == Outcome::encrypted);
  CHECK(extract(Kind::docx, zip_of({{"word/document.xml", "x", most_entry_bytes + 1}})).outcome == Outcome::too_large);
  CHECK(extract(Kind::docx, zip_of({{"word/document.xml", "x", 2'000'000}})).outcome == Outcome::too_large);
  CHECK(extract(Kind::docx, zip_of({{"word/document.xml", "x", 200}})).outcome == Outcome::broken);
  std::vector<test::ZipEntry> many(most_entries + 1, {"a", ""});
  for (std::size_t i = 0; i < many.size(); ++i) many[i].name = std::to_string(i);
  CHECK(extract(Kind::docx, zip_of(many)).outcome == Outcome::too_large);
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<w:p>";
  CHECK(extract(Kind::docx, docx_of(deep)).outcome == Outcome::broken);
}

TEST_CASE("Entities of XML do not explode", "[attachments]") {
  const std::string bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
      "<w:p><w:t>&b;&b;</w:t></w:p>";
  CHECK(extract(Kind::docx, zip_of({{"word/document.xml", bomb}})).parts.front().text.size() < 20);
}

TEST_CASE("Old encodings are recognised by their letters, converted and named", "[attachments][ENC-01]") {
  const std::string words =
      "Căn cứ Luật Đất đai ngày mười tám tháng giêng\nỦy ban nhân dân xã thông báo về việc cấp giấy chứng nhận";
  for (const LegacyEncoding encoding : {LegacyEncoding::tcvn3, LegacyEncoding::vni}) {
    const std::optional<std::string> bytes = to_legacy(to_lower(words), encoding);
    REQUIRE(bytes);
    const Text text = extract(Kind::pdf, pdf_of({*bytes}));
    REQUIRE(text.parts.size() == 1);
    CHECK(text.converted == name_of(encoding));
    CHECK(says(text, "thông báo về việc cấp giấy chứng nhận"));
  }
}

TEST_CASE("Lines of a printed page are joined to paragraphs", "[attachments]") {
  CHECK(join_lines("THÔNG BÁO\nVề việc cấp giấy chứng nhận quyền sử dụng đất cho các hộ\ngia đình tại xã.\nĐiều 1") ==
        "THÔNG BÁO\nVề việc cấp giấy chứng nhận quyền sử dụng đất cho các hộ gia đình tại xã.\nĐiều 1");
}

TEST_CASE("What is kept of a text reads back as it was, and nothing else does", "[attachments]") {
  Text text;
  text.pages = 3;
  text.cut = true;
  text.converted = "TCVN3 (ABC)";
  text.scanned = {2, 3};
  text.parts = {{1, "", Visibility::shown, "một\nhai"}, {0, "Trang tính", Visibility::hidden, "ba"}};
  const std::string bytes = to_bytes(text);
  const auto back = from_bytes(bytes);
  REQUIRE(back);
  CHECK(to_bytes(*back) == bytes);
  CHECK(back->parts[1].name == "Trang tính");
  for (std::size_t i = 0; i < bytes.size(); ++i) CHECK(!from_bytes(bytes.substr(0, i)));
  CHECK(!from_bytes(bytes + " "));
  CHECK(!from_bytes("congbo-text 1\n0 99999999999999999999 "));
}
