// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "generator/markdown/legal_units.h"
#include "tests/support/shared_data.h"
#include "tests/unit/markdown/rendered.h"

namespace congbo::markdown {
namespace {

Rendered legal(std::string_view text) {
  Options options;
  options.legal_structure = true;
  return rendered(text, options);
}

std::string joined(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += name + " ";
  return text;
}

std::string outline_anchors(const Fragment& fragment) {
  std::string text;
  for (const Heading& heading : fragment.outline) text += std::to_string(heading.level) + ":" + heading.anchor + " ";
  return text;
}

std::string shown(const std::optional<Unit>& unit) {
  constexpr std::string_view kinds[] = {"chapter", "section", "article", "clause", "point"};
  return unit ? std::string(kinds[static_cast<int>(unit->kind)]) + " " + unit->number : "-";
}

}  // namespace

TEST_CASE("Units are recognised by their first words", "[DOC-01]") {
  struct Row {
    std::string words;
    BlockForm form;
    std::string expected;
  };
  const std::vector<Row> rows = {
      {"Điều 5. Phạm vi", BlockForm::plain, "article 5"},
      {"Điều 5.Phạm vi", BlockForm::heading, "article 5"},
      {"ĐIỀU 5: Phạm vi", BlockForm::plain, "article 5"},
      {"Điều 12a. Bổ sung", BlockForm::plain, "article 12a"},
      {"Điều 12đ. Bổ sung", BlockForm::plain, "article 12dd"},
      {"Điều 5 Nghị định này quy định", BlockForm::plain, "-"},
      {"Điều 5 và Điều 6", BlockForm::plain, "-"},
      {"Điều 5, Điều 6", BlockForm::heading, "-"},
      {"Điều 5 - Phạm vi", BlockForm::heading, "article 5"},
      {"Điều 5.2 của", BlockForm::plain, "-"},
      {"Điều kiện kinh doanh", BlockForm::heading, "-"},
      {"Chương II", BlockForm::plain, "chapter ii"},
      {"CHƯƠNG XIV\nQUY ĐỊNH", BlockForm::plain, "chapter xiv"},
      {"Chương 3. Tổ chức", BlockForm::plain, "chapter 3"},
      {"Chương I - QUY ĐỊNH CHUNG", BlockForm::heading, "chapter i"},
      {"Chương I QUY ĐỊNH CHUNG", BlockForm::bold, "chapter i"},
      {"Chương trình", BlockForm::heading, "-"},
      {"Mục 1. Nguyên tắc", BlockForm::plain, "section 1"},
      {"Mục tiêu", BlockForm::heading, "-"},
  };
  for (const Row& row : rows) {
    INFO(row.words);
    CHECK(shown(recognise_title(row.words, row.form)) == row.expected);
  }
  CHECK(shown(recognise_clause("1. Nội dung")) == "clause 1");
  CHECK(shown(recognise_clause("2a. Nội dung")) == "clause 2a");
  CHECK(shown(recognise_clause("2025. Năm")) == "-");
  CHECK(shown(recognise_clause("1.5 triệu")) == "-");
  CHECK(shown(recognise_point("đ) Nội dung")) == "point dd");
  CHECK(shown(recognise_point("d) Nội dung")) == "point d");
  CHECK(shown(recognise_point("ab) Nội dung")) == "-");
}

TEST_CASE("Headings, lists and paragraphs of a decree get lasting addresses", "[DOC-01]") {
  const Rendered result = legal(
      "## Chương I\n\n### QUY ĐỊNH CHUNG\n\n### Mục 1\n\n#### Điều 1. Phạm vi\n\n1. Một:\n\na) A;\n\nd) D;\n\nđ) "
      "Đ.\n\n2. Hai\n   a) A\n   b) B\n\n"
      "#### Điều 2. Đối tượng\n\na) Không có khoản\n\n## Chương II\n\n#### Điều 3. Khác\n\n## Phụ lục\n\n1. Không phải "
      "khoản\n");
  CHECK(joined(result.fragment.anchors) ==
        "chuong-i chuong-i-muc-1 chuong-ii dieu-1 dieu-1-khoan-1 dieu-1-khoan-1-diem-a dieu-1-khoan-1-diem-d "
        "dieu-1-khoan-1-diem-dd dieu-1-khoan-2 dieu-1-khoan-2-diem-a dieu-1-khoan-2-diem-b dieu-2 dieu-2-diem-a dieu-3 "
        "phu-luc "
        "quy-dinh-chung ");
  CHECK(outline_anchors(result.fragment) ==
        "2:chuong-i 3:quy-dinh-chung 3:chuong-i-muc-1 4:dieu-1 4:dieu-2 2:chuong-ii 4:dieu-3 2:phu-luc ");
  CHECK(result.html.find("<li id=\"dieu-1-khoan-1\">") != std::string::npos);
  CHECK(result.html.find("<p id=\"dieu-1-khoan-1-diem-dd\">đ) Đ.</p>") != std::string::npos);
  CHECK(result.html.find("\n<span id=\"dieu-1-khoan-2-diem-b\"></span>b) B") != std::string::npos);
}

TEST_CASE("Units in bold and in plain paragraphs are found too", "[DOC-01]") {
  const Rendered result = legal(
      "**Chương I**\n\n**QUY ĐỊNH CHUNG**\n\n**Điều 1. Phạm vi**\n\n**1.** Một\n\n**a)** A\n\n1a. Một a\n\n**Điều 2.** "
      "Hai\n\n"
      "Điều 3. Ba\n\n- a) bằng gạch đầu dòng\n\nĐiều 3 Nghị định này quy định.\n");
  CHECK(joined(result.fragment.anchors) ==
        "chuong-i dieu-1 dieu-1-khoan-1 dieu-1-khoan-1-diem-a dieu-1-khoan-1a dieu-2 dieu-3 dieu-3-diem-a ");
  CHECK(outline_anchors(result.fragment) == "2:chuong-i 3:dieu-1 3:dieu-2 3:dieu-3 ");
  CHECK(result.html.find("<p id=\"dieu-1\"><strong>Điều 1. Phạm vi</strong></p>") != std::string::npos);
  CHECK(result.html.find("<li id=\"dieu-3-diem-a\">a) bằng") != std::string::npos);
}

TEST_CASE("Quoted amendments bear the address of the unit they stand in and do not move the position", "[DOC-01]") {
  const Rendered result = legal(
      "### Điều 1. Sửa đổi\n\n1. Một:\n\n> **Điều 1. Cũ**\n>\n> 1. Trích\n>\n> a) Điểm\n\n2. Hai\n\n### Điều 1. "
      "Lặp\n\n1. Khoản\n");
  CHECK(joined(result.fragment.anchors) ==
        "dieu-1 dieu-1-2 dieu-1-2-khoan-1 dieu-1-khoan-1 dieu-1-khoan-1-trich-dieu-1 "
        "dieu-1-khoan-1-trich-dieu-1-khoan-1 dieu-1-khoan-1-trich-dieu-1-khoan-1-diem-a dieu-1-khoan-2 ");
  // A quote without a Điều of its own, and one before any.
  CHECK(joined(legal("> **Điều 9. Cũ**\n\n### Điều 1. A\n\n> 4. Khoản cũ\n").fragment.anchors) ==
        "dieu-1 dieu-1-trich-khoan-4 trich-dieu-9 ");
}

TEST_CASE("Lists show the numbers that were written: a khoản may be repealed", "[DOC-01]") {
  CHECK(legal("## Điều 1. A\n\n1. Một\n\n3. Ba\n\n3a. Ba a\n").html.find("<li value=\"3\" id=\"dieu-1-khoan-3\">") !=
        std::string::npos);
  CHECK(rendered("2024. Năm\n2026. Năm nay\n").html ==
        "<ol start=\"2024\">\n<li>Năm</li>\n<li value=\"2026\">Năm nay</li>\n</ol>\n");
  CHECK(rendered("1. a\n2. b\n2. c\n3. d\n").html ==
        "<ol>\n<li>a</li>\n<li>b</li>\n<li value=\"2\">c</li>\n<li>d</li>\n</ol>\n");
  // One number for all asks to be counted.
  CHECK(rendered("1. a\n1. b\n   - x\n1. c\n").html.find("value") == std::string::npos);
  CHECK(joined(legal("## Điều 1. A\n\n1. Một\n1. Hai\n").fragment.anchors) == "dieu-1 dieu-1-khoan-1 dieu-1-khoan-2 ");
}

TEST_CASE("Without legal structure nothing is a unit", "[DOC-01]") {
  const Rendered result = rendered("## Điều 5. Phạm vi\n\n1. Một\n");
  CHECK(joined(result.fragment.anchors) == "dieu-5-pham-vi ");
}

TEST_CASE("Every article of real decrees is in the outline", "[DOC-01]") {
  struct Text {
    std::string path;
    int articles;
  };
  const std::vector<Text> texts = {
      {"thuong-mai-dau-tu-chung-khoan/nghi-dinh-20-2026-nd-cp-co-che-dac-thu-phat-trien-kinh-te-tu-nhan.md", 5},
      {"ngoai-giao/thong-tu-03-2026-tt-bng-phan-cap-tham-quyen-chung-nhan-lanh-su.md", 3},
      {"chinh-phu/278-2026-ND-CP.md", 1},
      {"y-te/thong-tu-18-2026-tt-byt-thuoc-va-nguyen-lieu-phai-kiem-soat-dac-biet.md", 5}};
  for (const Text& text : texts) {
    const std::optional<std::string> file = test::shared_data("content/vn-law/van-ban/" + text.path);
    if (!file) return;
    const Rendered result = legal(file->substr(file->find("\n---\n") + 5));
    INFO(text.path << "\n" << outline_anchors(result.fragment));
    for (int number = 1; number <= text.articles; ++number)
      CHECK(result.fragment.has_anchor("dieu-" + std::to_string(number)));
    CHECK(result.fragment.anchors.size() > result.fragment.outline.size());
    CHECK_FALSE(result.found.has_errors());
  }
}

}  // namespace congbo::markdown
