// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/json.h"

#include <limits>

#include "tests/support/catch.h"

using namespace congbo;
using formats::JsonNode;
using formats::JsonWriter;

namespace {

std::string text_value(std::string_view text) {
  return JsonWriter().value(text).take();
}

// A tree in one line, for comparing: {"a":[1,"b"]}
std::string print(const JsonNode& node) {
  JsonWriter writer;
  const auto write = [&](const auto& self, const JsonNode& one) -> void {
    if (one.kind == JsonNode::Kind::object) {
      writer.begin_object();
      for (const auto& member : one.members) {
        writer.key(member.key);
        self(self, member.value);
      }
      writer.end_object();
    } else if (one.kind == JsonNode::Kind::array) {
      writer.begin_array();
      for (const JsonNode& item : one.items) self(self, item);
      writer.end_array();
    } else if (one.kind == JsonNode::Kind::text) {
      writer.value(one.text);
    } else {
      writer.raw(one.kind == JsonNode::Kind::null ? "null" : one.text);
    }
  };
  write(write, node);
  return writer.take();
}

}  // namespace

TEST_CASE("JSON objects and arrays are separated by commas in the order written") {
  JsonWriter writer;
  writer.begin_object().key("b").value(1).key("a").begin_array().value("x").value(true).value(2.5).end_array();
  writer.key("empty").begin_object().end_object().key("raw").raw("null").text_unless_empty("left out", "").end_object();
  CHECK(writer.text() == R"({"b":1,"a":["x",true,2.5],"empty":{},"raw":null})");
}

TEST_CASE("Indented JSON has two spaces for each level") {
  JsonWriter writer(JsonWriter::Layout::indented);
  writer.begin_object()
      .key("a")
      .begin_array()
      .value(1)
      .value(2)
      .end_array()
      .key("b")
      .begin_array()
      .end_array()
      .end_object();
  CHECK(writer.take() == "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}");
}

TEST_CASE("JSON text may stand in a script element") {
  CHECK(text_value("</script>&") == R"("\u003c/script\u003e\u0026")");
  CHECK(text_value("a\"b\\c\n\t\r\x01\x7f") == R"("a\"b\\c\n\t\r\u0001\u007f")");
  CHECK(text_value("\u2028 \u2029 Đắk Lắk “x”") == "\"\\u2028 \\u2029 Đắk Lắk “x”\"");
  CHECK(text_value("😀") == "\"😀\"");
}

TEST_CASE("Bytes that are not UTF-8 become replacement characters in JSON") {
  CHECK(text_value("a\xFF"
                   "b") == "\"a\uFFFDb\"");
  CHECK(text_value("\xC3") == "\"\uFFFD\"");
  CHECK(text_value("\xC0\x80") == "\"\uFFFD\uFFFD\"");            // overlong
  CHECK(text_value("\xED\xA0\x80") == "\"\uFFFD\uFFFD\uFFFD\"");  // a surrogate
  CHECK(text_value("\xF4\x90\x80\x80") == "\"\uFFFD\uFFFD\uFFFD\uFFFD\"");
}

TEST_CASE("Numbers that JSON has no word for are null") {
  CHECK(JsonWriter().value(std::numeric_limits<double>::infinity()).take() == "null");
  CHECK(JsonWriter().value(0.1).take() == "0.1");
  CHECK(JsonWriter().value(std::int64_t{-9007199254740993}).take() == "-9007199254740993");
}

TEST_CASE("JSON is read as a tree in the order written") {
  for (const std::string text :
       {R"({"b":1,"a":[true,null,"x",1.50]})", R"([])", R"("Đắk Lắk")", R"(-12)", R"({"a":{"b":{}}})"}) {
    const auto node = formats::parse_json(text, "a.json");
    REQUIRE(node);
    CHECK(print(*node) == text);
  }
  const auto node = formats::parse_json(R"({"a":"x","n":7,"o":{}})", "a.json");
  REQUIRE(node);
  CHECK(node->text_of("a") == "x");
  CHECK(node->text_of("n") == "7");
  CHECK(node->text_of("o").empty());
  CHECK(node->find("zz") == nullptr);
}

TEST_CASE("JSON that is broken, too deep or ambiguous is refused with its place") {
  const auto refused = [](const std::string& text) {
    const auto node = formats::parse_json(text, "a.json");
    REQUIRE_FALSE(node);
    return node.error().code + " " + std::to_string(node.error().where.line) + ":" +
           std::to_string(node.error().where.column);
  };
  CHECK(refused("{\n  \"a\": x}") == "json-invalid 2:8");
  CHECK(refused("") == "json-invalid 1:1");
  CHECK(refused("[1] 2").substr(0, 12) == "json-invalid");
  CHECK(refused(R"({"a":1,"a":2})").substr(0, 12) == "json-invalid");
  CHECK(refused("\"\xFF\"").substr(0, 12) == "json-invalid");
  CHECK(refused(std::string(100, '[') + std::string(100, ']')).substr(0, 12) == "json-invalid");
  CHECK(refused(std::string(1'000'000, '[')).substr(0, 12) == "json-invalid");
  CHECK(refused(std::string(64'000'001, ' ')) == "json-too-large 1:1");
}
