// SPDX-License-Identifier: GPL-3.0-or-later
// Marks that readers would see as typed, and rows that are not what their author saw.
#include "tests/unit/markdown/cases.h"

namespace congbo::markdown {
namespace {

std::string left(const std::string& place, const std::string& shown, const std::string& corrected) {
  return place + " warning markdown-left-over [" + shown + "] <" + corrected + ">\n";
}

}  // namespace

TEST_CASE("Links and pictures that are none are shown with what was meant", "[LNK-05][MED-02]") {
  check({
      {"![Quầy một cửa](tin-a/ANH MOI.JPG)\n",
       left("1:2", "[Quầy một cửa](tin-a/ANH MOI.JPG)", "![Quầy một cửa](<tin-a/ANH MOI.JPG>)")},
      {"một\n> hai [h](https://a/a b.html) ba\n",
       left("2:7", "[h](https://a/a b.html) ba", "> hai [h](<https://a/a b.html>) ba")},
      {"[h](thu tuc)\n", left("1:1", "[h](thu tuc)", "[h](<thu tuc>)")},
      {"* **[h](thu tuc)** nhé\n", left("1:5", "[h](thu tuc)** nhé", "* **[h](<thu tuc>)** nhé")},
      {"[h](thu tuc \"Tên\")\n", left("1:1", "[h](thu tuc \"Tên\")", "[h](<thu tuc> \"Tên\")")},
      {"|a|b|\n|-|-|\n|[h](thu tuc)|x|\n", left("3:2", "[h](thu tuc)|x|", "|[h](<thu tuc>)|x|")},
      {"xem [g] (https://a.vn) nhé\n", left("1:5", "[g] (https://a.vn) nhé", "xem [g](https://a.vn) nhé")},
      {"[b]() và [a](http://)\n",
       "1:1 error markdown-link-address-empty [b]\n1:10 error markdown-link-address-empty [a]\n"},
      {"[Điều 5] (sửa đổi) \\[h\\](a b.html) `[h](a b.html)` [tới](<a b.html>) [1]\n", ""},
  });
}

TEST_CASE("Headings, lists and bold words without their blank are shown with it", "[A11Y-01]") {
  check({
      {"##Mục dính\n", left("1:1", "##Mục dính", "## Mục dính")},
      {"#Mục dính\n", left("1:1", "#Mục dính", "## Mục dính")},
      {"-gạch một\n-gạch hai\n", left("1:1", "-gạch một", "- gạch một") + left("2:1", "-gạch hai", "- gạch hai")},
      {"•\tMục\n", left("1:1", "•→Mục", "- Mục")},
      {"·  Mục\n", left("1:1", "·  Mục", "- Mục")},
      {"Gồm:\n– Một;\n– Hai.\n", left("2:1", "– Một;", "- Một;") + left("3:1", "– Hai.", "- Hai.")},
      {"** đậm ** thôi\n", left("1:1", "** đậm ** thôi", "**đậm** thôi")},
      {"**đậm **và thôi\n", left("1:1", "**đậm **và thôi", "**đậm** và thôi")},
      {"**đậm **, thôi\n", left("1:1", "**đậm **, thôi", "**đậm**, thôi")},
      {"chưa **đóng\n", left("1:6", "**đóng", "chưa đóng")},
      {"#MayNgan chào đón\n\n-5 độ\n\n– Xin chào\n\n(**) ghi chú \\*\\*a \\- b --c\n\n\\##a\n", ""},
      {"    Thụt vào bốn dấu cách.\n", "1:1 warning markdown-code-indented\n"},
      {"    ls -l\n\n```\nMột đoạn mã\n```\n", ""},
  });
}

TEST_CASE("Rows that lose cells, and tables that are none, are said", "[A11Y-01]") {
  const std::string head = "| a | b |\n|---|---|\n";
  check({
      {head + "| A | 1 | thừa |\n", "3:1 error markdown-table-row-cells [3] [2] <thừa>\n"},
      {head + "| A | 1 | |\n| a\\|b | c |\n", ""},
      {head + "| A |\n", "3:1 warning markdown-table-row-short [1] [2]\n"},
      {head + "| A | B |\nĐoạn văn.\n", "4:1 warning markdown-table-text-row\n"},
      {head + "| A | B |\n\nĐoạn văn.\n", ""},
      {"| Không | gạch |\n| 1 | 2 |\n", "1:1 warning markdown-table-no-rule [| Không | gạch |] <|---|---|>\n"},
      {"| a | b | c |\n|---|---|\n", "1:1 warning markdown-table-no-rule [| a | b | c |] <|---|---|---|>\n"},
      {"Tên\tSố\nBến Sương\t12\n", left("2:10", "→12", "| Bến Sương | 12 |")},
      {"Nơi nhận:\tLưu\n", ""},
      {"Số\t12\tcủa **Sở** ngày.\n", left("1:3", "→12→của **Sở** ngày.", "| Số | 12 | của **Sở** ngày. |")},
  });
}

}  // namespace congbo::markdown
