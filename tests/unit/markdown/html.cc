// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/unit/markdown/rendered.h"

namespace congbo::markdown {
namespace {

std::string outlined(const Fragment& fragment) {
  std::string text;
  for (const Heading& heading : fragment.outline)
    text += std::to_string(heading.level) + " " + heading.anchor + " " + heading.text + " @" +
            std::to_string(heading.line) + "\n";
  return text;
}

}  // namespace

TEST_CASE("Headings get addresses from their text, each only once", "[A11Y-01]") {
  const Rendered result =
      rendered("## Đối tượng áp dụng\n\n## Đối tượng *áp dụng*\n\n### 1. Điều kiện\n\n## ***\n\n## …\n\n## 部门\n");
  CHECK(outlined(result.fragment) ==
        "2 doi-tuong-ap-dung Đối tượng áp dụng @1\n2 doi-tuong-ap-dung-2 Đối tượng áp dụng @3\n3 1-dieu-kien 1. Điều "
        "kiện @5\n"
        "2 muc-1 *** @7\n2 muc-2 … @9\n2 muc-3 部门 @11\n");
  CHECK(result.html.find("<h2 id=\"doi-tuong-ap-dung-2\">Đối tượng <em>áp dụng</em></h2>\n") != std::string::npos);
  CHECK(result.fragment.has_anchor("1-dieu-kien"));
  CHECK_FALSE(result.fragment.has_anchor("1-dieu"));
}

TEST_CASE("A body that starts with level 1 is moved down as a whole", "[A11Y-01]") {
  const Rendered result = rendered("# Một\n\n## Hai\n\n###### Sáu\n");
  CHECK(outlined(result.fragment) == "2 mot Một @1\n3 hai Hai @3\n6 sau Sáu @5\n");
  CHECK(rendered("> # Trích\n").html == "<blockquote>\n<h2 id=\"trich\">Trích</h2>\n</blockquote>\n");
}

TEST_CASE("Links and images are holes where their address belongs", "[SEC-01]") {
  const Rendered result =
      rendered("Xem [Luật **số** 1](luat.md#dieu-2 \"Tên \\\"x\\\"\") và ![Cầu](a.jpg) <https://x.vn/?a=1&b=2>\n");
  const Fragment& fragment = result.fragment;
  REQUIRE(fragment.holes.size() == 3);
  CHECK(fragment.html ==
        "<p>Xem <a href=\"\" title=\"Tên &quot;x&quot;\">Luật <strong>số</strong> 1</a> và <img src=\"\" alt=\"Cầu\" "
        "loading=\"lazy\"> "
        "<a href=\"\">https://x.vn/?a=1&amp;b=2</a></p>\n");
  CHECK(fragment.html.substr(fragment.holes[0].offset - 9, 10) == "<a href=\"\"");
  CHECK(fragment.html.substr(fragment.holes[1].offset - 10, 11) == "<img src=\"\"");
  CHECK(fragment.holes[0].kind == HoleKind::link);
  CHECK(fragment.holes[0].target == "luat.md#dieu-2");
  CHECK(fragment.holes[0].text == "Luật số 1");
  CHECK(fragment.holes[1].kind == HoleKind::image);
  CHECK(fragment.holes[1].text == "Cầu");
  CHECK(fragment.holes[2].target == "https://x.vn/?a=1&b=2");
  CHECK(fragment.plain_text == "Xem Luật số 1 và Cầu https://x.vn/?a=1&b=2");
}

TEST_CASE("Tables scroll in a box that the keyboard reaches and name their columns", "[A11Y-01][A11Y-02]") {
  const Rendered result = rendered("| Xã | Số |\n|---|--:|\n| Ea Súp | 3 |\n");
  CHECK(result.html ==
        "<div class=\"table-scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Bảng 1\"><table>\n<thead>\n<tr>\n"
        "<th scope=\"col\">Xã</th>\n<th scope=\"col\" class=\"right\">Số</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>Ea "
        "Súp</td>\n"
        "<td class=\"right\">3</td>\n</tr>\n</tbody>\n</table></div>\n");
  CHECK(result.fragment.plain_text == "Xã Số\nEa Súp 3");
}

TEST_CASE("Footnotes lead there and back", "[A11Y-01]") {
  const Rendered result = rendered("Một[^a], hai[^b], lại một[^a].\n\n[^a]: Chú *thích*.\n[^b]: Hai.\n\n## Fn 1\n");
  CHECK(
      result.html ==
      "<p>Một<sup><a class=\"footnote-ref\" role=\"doc-noteref\" href=\"#fn-1\" id=\"fnref-1\" aria-label=\"Chú thích "
      "1\">1</a></sup>, "
      "hai<sup><a class=\"footnote-ref\" role=\"doc-noteref\" href=\"#fn-2\" id=\"fnref-2\" aria-label=\"Chú thích "
      "2\">2</a></sup>, "
      "lại một<sup><a class=\"footnote-ref\" role=\"doc-noteref\" href=\"#fn-1\" id=\"fnref-1-2\" aria-label=\"Chú "
      "thích 1\">1</a></sup>."
      "</p>\n<h2 id=\"fn-1-2\">Fn 1</h2>\n<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Chú "
      "thích\">\n<ol>\n"
      "<li id=\"fn-1\">\n<p>Chú <em>thích</em>. <a class=\"footnote-backref\" role=\"doc-backlink\" href=\"#fnref-1\" "
      "aria-label=\"Quay lại chỗ dẫn chú thích 1\">↩</a> <a class=\"footnote-backref\" role=\"doc-backlink\" "
      "href=\"#fnref-1-2\" "
      "aria-label=\"Quay lại chỗ dẫn chú thích 1-2\">↩</a></p>\n</li>\n<li id=\"fn-2\">\n<p>Hai. <a "
      "class=\"footnote-backref\" "
      "role=\"doc-backlink\" href=\"#fnref-2\" aria-label=\"Quay lại chỗ dẫn chú thích "
      "2\">↩</a></p>\n</li>\n</ol>\n</section>\n");
  CHECK(result.fragment.plain_text == "Một, hai, lại một.\nFn 1\nChú thích.\nHai.");
}

TEST_CASE("Task lists say whether a task is done", "[A11Y-01]") {
  CHECK(rendered("- [x] xong\n- [ ] chưa\n").html ==
        "<ul>\n<li class=\"task\"><input type=\"checkbox\" checked disabled aria-label=\"Đã xong\"> xong</li>\n"
        "<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"Chưa xong\"> chưa</li>\n</ul>\n");
}

TEST_CASE("The words the page adds follow its language", "[LNG-02]") {
  Options options;
  options.language = Language::english;
  const Rendered result = rendered("a[^1]\n\n[^1]: b\n\n:::note warning\nc\n:::\n\n|a|\n|-|\n", options);
  for (const char* words : {"aria-label=\"Footnote 1\"", "Back to reference 1", ">Warning</p>", "\"Table 1\""})
    CHECK(result.html.find(words) != std::string::npos);
}

TEST_CASE("Plain text has a line for each block and no markup", "[SEA-02]") {
  const std::string text =
      "## Mục *đích*\n\nMột\nhai `mã` ~~ba~~\n\n- a\n- b\n  - c\n\n> trích\n\n```\nx < y\n```\n\n![Ảnh cầu](a.jpg)\n";
  CHECK(rendered(text).fragment.plain_text == "Mục đích\nMột hai mã ba\na\nb\nc\ntrích\nx < y\nẢnh cầu");
  Options options;
  options.plain_text = false;
  CHECK(rendered(text, options).fragment.plain_text.empty());
}

TEST_CASE("Components are holes with what the author said", "[SEC-01]") {
  const Rendered result = rendered(
      "Trước\n:::figure cau.jpg\nalt: Cầu mới\n  bắc qua sông\ncaption: Lễ khánh thành\n:::\nSau [đó][x]\n\n"
      ":::gallery\ncaption: Lễ hội\n- a.jpg | Rước kiệu\n- ![Múa lân](b.jpg)\n:::\n[x]: /y\n");
  CHECK(listed(result.found).empty());
  CHECK(result.html == "<p>Trước</p>\n{figure}\n<p>Sau <a href=\"/y\">đó</a></p>\n{gallery}\n");
  REQUIRE(result.fragment.holes.size() == 3);
  const Hole& figure = result.fragment.holes[0];
  CHECK(figure.kind == HoleKind::component);
  CHECK(figure.line == 2);
  CHECK(figure.parameters == std::vector<std::pair<std::string, std::string>>{
                                 {"src", "cau.jpg"}, {"alt", "Cầu mới bắc qua sông"}, {"caption", "Lễ khánh thành"}});
  CHECK(figure.text == "Cầu mới bắc qua sông\nLễ khánh thành");
  CHECK(result.fragment.holes[2].items == std::vector<std::string>{"a.jpg | Rước kiệu", "b.jpg | Múa lân"});
  CHECK(result.fragment.plain_text ==
        "Trước\nCầu mới bắc qua sông\nLễ khánh thành\nSau đó\nLễ hội\nRước kiệu\nMúa lân");
}

TEST_CASE("Notes hold Markdown of the same text", "[SEC-01]") {
  const Rendered result = rendered(
      "- mục\n:::note canh-bao Lưu ý thời hạn\nNộp **trước** [hạn][a].\n\n- một\n:::\nSau[^1]\n\n[a]: /han\n[^1]: "
      "chú\n");
  CHECK(listed(result.found).empty());
  CHECK(
      result.html.find(
          "</ul>\n<div class=\"note note-warning\" role=\"note\">\n<p class=\"note-title\">Lưu ý thời hạn</p>\n<p>Nộp "
          "<strong>trước</strong> <a href=\"/han\">hạn</a>.</p>\n<ul>\n<li>một</li>\n</ul>\n</div>\n<p>Sau<sup>") !=
      std::string::npos);
  CHECK(rendered(":::note\nx\n:::\n").html ==
        "<div class=\"note\" role=\"note\">\n<p class=\"note-title\">Lưu ý</p>\n<p>x</p>\n</div>\n");
}

TEST_CASE("An author cannot write a component's mark", "[SEC-01]") {
  CHECK(rendered("<!--:::-->\n\nchữ\n").html == "<p>chữ</p>\n");
  CHECK(rendered("<!--:::-->\n\n:::contact so-y-te\n:::\n").html == "{contact}\n");
}

}  // namespace congbo::markdown
