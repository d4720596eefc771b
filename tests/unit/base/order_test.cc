// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "generator/base/unicode.h"
#include "tests/support/catch.h"
#include "tests/support/shared_data.h"

using namespace congbo;
using congbo::test::lines_of;
using congbo::test::shared_data;

namespace {

std::vector<std::string> in_order(std::vector<std::string> texts) {
  std::sort(texts.begin(), texts.end());  // so that the order it came in proves nothing
  std::stable_sort(texts.begin(), texts.end(),
                   [](const std::string& a, const std::string& b) { return collation_key(a) < collation_key(b); });
  return texts;
}

}  // namespace

TEST_CASE("letters come in the order of the alphabet, then tones, then case") {
  const std::vector<std::string> wanted = {"a", "A", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "â", "ấ", "b", "c",
                                           "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n", "o", "ô",
                                           "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"};
  CHECK(in_order(wanted) == wanted);
  const std::vector<std::string> words = {"Cao Bằng", "Cần Thơ", "da", "dạ", "Dung", "Đà Nẵng", "Đồng Tháp",
                                          "ma",       "MA",      "má", "mạ", "mác",  "mạch"};
  CHECK(in_order(words) == words);
}

TEST_CASE("a text in another normal form has the same place") {
  CHECK(collation_key("Đắk") == collation_key("Đa\u0306\u0301k"));
  CHECK(collation_key("ậ") == collation_key("a\u0302\u0323"));
}

TEST_CASE("keys hold no zero byte, whatever the text") {
  for (const std::string& text :
       {std::string(), std::string("a\0b", 3), std::string("\xFF\xFE"), std::string(5000, 'z')})
    CHECK(collation_key(text).find('\0') == std::string::npos);
}

TEST_CASE("the order agrees with published lists") {
  for (const std::string name : {"letters", "provinces", "unit-names", "words"}) {
    const auto text = shared_data("vietnam/collation/" + name + "-sorted.icu-vi.txt");
    if (!text) return;
    const std::vector<std::string> wanted = lines_of(*text);
    CAPTURE(name);
    REQUIRE(wanted.size() > 30);
    const std::vector<std::string> sorted = in_order(wanted);
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i)
      if (collation_key(sorted[i]) != collation_key(wanted[i])) ++wrong;
    CHECK(wrong == 0);
  }
}

TEST_CASE("keys may be made in several threads at once") {
  std::vector<std::string> keys(8);
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < keys.size(); ++i)
      threads.emplace_back([&keys, i] {
        for (int repetition = 0; repetition < 200; ++repetition) keys[i] = collation_key("Ủy ban nhân dân");
      });
  }
  for (const std::string& key : keys) CHECK(key == collation_key("Ủy ban nhân dân"));
}
