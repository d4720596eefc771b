// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/wording.h"

#include "tests/support/catch.h"

using namespace congbo;
using namespace congbo::record;

TEST_CASE("a day is written as the page's language writes it", "[LNG-01][LNG-02][LNG-03]") {
  const Date day{2024, 3, 4};
  CHECK(date_text(day, "vi") == "04/3/2024");
  CHECK(date_text(day, "en") == "4 March 2024");
  CHECK(date_text(day, "zh") == "2024年3月4日");
  CHECK(date_text(day, "km") == "2024-03-04");
  CHECK(date_text(Date{2024, 12, 31}, "en") == "31 December 2024");
}

TEST_CASE("a time is written with its day", "[LNG-01]") {
  const Instant moment = *parse_instant("2024-03-04T09:30");
  CHECK(date_text(moment, "vi") == "09:30, 04/3/2024");
  CHECK(date_text(moment, "en") == "4 March 2024, 09:30");
  CHECK(date_text(moment, "zh") == "2024年3月4日 09:30");
  CHECK(date_text(moment, "lo") == "2024-03-04 09:30");
}

TEST_CASE("numbers are grouped by language, and only when they are numbers", "[LNG-01]") {
  struct Row {
    const char *written, *language, *text;
  };
  const Row rows[] = {
      {"1234567.5", "vi", "1.234.567,5"},
      {"1234567.5", "en", "1,234,567.5"},
      {"999", "vi", "999"},
      {"1000", "vi", "1.000"},
      {"-12345", "vi", "-12.345"},
      {"0", "vi", "0"},
      {"0.25", "vi", "0,25"},
      {"1.50", "vi", "1,50"},
      {"007", "vi", "007"},
      {"1e5", "vi", "1e5"},
      {"12.", "vi", "12."},
      {".5", "vi", ".5"},
      {"", "vi", ""},
      {"-", "vi", "-"},
      {"1234", "km", "1234"},
      {"1.234.567", "vi", "1.234.567"},
      {"1234", "zh", "1,234"},
  };
  for (const Row& row : rows) {
    INFO(row.written << " in " << row.language);
    CHECK(number_text(row.written, row.language) == row.text);
  }
}

namespace {
std::size_t code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}
}  // namespace

TEST_CASE("a long text is cut at a space and marked", "[ENC-04]") {
  CHECK(shorten("Ngắn thôi", 200) == "Ngắn thôi");
  CHECK(shorten("  hai\n\ndòng\t một ", 200) == "hai dòng một");
  CHECK(shorten("một hai ba bốn", 14) == "một hai ba bốn");
  CHECK(shorten("một hai ba bốn", 13) == "một hai ba…");
  CHECK(shorten("một hai, ba bốn", 11) == "một hai…");
  CHECK(shorten("", 10).empty());
}

TEST_CASE("a shortened text never passes the limit and never splits a character", "[ENC-01]") {
  std::string vietnamese, chinese = "标题 ";
  for (int i = 0; i < 300; ++i) vietnamese += i % 7 ? "nghị định " : "Ủy-ban-nhân-dân ";
  for (int i = 0; i < 300; ++i) chinese += "政府公布";
  for (const std::size_t limit : {2u, 3u, 10u, 50u, 199u, 200u, 201u}) {
    for (const std::string& text : {vietnamese, chinese}) {
      const std::string cut = shorten(text, limit);
      INFO(cut);
      CHECK(code_points(cut) <= limit);
      CHECK(code_points(cut) * 3 >= limit);
      CHECK(cut.ends_with("…"));
      CHECK_FALSE(cut.find("\xEF\xBF\xBD") != std::string::npos);
    }
  }
  CHECK(shorten("\xC3", 5) ==
        "\xC3");  // broken bytes are another stage's business; they only must not run past the end
}

TEST_CASE("files are named and typed by their path", "[DOC-06]") {
  CHECK(file_name("content/a/bieu-mau.docx") == "bieu-mau.docx");
  CHECK(file_type("content/a/bieu-mau.docx") == "DOCX");
  CHECK(file_type("content/a.b/bieu-mau") == "");
  CHECK(file_type("content/a/.pdf") == "");
  CHECK(file_type("content/a/x.toolongending") == "");
  CHECK(file_type("content/a/x.PDF") == "PDF");
}
