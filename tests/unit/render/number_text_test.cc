// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/number_text.h"

#include "tests/support/catch.h"

using namespace congbo;

TEST_CASE("hyphens of documents' numbers are joints; everything else is only escaped", "[render][DOC-01]") {
  const std::string joint = "<span class=\"joint\">-</span>";
  struct Case {
    std::string text, html;
  };
  for (const Case& one :
       std::initializer_list<Case>{{"", ""},
                                   {"Quyết định 44/2024/QĐ-UBND", "Quyết định 44/2024/QĐ" + joint + "UBND"},
                                   {"(191/2014/TTLT-BTC-BTP), 07-CT/TW",
                                    "(191/2014/TTLT" + joint + "BTC" + joint + "BTP), 07" + joint + "CT/TW"},
                                   {"A & <b> - 1/2 -\n3-4 ", "A &amp; &lt;b&gt; - 1/2 -\n3-4 "},
                                   {"QĐ-UBND và/hoặc x-y 5", "QĐ-UBND và/hoặc x-y 5"},
                                   {"https://a.example/2026-1", "https://a.example/2026-1"},
                                   {"chu-tich@tinh.example", "chu-tich@<wbr>tinh.example"},
                                   {"gửi a@b.example 1/-", "gửi a@b.example 1/" + joint},
                                   {"1/-<", "1/" + joint + "&lt;"}}) {
    std::string html;
    render::append_with_numbers(html, one.text);
    CHECK(html == one.html);
  }
}
