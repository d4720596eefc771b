// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/yaml.h"

#include <chrono>

#include "generator/formats/yaml_keys.h"
#include "tests/support/catch.h"

using namespace congbo;
using formats::YamlNode;
using formats::YamlPair;

namespace {

// {a: [b, 'c'], d: ~nothing~}
std::string between(std::string_view open, const std::string& text, std::string_view close) {
  std::string out(open);
  return out.append(text).append(close);
}

std::string print(const YamlNode& node) {
  std::string out;
  if (node.kind == YamlNode::Kind::null) return "~";
  if (node.kind == YamlNode::Kind::scalar) return node.quoted ? between("'", node.text, "'") : node.text;
  if (node.kind == YamlNode::Kind::sequence) {
    for (const YamlNode& item : node.items) out.append(out.empty() ? "" : ", ").append(print(item));
    return between("[", out, "]");
  }
  for (const YamlPair& pair : node.pairs)
    out.append(out.empty() ? "" : ", ").append(print(pair.first)).append(": ").append(print(pair.second));
  return between("{", out, "}");
}

std::string parse(std::string_view text) {
  Diagnostics found;
  const YamlNode node = formats::parse_yaml(text, "a.yaml", 1, found);
  CHECK(found.empty());
  return print(node);
}

// Every diagnostic as "line:column code", the arguments behind it when there are any.
std::string refused(std::string_view text, int first_line = 1) {
  Diagnostics found;
  formats::parse_yaml(text, "a.yaml", first_line, found);
  std::string out;
  for (const Diagnostic& one : found.all()) {
    CHECK(one.where.file == "a.yaml");
    out += out.empty() ? "" : "; ";
    out += std::to_string(one.where.line) + ":" + std::to_string(one.where.column) + " " + one.code;
    for (const std::string& argument : one.arguments) out += " <" + argument + ">";
  }
  return out;
}

std::string place(const YamlNode& node) {
  return std::to_string(node.line) + ":" + std::to_string(node.column) + "+" + std::to_string(node.length);
}

}  // namespace

TEST_CASE("YAML scalars keep their text") {
  CHECK(parse("a: 010\nb: no\nc: 2024-02-30\nd: 399/QĐ-BCĐ\ne: 1.10\nf: ~\ng: null\nh: 080.50584") ==
        "{a: 010, b: no, c: 2024-02-30, d: 399/QĐ-BCĐ, e: 1.10, f: ~, g: null, h: 080.50584}");
  CHECK(parse("a: 'it''s'\nb: \"x\\ty\\u0111\"\nc: |\n  hai\n  dòng\nd: >\n  gập\n  lại\n") ==
        "{a: 'it's', b: 'x\ty\u0111', c: hai\ndòng\n, d: gập lại\n}");
}

TEST_CASE("YAML shapes") {
  CHECK(parse("") == "~");
  CHECK(parse("# chỉ có chú thích\n") == "~");
  CHECK(parse("a:\nb: []\nc: {}\n") == "{a: ~, b: [], c: {}}");
  CHECK(parse("- a\n- [b, c]\n- d: e\n  f: g\n") == "[a, [b, c], {d: e, f: g}]");
  CHECK(parse("a: {b: {c: [1, 2]}}") == "{a: {b: {c: [1, 2]}}}");
  CHECK(parse("a: 1\r\nb: 2\r\n") == "{a: 1, b: 2}");
  CHECK(parse("<<: a") == "{<<: a}");
}

TEST_CASE("Places in YAML count lines from the given one and columns in code points") {
  Diagnostics found;
  const YamlNode root =
      formats::parse_yaml("tiêu đề: Đắk Lắk\nb: \"Thủy\"\nc:\n  - x\nd: hai\n  dòng\ne: |\n  khối\n", "a.md", 2, found);
  REQUIRE(found.empty());
  CHECK(place(root.pairs[0].first) == "2:1+7");
  CHECK(place(*root.find("tiêu đề")) == "2:10+7");
  CHECK(place(*root.find("b")) == "3:4+6");
  CHECK(place(*root.find("c")) == "5:3+0");
  CHECK(place(root.find("c")->items[0]) == "5:5+1");
  CHECK(place(*root.find("d")) == "6:4+3");
  CHECK(place(*root.find("e")) == "8:4+0");
}

