// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/csv.h"

#include "generator/formats/content_lines.h"
#include "tests/support/catch.h"

using namespace congbo;
using formats::CsvTable;
using formats::NumberStyle;

namespace {

std::string one_cell(std::string_view text) {
  formats::CsvWriter csv;
  csv.cell(text).end_row();
  return csv.take().substr(3);
}

struct Read {
  CsvTable table;
  std::string found;
};

Read read(std::string_view text, const formats::CsvLimits& limits = {}) {
  Diagnostics found;
  Read result;
  result.table = formats::read_csv(text, "a.csv", limits, found);
  for (const Diagnostic& one : found.all())
    result.found += std::to_string(one.where.line) + ":" + std::to_string(one.where.column) + " " + one.code + "\n";
  return result;
}

}  // namespace

TEST_CASE("cells are quoted when they must be and never run as formulas", "[STA-02][BUD-01]") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", "\r\n"},
      {"Sở Nội vụ", "Sở Nội vụ\r\n"},
      {"a,b", "\"a,b\"\r\n"},
      {"nói «\"có\"»", "\"nói «\"\"có\"\"»\"\r\n"},
      {"hai\ndòng", "\"hai\ndòng\"\r\n"},
      {"=1+1", "\"'=1+1\"\r\n"},
      {"+84 200", "\"'+84 200\"\r\n"},
      {"@SUM(A1)", "\"'@SUM(A1)\"\r\n"},
      {"-cmd|' /C calc'!A0", "\"'-cmd|' /C calc'!A0\"\r\n"},
      {"\tx", "\"'\tx\"\r\n"},
      {"-12.5", "-12.5\r\n"},
      {"-", "\"'-\"\r\n"},
  };
  for (const auto& [text, written] : cases) CHECK(one_cell(text) == written);
  formats::CsvWriter csv;
  csv.cell("a").cell("b").end_row();
  CHECK(csv.take() ==
        "\xEF\xBB\xBF"
        "a,b\r\n");
}

TEST_CASE("tables are read with commas or semicolons, quotes and a byte order mark", "[STA-01][STA-02]") {
  const Read commas = read("\xEF\xBB\xBFTháng,Số\r\n\"1, 2\",\"a \"\"b\"\"\"\r\n\r\n3,\n");
  CHECK(commas.found.empty());
  CHECK(commas.table.header == std::vector<std::string>{"Tháng", "Số"});
  CHECK(commas.table.rows == std::vector<std::vector<std::string>>{{"1, 2", "a \"b\""}, {"3", ""}});
  CHECK(commas.table.numbers == NumberStyle::plain);
  const Read semicolons = read("a;b\n1,5;x");
  CHECK(semicolons.table.rows == std::vector<std::vector<std::string>>{{"1,5", "x"}});
  CHECK(semicolons.table.numbers == NumberStyle::vietnamese);
}

TEST_CASE("mistakes in tables have places and empty the table", "[STA-01]") {
  const std::pair<std::string, std::string> cases[] = {
      {"", "1:1 csv-empty\n"},
      {"a,b\n1\n1,2,3\n", "2:1 csv-row-width\n3:1 csv-row-width\n"},
      {"a,b\n1,\"x\n", "2:3 csv-quote-open\n"},
      {"a,b\n\"x\"y,1\n", "2:4 csv-after-quote\n"},
      {"số,b\n\xC3(,1\n", "2:1 csv-not-utf8\n"},
  };
  for (const auto& [text, found] : cases) {
    const Read result = read(text);
    CHECK(result.found == found);
    CHECK(result.table.empty());
  }
  CHECK(read("a,b\n1,2\n3,4\n", {1000, 1, 5}).found == "3:1 csv-too-long\n");
  CHECK(read("a,b,c\n", {1000, 9, 2}).found == "1:1 csv-too-wide\n");
  CHECK(read("a,b\n1,2\n", {5, 9, 9}).found == "1:1 csv-too-large\n");
  CHECK(read("a\n" + std::string(100, '"')).found.size() < 400);
}

TEST_CASE("quantities are read as the table writes them", "[STA-02]") {
  double value = 0;
  const auto read_as = [&](std::string_view text, NumberStyle style) {
    value = -999;
    return formats::read_quantity(text, style, value) ? value : -1000;
  };
  CHECK(read_as("18402", NumberStyle::plain) == 18402);
  CHECK(read_as("18,402.5", NumberStyle::plain) == 18402.5);
  CHECK(read_as("98.9%", NumberStyle::plain) == 98.9);
  CHECK(read_as("18.402,5", NumberStyle::vietnamese) == 18402.5);
  CHECK(read_as("-3", NumberStyle::vietnamese) == -3);
  for (const std::string_view text : {"", "-", "1.2.3", "1,23.4", "tháng 7", "1e5", "1,2345", "nan", "."})
    CHECK(read_as(text, NumberStyle::plain) == -1000);
}

TEST_CASE("content lines are folded at 75 octets between letters", "[DIR-04][PPL-03]") {
  formats::ContentLines lines;
  std::string words;
  for (int i = 0; i < 60; ++i) words += "ề";
  const std::string text = lines.text("SUMMARY", words).take();
  std::string unfolded;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    CHECK(end - at <= 75);
    unfolded += text.substr(at == 0 ? 0 : at + 1, end - at - (at == 0 ? 0 : 1));
    CHECK((static_cast<unsigned char>(text[at == 0 ? 0 : at + 1]) & 0xC0) != 0x80);
    at = end + 2;
  }
  CHECK(unfolded == "SUMMARY:" + words);
  CHECK(formats::ContentLines().line("A", "b").take() == "A:b\r\n");
}

TEST_CASE("text values of content lines are escaped", "[DIR-04][PPL-03]") {
  CHECK(formats::escape_content_text("a;b,c\\d\ne\r\nf\x01\tg") == "a\\;b\\,c\\\\d\\ne\\nf g");
}
