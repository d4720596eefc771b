// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/query_plan.h"

#include <map>

#include "tests/support/catch.h"

namespace congbo::search {
namespace {

// An index of 1,000 documents in which every term is in 10, but for those named.
TermStatistics statistics() {
  return {1000, [](const std::string& term) -> std::uint32_t {
            static const std::map<std::string, std::uint32_t> frequencies = {
                {"thu", 600}, {"tuc", 500}, {"cua", 900}, {"va", 800}, {"Bkhong_co", 0}, {"Bmot_lan", 1}, {"khong", 0}};
            const auto found = frequencies.find(term);
            if (found != frequencies.end()) return found->second;
            const bool own_number = term[0] == 'D' && term != "D40-2012qdubnd" && term != "Dvx-12";
            return own_number ? 0 : 10;
          }};
}

std::string plan_text(const std::string& text) {
  const auto plan = plan_query(text, statistics());
  return plan ? to_text(*plan) : plan.error().code;
}

}  // namespace

TEST_CASE("A query becomes the terms its table says", "[SEA-02][DOC-02]") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"", "*"},
      {"  ", "*"},
      {"?!", ""},
      {"thu", "thu"},  // a single syllable stays, however frequent
      {"thủ", "thu Ethu3"},
      {"thủ tục", "Bthu_tuc Ethu3 Etuc5"},  // frequent syllables go, their pair stays
      {"thu tuc dat dai", "Bthu_tuc Btuc_dat Bdat_dai dat dai"},
      {"thủ tục đất đai", "Bthu_tuc Btuc_dat Bdat_dai dat dai"},  // diacritics change nothing from three syllables on
      {"đất, đai", "dat dai Eđât2 Eđai"},                         // no pair over a comma
      {"khong co", "co"},                                         // what no document has is left out
      {"mot lan", "mot lan"},  // a pair in one document of a large index is an accident
      {"cua va", "Bcua_va"},
      {"cua, va", "cua va"},            // nothing but frequent ones: better than no answer
      {"dat dat dat", "Bdat_dat dat"},  // each term once
      {"40/2012/qd-ubnd",
       "N40/2012*3 N40/2012/qd*3 N40/2012/qd-ubnd*3 D40-2012qdubnd*20 B40_2012 B2012_qd Bqd_ubnd 40 2012 qd ubnd"},
      {"số 40/2012QĐUBND", "D40-2012qdubnd*20 Bso_40 B40_2012qdubnd so 40 2012qdubnd"},
      {"\"dat dai\"", "Bdat_dai dat dai + Bdat_dai"},
      {"“đất đai” nông nghiệp", "Bdat_dai Bnong_nghiep dat dai nong nghiep + Bdat_dai"},
      {"\"má\"", "ma Ema2 + Ema2"},
      {"\"a b, c\"", "Ba_b a b c + Ba_b c"},
      {"\"dat dai", "Bdat_dai dat dai"},  // a lone mark means nothing
  };
  for (const auto& [text, expected] : table) {
    INFO(text);
    CHECK(plan_text(text) == expected);
  }
}

TEST_CASE("A query that is too long is refused", "[SEA-02]") {
  std::string syllables;
  for (int i = 0; i < 33; ++i) syllables += "a ";
  CHECK(plan_text(syllables) == "query-too-long");
  CHECK(plan_text(std::string(201, 'a')) == "query-too-long");
  std::string letters;
  for (int i = 0; i < 200; ++i) letters += "ế";
  CHECK(plan_text(letters) != "query-too-long");  // counted in characters, not bytes
}

TEST_CASE("In a small index a pair that one document has counts", "[SEA-02]") {
  const TermStatistics small{50, [](const std::string&) -> std::uint32_t { return 1; }};
  const auto plan = plan_query("mot lan", small);
  REQUIRE(plan);
  CHECK(plan->ranked.front().term == "Bmot_lan");
}

}  // namespace congbo::search