TEST_CASE("What a portal's YAML may not use is refused where it stands [ENC-01]") {
  struct Case {
    std::string text, expected;
  };
  const std::vector<Case> cases = {
      {"a: 1\nb: 2\na: 3\n", "3:1 yaml-duplicate-key <a> <1>"},
      {"x: {k: 1, k: 2}\n", "1:11 yaml-duplicate-key <k> <1>"},
      {"a: !!int 3\n", "1:4 yaml-tag <tag:yaml.org,2002:int>"},
      {"a: !x [1]\n", "1:4 yaml-tag <!x>"},
      {"a: &neo 1\nb: *neo\n", "1:4 yaml-anchor <neo>; 2:4 yaml-alias <neo>"},
      {"a: *neo\nb: &moc 2\n", "1:4 yaml-alias <neo>; 2:4 yaml-anchor <moc>"},
      {"a:\n\t- b\n", "2:1 yaml-tab"},
      {"a:\n  b: 1\n \tc: 2\n", "3:2 yaml-tab"},
      {"\ta: 1\n", "1:1 yaml-tab"},
      {"a: 1\n---\nb: 2\n", "2:1 yaml-several-documents"},
      {"a: 1\n...\nb: 2\n", "3:1 yaml-several-documents <b>"},
      {"%YAML 1.2\n---\na: 1\n", "1:1 yaml-directive"},
      {"? [a]\n: b\n", "1:3 yaml-key-not-text"},
      {"?\n: b\n", "1:2 yaml-key-not-text"},
      {": b\n", "1:1 yaml-indentation <:>"},
      {"title: Hội nghị: tổng kết\n", "1:16 yaml-colon-in-value <:>"},
      {"title: a\nsummary\nunit: b\n", "2:1 yaml-colon-missing"},
      {"title: \"chưa đóng\nunit: b\n", "1:8 yaml-quote-unclosed <\">"},
      {"tags: [a, b\nunit: b\n", "1:7 yaml-bracket-unclosed"},
      {"a: {b: c\n", "1:4 yaml-bracket-unclosed"},
      {"a: @b\n", "1:4 yaml-character <@>"},
      {"a: `b`\n", "1:4 yaml-character <`>"},
      {"a: \"\\q\"\n", "1:5 yaml-escape <\\>"},
      {"a: \"x\" thừa\n", "1:8 yaml-text-after-value <t>"},
      {"a:\n  b: 1\n c: 2\n", "3:2 yaml-indentation <c>"},
      {"a: [b]]\n", "1:7 yaml-text-after-value <]>"},
      {"a: [b, , c]\n", "1:8 yaml-invalid <,>"},
      {"a: b\x01"
       "c\n",
       "1:5 text-control-character <U+0001>"},
      {std::string("a: b\0c\n", 7), "1:5 text-control-character <U+0000>"},
      {"a: b\rc\n", "1:5 text-control-character <U+000D>"},
      {"đ: b\u0085c\n", "1:5 text-control-character <U+0085>"},
      {"a: b\u2028c\n", "1:5 text-control-character <U+2028>"},
      {"a: \"\\0\"\n", "1:4 text-control-character <U+0000>"},
      {"a: \uF0B7 mục\n", "1:4 text-private-use <U+F0B7>"},
      {"a: b\uFEFFc\n", "1:5 text-bom-inside <U+FEFF>"},
      {"đ: \xFF\n", "1:4 text-not-utf8 <0xFF>"},
      {"a: ho\u0300a\n", "1:5 text-not-nfc"},
  };
  for (const Case& one : cases) {
    INFO(one.text);
    CHECK(refused(one.text) == one.expected);
  }
}

TEST_CASE("YAML mistakes in a front matter have the line of the file") {
  CHECK(refused("a: 1\na: 2\n", 2) == "3:1 yaml-duplicate-key <a> <2>");
}

