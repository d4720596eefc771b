// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/analyzer.h"

#include <fstream>
#include <sstream>

#include "tests/support/catch.h"

namespace congbo::search {
namespace {

void append_code_point(std::string& out, unsigned c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

std::string unescape(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && text[i + 1] == 'u') {
      append_code_point(plain, static_cast<unsigned>(std::stoul(text.substr(i + 2, 4), nullptr, 16)));
      i += 5;
    } else if (text[i] == '\\' && text[i + 1] == 'n') {
      plain += '\n';
      ++i;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

std::string print_tokens(const std::vector<Token>& tokens) {
  std::string text;
  for (const Token& token : tokens) {
    if (!text.empty()) text += ' ';
    if (token.clause_start) text += "| ";
    text += token.folded;
    if (token.exact != token.folded) text += "=" + token.exact;
  }
  return text;
}

std::string print_numbers(const std::vector<Token>& tokens) {
  std::string text;
  for (const std::string& term : number_terms(tokens)) text += (text.empty() ? "" : " ") + term;
  return text;
}

}  // namespace

TEST_CASE("The analyzer gives what its table says", "[SEA-02][DOC-02]") {
  std::ifstream file(std::string(CONGBO_SOURCE_DIR) + "/tests/tables/analyzer.tsv");
  std::size_t rows = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    REQUIRE(second != std::string::npos);
    const auto tokens = tokenize(unescape(line.substr(first + 1, second - first - 1)));
    INFO(line);
    CHECK((line[0] == 't' ? print_tokens(tokens) : print_numbers(tokens)) == line.substr(second + 1));
    ++rows;
  }
  CHECK(rows > 45);
}

TEST_CASE("Tokens know where they stand in the text", "[SEA-02]") {
  const std::string text = "«Thủ tục» 007";
  const auto tokens = tokenize(text);
  REQUIRE(tokens.size() == 3);
  CHECK(text.substr(tokens[0].begin, tokens[0].end - tokens[0].begin) == "Thủ");
  CHECK(text.substr(tokens[1].begin, tokens[1].end - tokens[1].begin) == "tục");
  CHECK(text.substr(tokens[2].begin, tokens[2].end - tokens[2].begin) == "007");
  CHECK(tokens[2].folded == "7");
}

TEST_CASE("Any bytes are only text to the analyzer", "[SEA-02]") {
  CHECK(tokenize("\xFF\xFE\xC3").empty());
  CHECK(print_tokens(tokenize("a\xC3"
                              "b")) == "| a | b");
  CHECK(print_tokens(tokenize("\xE1\xBB"
                              "c")) == "| c");
  CHECK(print_tokens(tokenize("\xED\xA0\x80x")) == "| x");
  CHECK(print_tokens(tokenize(std::string("a\0b", 3))) == "| a | b");
  std::string bytes;
  for (unsigned seed = 1, i = 0; i < 100'000; ++i)
    bytes += static_cast<char>((seed = seed * 1103515245u + 12345u) >> 16);
  for (const Token& token : tokenize(bytes)) {
    CHECK(token.begin < token.end);
    CHECK(token.end <= bytes.size());
    CHECK(token.folded.size() <= 120);
  }
}

TEST_CASE("A text of megabytes is analyzed whole", "[SEA-02]") {
  std::string text;
  while (text.size() < 4'000'000) text += "Quyết định số 40/2012/QĐ-UBND về thủ tục đất đai. ";
  const auto tokens = tokenize(text);
  CHECK(tokens.size() > 500'000);
  CHECK(number_terms(tokens).size() > 100'000);
  CHECK(tokenize(std::string(1'000'000, 'a')).empty());
}

}  // namespace congbo::search
