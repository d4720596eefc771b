// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/source_text.h"

#include "tests/support/catch.h"

using namespace congbo;

namespace {

Place at(int line, int column, int length = 0) {
  return {"a.md", line, column, length};
}

}  // namespace

TEST_CASE("places count lines from one and columns in code points") {
  const SourceText source("a.md", "tin tức\nĐắk Lắk: 1\n\nhết");
  CHECK(source.place(0) == at(1, 1));
  CHECK(source.place(4, 5) == at(1, 5, 3));     // tức: ứ is three bytes
  CHECK(source.place(10) == at(2, 1));          // after "tin tức" (9 bytes) and the line end
  CHECK(source.place(10 + 2) == at(2, 2));      // after Đ
  CHECK(source.place(10 + 2 + 3) == at(2, 3));  // after ắ
  CHECK(source.line(2) == "Đắk Lắk: 1");
  CHECK(source.line(3).empty());
  CHECK(source.line(4) == "hết");
  CHECK(source.line(5).empty());
  CHECK(source.line(0).empty());
  CHECK(source.line(-1).empty());
  CHECK(source.line_count() == 4);
}

TEST_CASE("an offset past the end is the end") {
  const SourceText source("a.md", "một\nhai");
  CHECK(source.place(9999) == at(2, 4));
  CHECK(SourceText("a.md", "").place(0) == at(1, 1));
  CHECK(SourceText("a.md", "a\n").place(2) == at(2, 1));
}

TEST_CASE("what is underlined ends with its line") {
  const SourceText source("a.md", "tiêu đề\nnội dung");
  CHECK(source.place(0, 500) == at(1, 1, 7));
}

TEST_CASE("line ends are LF, CR LF and a CR alone, as the parsers count them") {
  const SourceText source("a.md", "one\r\ntwo\rthree\n\rfour");
  CHECK(source.line_count() == 5);
  CHECK(source.line(1) == "one");
  CHECK(source.line(2) == "two");
  CHECK(source.line(3) == "three");
  CHECK(source.line(4).empty());
  CHECK(source.line(5) == "four");
  CHECK(source.place(5) == at(2, 1));
  CHECK(source.place(4) == at(1, 4));  // within the line end: just after the text
}

TEST_CASE("a column in bytes, as cmark counts, becomes one in code points") {
  const SourceText source("a.md", "# Ủy ban\nĐắk Lắk");
  CHECK(source.place_of_column(1, 3, 3) == at(1, 3, 1));
  CHECK(source.place_of_column(2, 6) == at(2, 3));
  CHECK(source.place_of_column(2, 500) == at(2, 8));
  CHECK(source.place_of_column(0, 0) == at(1, 1));
  CHECK(source.place_of_column(77, 1) == at(2, 1));
}

TEST_CASE("code points are counted whatever the bytes") {
  struct Row {
    std::string text;
    std::size_t count;
  };
  const std::vector<Row> rows = {{"", 0},     {"abc", 3},          {"Đắk", 3},     {"e\u0301", 2},
                                 {"😀", 1},    {"\xFF", 1},         {"a\x80z", 3},  {"\xE1\xBA", 2},
                                 {"\xC4", 1}, {"\xF0\x9F\x98", 3}, {"\xED\xA0", 2}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(count_code_points(row.text) == row.count);
  }
}