TEST_CASE("YAML limits: depth, values, size") {
  CHECK(refused(std::string(16, '[') + std::string(16, ']')).empty());
  CHECK(refused(std::string(17, '[') + std::string(17, ']')) == "1:17 yaml-too-deep <16>");
  std::string many = "a: [";
  for (int item = 0; item < 10'000; ++item) many += "1,";
  CHECK(refused(many + "]").find("yaml-too-many-nodes <10000>") != std::string::npos);
  CHECK(refused(std::string(256'001, ' ')) == "1:1 yaml-too-large <256>");
}

TEST_CASE("What was read before a YAML mistake is kept") {
  Diagnostics found;
  const YamlNode root = formats::parse_yaml("a: 1\nb: 2\nc: @\n", "a.yaml", 1, found);
  CHECK(found.error_count() == 1);
  REQUIRE(root.find("b") != nullptr);
  CHECK(root.find("b")->text == "2");
}

TEST_CASE("Hostile YAML does not hold the reader up") {
  const auto start = std::chrono::steady_clock::now();
  std::string open_flow, keys, plain = "a: ", quotes = "a: '";
  for (int at = 0; at < 250'000; ++at) open_flow += '[';
  for (int at = 0; at < 120'000; ++at) keys += "? ";
  plain.append(250'000, 'x');
  quotes.append(250'000, '\'');
  std::string braces;
  for (int at = 0; at < 120'000; ++at) braces += "{a";
  std::string lines;
  for (int at = 0; at < 60'000; ++at) lines += "a\n";
  std::string mistakes, good = "x: @\n";
  for (int at = 0; at < 500; ++at) mistakes += "a: " + std::string(400, '[') + "\n";
  for (int at = 0; at < 490; ++at) good += "a" + std::to_string(at) + ": [" + std::string(400, '1') + "]\n";
  for (const std::string& text : {open_flow, keys, plain, quotes, braces, lines, mistakes, good}) {
    refused(text);
    Diagnostics found;
    formats::parse_yaml_keys(text, "a.yaml", 1, found);
    CHECK(found.error_count() <= 40);
  }
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}

TEST_CASE("A scalar written by us reads back as the same text") {
  const std::vector<std::string> texts = {"Hội nghị: tổng kết",
                                          "a #b",
                                          "",
                                          " a",
                                          "a ",
                                          "yes",
                                          "010",
                                          "2024-03-04",
                                          "- x",
                                          "[a]",
                                          "a, b",
                                          "nói \"thế\"",
                                          "it's",
                                          "\\",
                                          "a\nb",
                                          "tab\there",
                                          "399/QĐ-BCĐ",
                                          "@x",
                                          "*x",
                                          "&x",
                                          "!x",
                                          "%x",
                                          "a:",
                                          "key: value",
                                          "?",
                                          "? a",
                                          "-",
                                          "---",
                                          "...",
                                          "null",
                                          "~",
                                          "1.5",
                                          "1:30",
                                          "|",
                                          ">",
                                          "đ",
                                          "{",
                                          "}",
                                          "`"};
  for (const std::string& text : texts) {
    INFO(text);
    Diagnostics found;
    const YamlNode root = formats::parse_yaml(between("a: ", formats::yaml_scalar(text), "\n"), "a.yaml", 1, found);
    CHECK(found.empty());
    REQUIRE(root.find("a") != nullptr);
    CHECK(root.find("a")->text == text);
    const YamlNode flow = formats::parse_yaml(between("a: [", formats::yaml_scalar(text), "]\n"), "a.yaml", 1, found);
    REQUIRE(flow.find("a") != nullptr);
    REQUIRE(flow.find("a")->items.size() == 1);
    CHECK(flow.find("a")->items[0].text == text);
  }
  CHECK(formats::yaml_scalar("Sở Nội vụ") == "Sở Nội vụ");
  CHECK(formats::yaml_scalar("2024-03-04") == "2024-03-04");
  CHECK(formats::yaml_scalar("010") == "\"010\"");
}
