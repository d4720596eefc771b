// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/unicode.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/shared_data.h"

using namespace congbo;

namespace {

struct Row {
  std::string text, wanted;
};

const std::string long_ascii(100, 'x');

}  // namespace

TEST_CASE("the first byte that is not UTF-8 is found", "[ENC-01]") {
  struct Bad {
    std::string bytes;
    std::size_t at;
  };
  const std::vector<Bad> rows = {
      {"\x80", 0},              // continuation alone
      {"ab\xC3", 2},            // cut short
      {"ab\xE1\xBA", 2},        //
      {"ab\xF0\x9F\x98", 2},    //
      {"\xC0\xAF", 0},          // overlong
      {"\xC1\xBF", 0},          //
      {"\xE0\x80\xAF", 0},      //
      {"\xF0\x80\x80\xAF", 0},  //
      {"\xF0\x8F\xBF\xBF", 0},  //
      {"đ\xED\xA0\x80", 2},     // surrogates
      {"đ\xED\xBF\xBF", 2},     //
      {"\xF4\x90\x80\x80", 0},  // past U+10FFFF
      {"\xF5\x80\x80\x80", 0},  //
      {"\xFE", 0},              //
      {"\xFF", 0},              //
      {"Th\xABng t\xAD", 2},    // TCVN3
      {"\xC3(", 0},             //
      {"\xE2\x28\xA1", 0},      //
      {"\xE2\x82(", 0},         //
      {long_ascii + "\xFF" + long_ascii, 100},
      {long_ascii + "ệ" + long_ascii + "\xBB", 203},
  };
  for (const Bad& row : rows) {
    CAPTURE(row.bytes);
    REQUIRE(first_invalid_utf8(row.bytes));
    CHECK(*first_invalid_utf8(row.bytes) == row.at);
  }
  for (const std::string& good : {std::string(), std::string("Đắk Lắk"), std::string("\0a", 2),
                                  std::string("\xF4\x8F\xBF\xBF"), std::string("\xED\x9F\xBF\xEE\x80\x80"),
                                  std::string("\xC2\x80\xE0\xA0\x80\xF0\x90\x80\x80"), long_ascii + "ệ" + long_ascii}) {
    CAPTURE(good);
    CHECK_FALSE(first_invalid_utf8(good));
  }
}

TEST_CASE("letters that are not precomposed are found and mended", "[ENC-01]") {
  struct Bad {
    std::string text;
    std::size_t at;
    std::string mended;
  };
  const std::vector<Bad> rows = {
      {"e\u0301", 0, "é"},
      {"Đă\u0301k", 2, "Đắk"},
      {"Việt a\u0302\u0301", 7, "Việt ấ"},
      {"ạ\u0302", 0, "ậ"},        // half composed: the dot first, then the circumflex
      {"a\u0302\u0323", 0, "ậ"},  // marks not in canonical order
      {"o\u031B\u0301", 0, "ớ"},
      {long_ascii + "o\u0300", 99 + 1, long_ascii + "ò"},
      {"x\u0340", 0, "x\u0300"},      // tone mark that only ever stands for another
      {"\u212B", 0, "Å"},             // Angstrom sign
      {"\u1100\u1161", 0, "\uAC00"},  // Hangul
      {"ok \xFF"
       "e\u0301",
       4,
       "ok \xFF"
       "é"},  // stray byte before
      {"q\u0301\u0323", 0, "q\u0323\u0301"},
  };
  for (const Bad& row : rows) {
    CAPTURE(row.text);
    REQUIRE(first_not_nfc(row.text));
    CHECK(*first_not_nfc(row.text) == row.at);
    CHECK(to_nfc(row.text) == row.mended);
    CHECK_FALSE(first_not_nfc(row.mended));
  }
}

TEST_CASE("text in normal form is left alone", "[ENC-01]") {
  for (const std::string& good :
       {std::string(), long_ascii, std::string("Ủy ban nhân dân tỉnh Đắk Lắk – «công bố» … 中文 😀"),
        std::string("q\u0323"), std::string("\u0301 mark alone at the start"), std::string("\xFF\u0301"),
        std::string("\xE1\xBA"), std::string("한국어")}) {
    CAPTURE(good);
    CHECK_FALSE(first_not_nfc(good));
    CHECK(to_nfc(good) == good);
  }
}

