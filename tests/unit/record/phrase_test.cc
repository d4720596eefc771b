// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/phrase.h"

#include "tests/support/catch.h"

using namespace congbo;
using record::filled_phrase;

TEST_CASE("a phrase says the parts that have a value") {
  const std::string duration = "[{value} {unit}][ ({note})]";
  CHECK(filled_phrase(duration, {{"value", "12"}, {"unit", "ngày làm việc"}}) == "12 ngày làm việc");
  CHECK(filled_phrase(duration, {{"value", "3"}, {"unit", "ngày"}, {"note", "không kể ngày lễ"}}) ==
        "3 ngày (không kể ngày lễ)");
  CHECK(filled_phrase(duration, {{"value", "12"}}).empty());  // without a unit a number says nothing
  CHECK(filled_phrase("{amount}[ {currency}]", {{"amount", "5"}}) == "5");
}

TEST_CASE("a phrase leaves no loose ends where its parts are missing") {
  CHECK(filled_phrase("[{none}][{amount}][; {note}]", {{"note", "theo biểu"}}) == "theo biểu");
  CHECK(filled_phrase("[từ {from}][ đến {to}]", {{"to", "2026"}}) == "đến 2026");
  CHECK(filled_phrase("{name}, {position}", {{"name", "A"}}) == "A");
}

TEST_CASE("what is not closed in a phrase stands for itself, and no value gives no text") {
  CHECK(filled_phrase("{a} [b", {{"a", "1"}}) == "1 [b");
  CHECK(filled_phrase("{a {a}", {{"a", "1"}}).empty());
  CHECK(filled_phrase("] {a}", {{"a", "1"}}) == "] 1");
  CHECK(filled_phrase("luôn có chữ", {{"a", "1"}}).empty());
  CHECK(filled_phrase("", {}).empty());
}
