// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/sequence_diff.h"

#include <random>
#include <string>

#include "tests/support/catch.h"

using namespace congbo;

namespace {

using Texts = std::vector<std::string_view>;

Texts letters(std::string_view text) {
  Texts all;
  for (std::size_t i = 0; i < text.size(); ++i) all.push_back(text.substr(i, 1));
  return all;
}

// "ab-c+d": kept a b, removed c, added d.
std::string shown(std::string_view old_text, std::string_view new_text, std::size_t most = 100) {
  std::string out;
  for (const ChangeRun& run : sequence_diff(letters(old_text), letters(new_text), most)) {
    if (run.change == Change::removed) out += "-";
    if (run.change == Change::added) out += "+";
    out += (run.change == Change::added ? new_text : old_text).substr(run.begin, run.end - run.begin);
    if (run.change != Change::kept) out += " ";
  }
  return out;
}

}  // namespace

TEST_CASE("a difference is the shortest way from the old to the new", "[CON-01]") {
  CHECK(shown("", "").empty());
  CHECK(shown("abc", "abc") == "abc");
  CHECK(shown("abc", "axc") == "a-b +x c");
  CHECK(shown("abc", "") == "-abc ");
  CHECK(shown("", "abc") == "+abc ");
  CHECK(shown("abcd", "bcde") == "-a bcd+e ");
  CHECK(shown("abcdef", "abXdYf") == "ab-c +X d-e +Y f");
}

TEST_CASE("beyond the bound what differs is replaced as a whole", "[CON-01]") {
  CHECK(shown("a1234b", "a1x3yb", 1) == "a1-234 +x3y b");
}

TEST_CASE("a difference leads from the old text to the new one, for any texts", "[CON-01]") {
  std::mt19937 random(3);
  for (int round = 0; round < 3000; ++round) {
    std::string old_text, new_text;
    for (unsigned i = random() % 14; i > 0; --i) old_text += static_cast<char>('a' + random() % 4);
    for (unsigned i = random() % 14; i > 0; --i) new_text += static_cast<char>('a' + random() % 4);
    const std::size_t most = random() % 20;
    CAPTURE(old_text, new_text, most);
    std::string before, after;
    for (const ChangeRun& run : sequence_diff(letters(old_text), letters(new_text), most)) {
      REQUIRE(run.begin < run.end);
      if (run.change != Change::added) before += old_text.substr(run.begin, run.end - run.begin);
      if (run.change == Change::kept) after += old_text.substr(run.begin, run.end - run.begin);
      if (run.change == Change::added) after += new_text.substr(run.begin, run.end - run.begin);
    }
    CHECK(before == old_text);
    CHECK(after == new_text);
  }
}
