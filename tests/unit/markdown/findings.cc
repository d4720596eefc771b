// SPDX-License-Identifier: GPL-3.0-or-later
// Every finding with its place: line and column in code points.
#include "tests/unit/markdown/cases.h"

namespace congbo::markdown {

TEST_CASE("Raw HTML is dropped and reported where it stands; comments are dropped", "[SEC-01][REF-11]") {
  check({
      {"Đây là <b>chữ</b> đậm\n", "1:8 warning markdown-raw-html [<b>]\n"},
      {"một\nhai <i>ba</i>\n", "2:5 warning markdown-raw-html [<i>]\n"},
      {"> một\n> hai <i>ba</i>\n", "2:7 warning markdown-raw-html [<i>]\n"},
      {"chữ\n\n<div class=\"x\">\nnội dung\n</div>\n\nhết\n", "3:1 warning markdown-raw-html [<div]\n"},
      {"<script>alert(1)</script>\n", "1:1 warning markdown-raw-html [<script]\n"},
      {"<!-- ghi chú\nhai dòng -->\n\nchữ <!-- trong dòng --> chữ\n", ""},
      {"<!-- ghi chú --> chữ theo sau\n", "1:1 warning markdown-raw-html [<!--]\n"},
      {"đầu\n\n<!-- quên đóng\n\ncuối\n", "3:1 error markdown-comment-unclosed\n"},
      {"một<br>hai<br/>ba\n", ""},
  });
  CHECK(rendered("Đây là <b>chữ</b> <script>x</script>").html == "<p>Đây là chữ x</p>\n");
  CHECK(rendered("một<br>hai").html == "<p>một<br>\nhai</p>\n");
}

TEST_CASE("Addresses that can run code are refused, their text is kept", "[SEC-01][REF-11]") {
  check({
      {"Mời [xem](javascript:alert(1)) nhé\n", "1:5 error markdown-link-refused [javascript:alert(1)]\n"},
      {"[a](JaVaScRiPt:x)\n", "1:1 error markdown-link-refused [JaVaScRiPt:x]\n"},
      {"[a](java&#10;script:x)\n", "1:1 error markdown-link-refused [java\nscript:x]\n"},
      {"[a](&#1;javascript:x)\n", "1:1 error markdown-link-refused [\x01javascript:x]\n"},
      {"[a](vbscript:x) và [b](file:///etc/passwd)\n",
       "1:1 error markdown-link-refused [vbscript:x]\n1:20 error markdown-link-refused [file:///etc/passwd]\n"},
      {"![ảnh](data:image/png;base64,AAAA)\n", "1:1 error markdown-link-refused [data:image/png;base64,AAAA]\n"},
      {"<javascript:x>\n", "1:1 error markdown-link-refused [javascript:x]\n"},
      {"[tới]: javascript:x\n\nđi [tới]\n", "3:4 error markdown-link-refused [javascript:x]\n"},
      {"[tới]: javascript:x\n[kia]: /b\nđi\nrồi [tới]\n", "4:5 error markdown-link-refused [javascript:x]\n"},
      {"- một\n- hai\n  ba [chữ](data:x)\n", "3:6 error markdown-link-refused [data:x]\n"},
      {"| a | b |\n|---|---|\n| x | đi [chữ](data:x) |\n", "3:10 error markdown-link-refused [data:x]\n"},
      {"chữ [x](data:w)\n| [a](data:x) |\n|---|\n| [b](data:y) |\n",
       "1:5 error markdown-link-refused [data:w]\n2:3 error markdown-link-refused [data:x]\n4:3 error "
       "markdown-link-refused [data:y]\n"},
      {"chữ\n| [a](data:x) |\n|---|\n", "2:3 error markdown-link-refused [data:x]\n"},
      {"ban hành [Quyết định\nsố 5](data:x)\n", "1:10 error markdown-link-refused [data:x]\n"},
      {"Dòng một\\\nhai [a](data:x)\\\nba [b](data:y)\n",
       "2:5 error markdown-link-refused [data:x]\n3:4 error markdown-link-refused [data:y]\n"},
      {"`x\ny` [a](data:x)\n", "2:4 error markdown-link-refused [data:x]\n"},
      {"![mô tả\ndài](data:y) [b](data:x)\n",
       "1:1 error markdown-link-refused [data:y]\n2:14 error markdown-link-refused [data:x]\n"},
      {"[a](https://x.vn/javascript:b) [b](mailto:a@b.vn) [c](data/so-lieu.csv) [d](#javascript:)\n", ""},
  });
  CHECK(rendered("Mời [**xem** tiếp](javascript:x)").html == "<p>Mời <strong>xem</strong> tiếp</p>\n");
}

TEST_CASE("A bare address is placed where it stands", "[SEC-01]") {
  for (const std::string text :
       {"Một dòng\nhai xem ftp://x.y nhé\n", "- một\n- hai ftp://x.y\n", "| a |\n|---|\n| ftp://x.y |\n"}) {
    CAPTURE(text);
    const markdown::Hole hole = rendered(text).fragment.holes.at(0);
    const std::size_t at = text.find("ftp");
    const std::size_t line = text.rfind('\n', at) + 1;
    CHECK(hole.line == std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1);
    CHECK(hole.column == static_cast<int>(at - line) + 1);
  }
}

TEST_CASE("Links need a text that says where they lead", "[A11Y-01]") {
  check({
      {"xem [](/a.html)\n", "1:5 warning markdown-link-text-empty [/a.html]\n"},
      {"xem [Tại đây](/a.html)\n", "1:5 warning markdown-link-text-vague [Tại đây]\n"},
      {"[here](/a) [read more](/b) [xem thêm…](/c)\n",
       "1:1 warning markdown-link-text-vague [here]\n1:12 warning markdown-link-text-vague [read more]\n"},
      {"[**tại đây**.](/a)\n", "1:1 warning markdown-link-text-vague [tại đây.]\n"},
      {"[Quyết định số 12](/a) [![Ảnh lễ hội](b.jpg)](/c)\n", ""},
  });
}

TEST_CASE("Images need alternative text", "[A11Y-01]") {
  check({
      {"ảnh ![](cau.jpg)\n", "1:5 error markdown-image-alt-missing [cau.jpg]\n"},
      {"![Cầu mới](cau.jpg)\n", ""},
      {":::gallery\n- cau.jpg\n:::\n", "2:1 error markdown-image-alt-missing [cau.jpg]\n"},
      {":::gallery\n:::\n", "1:1 error markdown-component-items-missing [gallery]\n"},
  });
}

TEST_CASE("Headings go down one level at a time", "[A11Y-01]") {
  check({
      {"## Một\n\n#### Hai\n", "3:1 warning markdown-heading-skip [4] [2] <###>\n"},
      {"### Một\n", "1:1 warning markdown-heading-skip [3] [1] <##>\n"},
      {"# Một\n\n### Hai\n", "1:1 warning markdown-heading-one\n3:1 warning markdown-heading-skip [4] [2] <##>\n"},
      {"## Một\n\n## \n", "3:1 warning markdown-heading-empty\n"},
      {"## Một\n\n### Hai\n\n## Ba\n\n### Bốn\n", ""},
      {"> #### Trong trích dẫn\n", ""},
  });
}

TEST_CASE("A table names its columns", "[A11Y-01]") {
  check({
      {"chữ\n\n| | |\n|---|---|\n| a | b |\n", "3:1 warning markdown-table-header-empty\n"},
      {"| Năm | |\n|---|---|\n| a | b |\n", ""},
  });
  CHECK(rendered("| | b |\n|---|---|\n| c | d |\n").html.find("<td></td>\n<th scope=\"col\">b</th>") !=
        std::string::npos);
}

TEST_CASE("Directives are checked against the allow-list", "[SEC-01][A11Y-01]") {
  check({
      {":::figur\nsrc: a.jpg\n:::\n", "1:4 error markdown-component-unknown [figur] <figure>\n"},
      {"đầu\n\n:::figure\nsrc: a.jpg\nalt: Cầu\n", "3:1 error markdown-component-unterminated [figure]\n"},
      {":::figure\nsrc: a.jpg\nalt: Cầu\n:::video\nsrc: a.mp4\ntitle: Phim\ncaptions: a.vtt\n:::\n",
       "1:1 error markdown-component-unterminated [figure]\n"},
      {":::figure\nsrc: a.jpg\nalt: Cầu\ncaptoin: x\n:::\n",
       "4:1 error markdown-component-parameter-unknown [figure] [captoin] <caption>\n"},
      {":::figure\nsrc: a.jpg\n:::\n", "1:1 error markdown-component-parameter-missing [figure] [alt]\n"},
      {":::figure\nsrc: a.jpg\nsrc: b.jpg\nalt: Cầu\n:::\n",
       "3:1 error markdown-component-parameter-repeated [figure] [src]\n"},
      {":::figure a.jpg\nalt: Cầu\nchữ thừa\n:::\n", "3:1 error markdown-component-line [figure]\n"},
      {":::video\nsrc: a.mp4\ntitle: Phim\n:::\n",
       "1:1 error markdown-component-parameter-missing [video] [captions]\n"},
      {":::figure javascript:x\nalt: Cầu\n:::\n", "1:1 error markdown-link-refused [javascript:x]\n"},
      {":::note canh-boa\nchữ\n:::\n", "1:1 error markdown-note-kind-unknown [canh-boa] <canh-bao>\n"},
      {":::note\nchữ\n", "1:1 error markdown-component-unterminated [note]\n"},
      {"a\n\n:::\n", "3:1 error markdown-component-end-unexpected\n"},
      {":::note\n:::note\nchữ\n:::\n", "2:1 error markdown-component-nested [1]\n"},
      {"<div>\n:::figure a.jpg\nalt: Cầu\n:::\n",
       "1:1 warning markdown-raw-html [<div]\n2:1 error markdown-component-lost [figure]\n"},
      {":::contact so-y-te\n:::\n", ""},
      {":::map\ntitle: Địa giới\nalt: Bản đồ 30 phường, xã\n:::\n", ""},
      {"```\n:::figur\n```\n\n    :::figur\n\n<!--\n:::figur\n-->\n", ""},
  });
}

TEST_CASE("Places count from the file's first line", "[SEC-01]") {
  Options options;
  options.first_line = 12;
  const Rendered result = rendered("một\n\nđược [x](data:y) [Luật số 1](b.html)\n", options);
  CHECK(listed(result.found) == "14:6 error markdown-link-refused [data:y]\n");
  REQUIRE(result.fragment.holes.size() == 1);
  CHECK(result.fragment.holes[0].line == 14);
  CHECK(result.fragment.holes[0].column == 18);
  CHECK(result.fragment.holes[0].text == "Luật số 1");
}

TEST_CASE("A text with very many mistakes reports the first of them", "[SEC-01]") {
  const Rendered result = rendered(repeated("[a](data:x) <b> ", 200'000));
  CHECK(result.found.error_count() == 200);
  CHECK(result.found.warning_count() == 200);
}

}  // namespace congbo::markdown