TEST_CASE("a letter with half a million marks is mended in reasonable time", "[ENC-01]") {
  std::string text = "e";
  for (int i = 0; i < 250000; ++i) text += "\u0301\u0323";
  CHECK(first_not_nfc(text) == std::size_t{0});
  const std::string mended = to_nfc(text);
  CHECK(mended.substr(0, 3) == "ẹ");
  CHECK_FALSE(first_not_nfc(mended));
}

TEST_CASE("folding leaves lower case letters without marks", "[SEA-02]") {
  const std::vector<Row> rows = {
      {"Đắk Lắk", "dak lak"},
      {"ĐẮK LẮK", "dak lak"},
      {"ÁÀẢÃẠĂẮẰẲẴẶÂẤẦẨẪẬ", "aaaaaaaaaaaaaaaaa"},
      {"éèẻẽẹêếềểễệíìỉĩị", "eeeeeeeeeeeiiiii"},
      {"óòỏõọôốồổỗộơớờởỡợ", "ooooooooooooooooo"},
      {"ÚÙỦŨỤƯỨỪỬỮỰÝỲỶỸỴ", "uuuuuuuuuuuyyyyy"},
      {"e\u0302\u0301 e\u0301\u0302 ê\u0301 é\u0302", "e e e e"},  // decomposed and wrongly ordered
      {"o\u031B\u0323 ọ\u031B ợ", "o o o"},
      {"a\u0340a\u0341", "aa"},
      {"ÐÔNG ðông", "dong dong"},
      {"ñ ç ø ł ß æ Œ", "n c o l ss ae oe"},
      {"中文 Ω 😀 – …", "中文 Ω 😀 – …"},
      {"ȺḀ", "Ⱥa"},
      {"", ""},
      {"a\xFF\xC3\xE1\xBA", "a\xFF\xC3\xE1\xBA"},
      {"\xE0\x84\x91\xF0\x9F", "\xE0\x84\x91\xF0\x9F"},  // overlong đ is not đ
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(fold(row.text) == row.wanted);
    CHECK(fold(fold(row.text)) == row.wanted);
  }
}

TEST_CASE("marks are stripped with the case kept") {
  CHECK(strip_marks("Đắk LẮK") == "Dak LAK");
  CHECK(strip_marks("Thừa Thiên Huế") == "Thua Thien Hue");
  CHECK(strip_marks("e\u0301E\u0301") == "eE");
}

TEST_CASE("case is changed by the rules of Unicode, not of the process") {
  CHECK(to_lower("ĐẮK LẮK I") == "đắk lắk i");
  CHECK(to_upper("đắk lắk ß i") == "ĐẮK LẮK SS I");
  CHECK(to_lower("ABC xyz 1") == "abc xyz 1");
  CHECK(to_upper("abc XYZ 1") == "ABC XYZ 1");
  CHECK(to_lower("") == "");
}

TEST_CASE("lists of letters have the Vietnamese headings") {
  const std::vector<Row> rows = {{"An Giang", "A"},
                                 {"ăn", "Ă"},
                                 {"Ấp", "Â"},
                                 {"Đà Nẵng", "Đ"},
                                 {"đắk", "Đ"},
                                 {"Dầu", "D"},
                                 {"Ế", "Ê"},
                                 {"ỷ", "Y"},
                                 {"Ở", "Ơ"},
                                 {"Ứng", "Ư"},
                                 {"«Công báo»", "C"},
                                 {"  \"bản\"", "B"},
                                 {"1 Bảo Lộc", "#"},
                                 {"", "#"},
                                 {"—", "#"},
                                 {"中文", "#"},
                                 {"Wales", "W"},
                                 {"École", "E"},
                                 {"a\u0306\u0301", "Ă"},
                                 {"\xFF", "#"},
                                 {"Ω", "#"},
                                 {"٣", "#"},
                                 {"ø", "O"}};
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(index_letter(row.text) == row.wanted);
  }
  CHECK(index_letter(std::string(100000, '-') + "a") == "#");
}
