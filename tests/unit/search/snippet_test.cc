// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/snippet.h"

#include "tests/support/catch.h"

namespace congbo::search {
namespace {

QueryPlan plan_for(std::vector<std::string> syllables, std::vector<std::string> pairs = {}) {
  QueryPlan plan;
  for (const std::string& syllable : syllables) plan.syllables.push_back({syllable, 1});
  for (const std::string& pair : pairs) plan.pairs.push_back({pair, 3});
  return plan;
}

std::string make_snippet(std::string_view text, const QueryPlan& plan, std::size_t window = 36) {
  return SnippetMaker(plan).make(text, window);
}

}  // namespace

TEST_CASE("A snippet marks what was asked for, with or without diacritics", "[SEA-02]") {
  CHECK(make_snippet("Thủ tục đất đai.", plan_for({"dat"}, {"thu_tuc"})) == "<mark>Thủ tục đất</mark> đai");
  CHECK(make_snippet("Thủ kho và thủ tục", plan_for({}, {"thu_tuc"})) == "Thủ kho và <mark>thủ tục</mark>");
  CHECK(make_snippet("đất, đất", plan_for({"dat"})) == "<mark>đất</mark>, <mark>đất</mark>");
  CHECK(make_snippet("không có gì", plan_for({"dat"})).empty());
  CHECK(make_snippet("", plan_for({"dat"})).empty());
}

TEST_CASE("A snippet is escaped text", "[SEA-02][SEC-01]") {
  CHECK(make_snippet("<script>alert(1)</script> & đất", plan_for({"dat", "alert"})) ==
        "… <mark>alert</mark>(1)&lt;/script&gt; &amp; <mark>đất</mark>");
  CHECK(beginning_of("a <b>\nc") == "a &lt;b&gt; c");
}

TEST_CASE("A snippet is the densest part and begins with a clause where it can", "[SEA-02]") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "xa ";
  text += "đất. Người dân nộp hồ sơ đất đai tại bộ phận một cửa. ";
  for (int i = 0; i < 100; ++i) text += "xa ";
  const std::string snippet = make_snippet(text, plan_for({"dat", "dai", "ho", "so"}), 20);
  CHECK(snippet.find("Người dân nộp <mark>hồ sơ đất đai</mark> tại bộ phận") != std::string::npos);
  CHECK(snippet.rfind("… ", 0) == 0);
  CHECK(snippet.substr(snippet.size() - 4) == " …");
}

TEST_CASE("A snippet stays short, whatever the text", "[SEA-02]") {
  const std::string gap(5000, '.');
  const std::string snippet = make_snippet("đất " + gap + " đất", plan_for({"dat"}));
  CHECK(snippet == "<mark>đất</mark> …");
  CHECK(make_snippet(std::string(100'000, '<') + " đất", plan_for({"dat"})) == "<mark>đất</mark>");
}

}  // namespace congbo::search
