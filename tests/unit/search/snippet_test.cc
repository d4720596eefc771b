// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/snippet.h"

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "generator/base/utf8.h"
#include "tests/support/catch.h"

namespace congbo::search {
namespace {

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text == "-" ? "" : text);
  return {std::istream_iterator<std::string>(stream), {}};
}

// Without repetitions "{2 a}" and escapes "\\n", "\\u0301".
std::string expanded(const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t space = text.find(' ', i), end = text.find('}', i);
    if (text[i] == '{') {
      for (int times = std::stoi(text.substr(i + 1)); times > 0; --times)
        all += text.substr(space + 1, end - space - 1);
      i = end;
    } else if (text.compare(i, 2, "\\n") == 0) {
      all += '\n';
      ++i;
    } else if (text.compare(i, 2, "\\u") == 0) {
      append_utf8(all, static_cast<char32_t>(std::stoul(text.substr(i + 2, 4), nullptr, 16)));
      i += 5;
    } else {
      all += text[i];
    }
  }
  return all == "-" ? "" : all;
}

}  // namespace

TEST_CASE("Snippets are what their table says: the densest part, marked with or without diacritics, escaped, short",
          "[SEA-02][SEC-01]") {
  std::ifstream file(std::string(CONGBO_SOURCE_DIR) + "/tests/tables/snippets.tsv");
  std::size_t rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line[0] == '#') continue;
    std::vector<std::string> columns(1);
    for (const char c : line) {
      if (c == '\t')
        columns.emplace_back();
      else
        columns.back() += c;
    }
    REQUIRE(columns.size() == 4);
    QueryPlan plan;
    for (const std::string& syllable : words_of(columns[0])) plan.syllables.push_back({syllable, 1});
    for (const std::string& pair : words_of(columns[1])) plan.pairs.push_back({pair, 3});
    const bool whole = plan.syllables.empty() && plan.pairs.empty();
    const std::string text = expanded(columns[2]);
    INFO(line);
    CHECK((whole ? beginning_of(text) : SnippetMaker(plan).make(text)) == (columns[3] == "-" ? "" : columns[3]));
    ++rows;
  }
  CHECK(rows > 20);
}

}  // namespace congbo::search
