// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/chart.h"

#include "tests/support/catch.h"

using namespace congbo;
using namespace congbo::render;

namespace {

formats::CsvTable table(std::string_view text) {
  Diagnostics found;
  formats::CsvTable read = formats::read_csv(text, "a.csv", {}, found);
  REQUIRE(found.empty());
  return read;
}

ChartRequest request() {
  return {ChartKind::automatic, "Hồ sơ <mới>",   "hồ sơ",    "vi",       "c1",
          "Biểu đồ cột",        "Biểu đồ đường", "cao nhất", "thấp nhất"};
}

}  // namespace

TEST_CASE("an axis ends at round numbers", "[STA-02]") {
  struct Row {
    double low, high, wanted_low, wanted_high, step;
  };
  for (const Row& row : {Row{0, 21073, 0, 25000, 5000}, Row{0, 100, 0, 100, 20}, Row{0, 0.9, 0, 1, 0.2},
                         Row{-3, 7, -4, 8, 2}, Row{0, 0, 0, 1, 0.2}, Row{0, 1, 0, 1, 0.2}}) {
    const ChartScale scale = chart_scale(row.low, row.high);
    INFO(row.low << " " << row.high);
    CHECK(scale.low == Approx(row.wanted_low).margin(1e-12));
    CHECK(scale.high == Approx(row.wanted_high));
    CHECK(scale.step == Approx(row.step));
  }
}

TEST_CASE("time in the first column is seen", "[STA-02]") {
  for (const char* text : {"2024", "2024-05", "05/2024", "Quý 1/2024", "Tháng 7", "2024-Q1", "Quý IV/2025"})
    CHECK(is_time(text));
  for (const char* text : {"", "Sở Nội vụ", "Tổng 2024", "Q"}) CHECK_FALSE(is_time(text));
}

TEST_CASE("a chart says in words what it shows and tells series apart without colours", "[STA-02][A11Y-01]") {
  const std::string svg = chart_svg(table("Xã,Nam,Nữ\nSuối Lụa,1200,1300.5\nBến Sương,900,\n"), request());
  CHECK(svg.starts_with("<svg "));
  CHECK(svg.find("role=\"img\" aria-labelledby=\"c1-title c1-desc\"") != std::string::npos);
  CHECK(svg.find("<title id=\"c1-title\">Hồ sơ &lt;mới&gt;</title>") != std::string::npos);
  CHECK(svg.find("Biểu đồ cột. Nam: cao nhất 1.200 hồ sơ (Suối Lụa), thấp nhất 900 hồ sơ (Bến Sương).") !=
        std::string::npos);
  CHECK(svg.find(">1.300,5</text>") != std::string::npos);
  CHECK(svg.find(">hồ sơ</text>") != std::string::npos);
  CHECK(svg.find("<pattern id=\"c1-p1\"") != std::string::npos);
  CHECK(svg.find("style=") == std::string::npos);
  CHECK(svg.find("nan") == std::string::npos);
}

TEST_CASE("months and days are written as people write them", "[STA-02]") {
  CHECK(written_time("2026-01") == "01/2026");
  CHECK(written_time("2026-01-07") == "07/01/2026");
  for (const char* text : {"", "2026", "Quý 1/2026", "2026-Q1", "2026/01", "20260-1", "Sở Nội vụ"})
    CHECK(written_time(text) == text);
}

TEST_CASE("numbers over time are lines, told apart by dashes", "[STA-02]") {
  const std::string svg = chart_svg(table("Tháng;A;B\n2026-07;1,5;2\n2026-08;1.000,5;3\n2026-09;2;4\n"), request());
  CHECK(svg.find("Biểu đồ đường.") != std::string::npos);
  CHECK(svg.find("stroke-dasharray=\"8 4\"") != std::string::npos);
  CHECK(svg.find("1.000,5") != std::string::npos);
}

TEST_CASE("a chart is drawn in parts of the room and in letters, so that a phone shows its words as large as others",
          "[STA-02][A11Y-01]") {
  for (const char* text :
       {"Xã,Nam,Nữ\nSuối Lụa,1200,1300.5\nBến Sương,-900,\n", "Tháng;A\n2026-07;1,5\n2026-08;2\n2026-09;3\n"}) {
    const std::string svg = chart_svg(table(text), request());
    CHECK(svg.find("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\" height=\"") == 0);
    CHECK(svg.find("fill=\"currentColor\"") != std::string::npos);
    CHECK(svg.find("font-size") == std::string::npos);
    CHECK(svg.find("class=\"series1\"") != std::string::npos);
  }
}

TEST_CASE("what cannot be drawn is not drawn", "[STA-02]") {
  CHECK(chart_svg(table("a,b\nx,chữ\n"), request()).empty());
  CHECK(chart_svg(table("a\nx\n"), request()).empty());
  CHECK(chart_svg(table("a,b\n"), request()).empty());
  std::string many = "a,b\n";
  for (int i = 0; i < 500; ++i) many += "xã " + std::to_string(i) + "," + std::to_string(i) + "\n";
  CHECK(chart_svg(table(many), request()).empty());
}

TEST_CASE("the table beside a chart has every value of the file", "[STA-02]") {
  const std::string html = chart_table(table("Xã,Số,Tỷ lệ,Ghi chú\n<A>,18402.5,98.9%,x\n"), request());
  CHECK(html.find("<caption>Hồ sơ &lt;mới&gt; (hồ sơ)</caption>") != std::string::npos);
  CHECK(html.find("<th scope=\"row\">&lt;A&gt;</th><td class=\"number\">18.402,5</td><td "
                  "class=\"number\">98,9%</td><td>x</td>") != std::string::npos);
}
