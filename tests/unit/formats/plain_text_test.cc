// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/plain_text.h"

#include "generator/base/unicode.h"
#include "generator/base/utf8.h"
#include "generator/formats/text_fault.h"
#include "tests/support/catch.h"

using namespace congbo;

TEST_CASE("what is called plain has no fault: every character alone and between letters", "[ENC-01]") {
  std::size_t plain = 0;
  for (char32_t point = 1; point < 0x11000; ++point) {
    if (point >= 0xD800 && point < 0xE000) continue;
    std::string text = "a";
    append_utf8(text, point);
    text += "b";
    if (!formats::is_plain_text(text)) continue;
    ++plain;
    INFO(static_cast<std::uint32_t>(point));
    CHECK_FALSE(formats::first_text_fault(text));
    CHECK_FALSE(first_not_nfc(text));
  }
  CHECK(plain > 700);
}

TEST_CASE("Vietnamese prose is plain; broken, decomposed and cut text is not", "[ENC-01]") {
  CHECK(formats::is_plain_text("Đắk Lắk – «thủ tục hành chính» … Ễ ặ ỵ\n\t“ỦY BAN”"));
  CHECK(formats::is_plain_text(""));
  for (const char* text : {"a\xCC\x81", "\xC3", "\xE1\xBA", "\xE2\x80\x8B", "\xC2\xAD", "\xEF\xBB\xBF", "\x80",
                           "\xC0\xAF", "\r", "\x01", "\xED\xA0\x80"})
    CHECK_FALSE(formats::is_plain_text(text));
}
