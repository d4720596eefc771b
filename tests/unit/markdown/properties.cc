// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>
#include <thread>

#include "generator/markdown/utf8_gate.h"
#include "tests/support/catch.h"
#include "tests/unit/markdown/invariants.h"
#include "tests/unit/markdown/rendered.h"

namespace congbo::markdown {
namespace {

// Pieces that meet each other in odd ways, and bytes that are no text at all.
const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = {"[",
                                               "]",
                                               "(",
                                               ")",
                                               "!",
                                               "*",
                                               "**",
                                               "_",
                                               "~",
                                               "~~",
                                               "`",
                                               "```\n",
                                               "<b>",
                                               "</b>",
                                               "<",
                                               ">",
                                               "> ",
                                               "- ",
                                               "1. ",
                                               "a) ",
                                               "đ) ",
                                               "|",
                                               "|-|-|\n",
                                               "\n",
                                               "\n\n",
                                               "  ",
                                               "\t",
                                               "\r",
                                               "#",
                                               "## ",
                                               ":",
                                               ":::",
                                               ":::figure\n",
                                               ":::note\n",
                                               ":::\n",
                                               "alt: x\n",
                                               "src: a.jpg\n",
                                               "[^1]",
                                               "[^1]: chú\n",
                                               "[x]: /y\n",
                                               "[x]",
                                               "[ ] ",
                                               "Điều 1. ",
                                               "Chương II ",
                                               "Mục 3. ",
                                               "**Điều 2.** ",
                                               "chữ",
                                               "ạ",
                                               "a",
                                               "https://x.vn/",
                                               "www.x.vn",
                                               "a@b.vn",
                                               "javascript:x",
                                               "&lt;",
                                               "&#0;",
                                               "\\",
                                               "<!--",
                                               "-->",
                                               "<!--:::-->",
                                               "<script>",
                                               "\"",
                                               "'",
                                               "\xff",
                                               "\xe1\xba",
                                               "\xf0\x9f\x98\x80",
                                               std::string(1, '\0'),
                                               "---\n",
                                               "===\n",
                                               "<a@b.vn>",
                                               "![x](y)"};
  return all;
}

std::string random_text(std::mt19937& random) {
  std::string text;
  const std::size_t count = random() % 60;
  for (std::size_t piece = 0; piece < count; ++piece) text += pieces()[random() % pieces().size()];
  return text;
}

std::string random_bytes(std::mt19937& random) {
  std::string text(random() % 400, ' ');
  for (char& byte : text) byte = static_cast<char>(random() % 256);
  return text;
}

}  // namespace

TEST_CASE("Any bytes give well-formed HTML with ordered holes and unique anchors", "[SEC-01]") {
  std::mt19937 random(20260101);
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = round % 4 == 0 ? random_bytes(random) : random_text(random);
    Options options;
    options.legal_structure = round % 2 == 0;
    options.first_line = 1 + round % 9;
    const Rendered result = rendered(text, options);
    const std::string broken = broken_promise(result.fragment, text.size());
    if (!broken.empty()) {
      INFO(text);
      FAIL_CHECK(broken);
    }
    for (const Diagnostic& one : result.found.all())
      if (one.where.line < options.first_line || one.where.column < 1)
        FAIL_CHECK("no place: " + one.code + "\n" + text);
  }
}

TEST_CASE("The quick check of UTF-8 agrees with the exact one", "[ENC-01]") {
  std::mt19937 random(7);
  const std::vector<std::string> edges = {"",
                                          "\x7f",
                                          "\xc1\xbf",
                                          "\xc2\x80",
                                          "\xe0\x9f\xbf",
                                          "\xe0\xa0\x80",
                                          "\xed\x9f\xbf",
                                          "\xed\xa0\x80",
                                          "\xef\xbf\xbf",
                                          "\xf0\x8f\xbf\xbf",
                                          "\xf0\x90\x80\x80",
                                          "\xf4\x8f\xbf\xbf",
                                          "\xf4\x90\x80\x80",
                                          "\xf5\x80\x80\x80",
                                          "\x80",
                                          "\xc2",
                                          "\xe1\xba",
                                          "\xf1\x80\x80",
                                          "a\xe1\xba\xa1"
                                          "b"};
  for (const std::string& text : edges) {
    CHECK(is_well_formed(text) == !first_invalid_utf8(text));
    CHECK(is_well_formed(text + "a") == !first_invalid_utf8(text + "a"));
  }
  for (int round = 0; round < 20'000; ++round) {
    const std::string text = round % 2 == 0 ? random_bytes(random).substr(0, 4) : random_text(random);
    if (is_well_formed(text) == first_invalid_utf8(text).has_value()) FAIL_CHECK(text);
  }
}

TEST_CASE("Threads do not disturb each other", "[SEC-01]") {
  const std::string text =
      "~~một~~ www.x.vn https://y.vn a@b.vn | [^1]\n\n[^1]: b\n\n| a |\n|---|\n| ~b~ |\n\n- [x] c\n";
  const std::string plain = "không có gì: www.x.vn\n";
  const std::string expected = rendered(text).html;
  const std::string expected_plain = rendered(plain).html;
  CHECK(expected.find("<del>một</del>") != std::string::npos);
  std::vector<std::thread> threads;
  std::vector<int> wrong(4, 0);
  for (std::size_t thread = 0; thread < wrong.size(); ++thread)
    threads.emplace_back([&, thread] {
      for (int round = 0; round < 2'000; ++round) {
        if (rendered(text).html != expected) ++wrong[thread];
        if (rendered(plain).html != expected_plain) ++wrong[thread];
      }
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(4, 0));
}

}  // namespace congbo::markdown
