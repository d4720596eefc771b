// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/spelling.h"

#include <map>
#include <string>

#include "tests/support/catch.h"

namespace congbo::search {
namespace {

// «thủ tục hành chính» is everywhere; «hanh» and «chinh» stand together.
const std::map<std::string, std::uint32_t>& frequencies() {
  static const std::map<std::string, std::uint32_t> all = {
      {"thu", 900},      {"tuc", 500},       {"hanh", 700},        {"chinh", 800}, {"chin", 40},  {"thanh", 650},
      {"Bthu_tuc", 480}, {"Btuc_hanh", 300}, {"Bhanh_chinh", 320}, {"ubnd", 4},    {"dat", 400},  {"dia", 300},
      {"dai", 300},      {"Bdat_dai", 200},  {"Bdat_dia", 6},      {"Eđât2", 390}, {"Eđia5", 280}};
  return all;
}

std::string corrected(const std::string& text, std::uint32_t documents = 2000) {
  const TermStatistics statistics{documents, [](const std::string& term) {
                                    const auto found = frequencies().find(term);
                                    return found == frequencies().end() ? 0u : found->second;
                                  }};
  Lexicon lexicon;
  for (const auto& [term, count] : frequencies())
    if (term[0] != 'B' && term[0] != 'E') lexicon.emplace_back(term, count);
  return corrected_text(text, statistics, lexicon);
}

}  // namespace

TEST_CASE("One edit is a letter more, less, other, or two exchanged", "[SEA-02]") {
  for (const auto& [one, other] :
       {std::pair("thu", "thuc"), {"thuc", "thu"}, {"hanh", "hinh"}, {"tcu", "tuc"}, {"hanh", "ahnh"}})
    CHECK(is_one_edit(one, other));
  for (const auto& [one, other] :
       {std::pair("thu", "thu"), {"thu", "thuoc"}, {"hanh", "nhah"}, {"abcd", "badc"}, {"", "ab"}})
    CHECK_FALSE(is_one_edit(one, other));
}

TEST_CASE("A word no text has becomes the one its neighbours speak for", "[SEA-02]") {
  CHECK(corrected("thu tcu hanh chinh") == "thu tuc hanh chinh");
  CHECK(corrected("Thủ tục hàmh chính") == "Thủ tục hanh chính");
  CHECK(corrected("thu tuc hanh chinh") == "");
}

TEST_CASE("A word is doubted where little was typed and another stands beside its neighbour everywhere", "[SEA-02]") {
  CHECK(corrected("thanh chinh") == "hanh chinh");
  CHECK(corrected("thanh chinh thu tuc") == "");
  CHECK(corrected("chin tuc") == "");  // they never meet, and nothing else is known there
  CHECK(corrected("đất đia") == "đất dai");
  CHECK(corrected("đất địa") == "");
  CHECK(corrected("dat dia") == "");
  CHECK(corrected("đia") == "");
}

TEST_CASE("A repaired question is shown as titles with the same two words write it", "[SEA-02]") {
  const std::string titles = "Vốn dài hạn\nLUẬT ĐẤT ĐAI: thủ tục hành chính\nThuê đất dài hạn";
  CHECK(dressed_text("đất dai", titles) == "đất đai");
  CHECK(dressed_text("đất: thu tuc hanh chinh 2026?", titles) == "đất: thủ tục hành chính 2026?");
  CHECK(dressed_text("thu tuc hanh chinh", titles) == "thu tuc hanh chinh");  // as whoever writes without marks
  CHECK(dressed_text("Thủ tục hanh chính", titles) == "Thủ tục hành chính");
  CHECK(dressed_text("vốn, dai han", titles) == "vốn, dài hạn");
  CHECK(dressed_text("ở dai", titles) == "ở dai");  // no neighbour says with which marks
  CHECK(dressed_text("đất dai", {}) == "đất dai");
}

TEST_CASE("Phrases in quotation marks, numbers and hostile texts are left alone", "[SEA-02]") {
  CHECK(corrected("\"thu tcu hanh\"") == "");
  CHECK(corrected("40 tcu") == "");
  CHECK(corrected("zzzzzzzz qqqqq") == "");
  CHECK(corrected(std::string(5000, 'a')) == "");
  CHECK(corrected(std::string("\xFF\xC3(\0", 4)) == "");
}

}  // namespace congbo::search
