// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>

#include "generator/check/personal_numbers.h"
#include "tests/unit/check/checked_site.h"

using namespace congbo;
using test::CheckedSite;
using test::Lines;

TEST_CASE("numbers of identity cards are found by structure and words before them", "[PII-01][PII-03]") {
  struct Case {
    const char* text;
    const char* digits;  // empty: none
  };
  const std::vector<Case> cases = {
      {"Số CCCD: 001090012345.", "001090012345"},
      {"số căn cước công dân 040 090 012 345 cấp ngày", "040090012345"},
      {"Số định danh cá nhân: 0960.9001.2345", "096090012345"},
      {"CMND/CCCD số 001-290-012-345", "001290012345"},
      {"Căn cước: **001090012345**", "001090012345"},
      {"CCCD cấp ngày 01 001090012345", "001090012345"},
      {"Mã hồ sơ 001090012345", ""},            // no words
      {"CCCD: 099090012345", ""},               // no such province
      {"CCCD: 001490012345", ""},               // no such century
      {"CCCD: 0010900123456", ""},              // thirteen digits
      {"CCCD: 00109001234", ""},                // eleven
      {"CCCD: A001090012345", ""},              // part of a code
      {"CCCD: /001090012345/x", ""},            // part of an address
      {"CCCD bị mất.\n\nMã 001090012345", ""},  // another paragraph
      {"", ""},
  };
  for (const Case& one : cases) {
    const auto found = check::find_personal_numbers(one.text);
    INFO(one.text);
    CHECK(found.size() == (*one.digits ? 1 : 0));
    if (!found.empty()) CHECK(found[0].digits == one.digits);
  }
}

TEST_CASE("a number is found wherever it stands", "[PII-01]") {
  for (std::size_t before = 0; before < 30; ++before)
    for (const std::string number : {"001090012345", "001 090 012 345", "0010.9001.2345"}) {
      const std::string text = "CCCD" + std::string(before, '.') + " " + number + "x" + " ";
      const std::string good = "CCCD" + std::string(before, '.') + " " + number + " x";
      CHECK(check::find_personal_numbers(text).empty());
      REQUIRE(check::find_personal_numbers(good).size() == 1);
      CHECK(check::find_personal_numbers(good)[0].offset == 5 + before);
    }
}

TEST_CASE("a personal number is a warning at its place, and never printed whole", "[PII-01]") {
  CheckedSite site;
  site.add("content/a.md");
  site.text("content/a.md", "---\ntitle: Thông báo\n---\nÔng A, số căn cước 001090012345, trú tại …\n");
  CHECK(site.findings("personal-numbers") == Lines{"content/a.md:4:20 warning personal-number [001*********]"});
}

TEST_CASE("numbers in the front matter are found as well", "[PII-01]") {
  CheckedSite site;
  site.add("content/a.md").summary = "CCCD 001090012345";
  site.files["content/a.md"] = "---\nsummary: CCCD 001090012345\n---\n";
  CHECK(site.findings("personal-numbers") == Lines{"content/a.md:2:15 warning personal-number [001*********]"});
}

TEST_CASE("a mark of secrecy on a line of its own stops publication", "[REF-08][REF-04][SRC-05]") {
  CheckedSite site;
  site.add("content/a.md").body_line = 4;
  site.text("content/a.md",
            "---\ntitle: MẬT\n---\n  **TỐI MẬT**\n\nSố: 12/BC-UBND\n\n> MẬT\n\n_LƯU HÀNH NỘI BỘ_\nTUYỆT MẬT  \r\n");
  CHECK(site.findings("secret-marks") == Lines{"content/a.md:4:5 error secret-mark [TỐI MẬT]",
                                               "content/a.md:8:3 error secret-mark [MẬT]",
                                               "content/a.md:10:2 error secret-mark [LƯU HÀNH NỘI BỘ]",
                                               "content/a.md:11:1 error secret-mark [TUYỆT MẬT]"});
}

TEST_CASE("words about secrecy are no marks", "[REF-08]") {
  CheckedSite site;
  site.add("content/a.md");
  site.text("content/a.md",
            "Độ MẬT của tài liệu gồm ba mức: MẬT, TỐI MẬT, TUYỆT MẬT.\nbảo mật\nMật\nMẬT ONG\n- MẬT\n| MẬT | TỐI MẬT "
            "|\n«MẬT»\n");
  CHECK(site.findings("secret-marks").empty());
}

TEST_CASE("a megabyte of digits answers at once", "[PII-01]") {
  const auto start = std::chrono::steady_clock::now();
  CHECK(check::find_personal_numbers(std::string(1'000'000, '1')).empty());
  std::string groups = "CCCD ";
  while (groups.size() < 1'000'000) groups += "001 090 ";
  check::find_personal_numbers(groups);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  CHECK(taken.count() < 5);
}
