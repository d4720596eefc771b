// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/xml.h"

#include "tests/support/catch.h"

using congbo::formats::append_xml_escaped;
using congbo::formats::parse_xml;
using congbo::formats::XmlWriter;

namespace {
std::string escaped(std::string_view text) {
  std::string out;
  append_xml_escaped(out, text);
  return out;
}
}  // namespace

TEST_CASE("text is written so that XML 1.0 allows it", "[ENC-02]") {
  struct Row {
    std::string_view text, written;
  };
  using namespace std::string_view_literals;
  const Row rows[] = {
      {"Chữ thường – “ngoặc”", "Chữ thường – “ngoặc”"},
      {"a & b < c > d", "a &amp; b &lt; c &gt; d"},
      {"]]>", "]]&gt;"},
      {"a\0b\x01\x08\x0b\x0c\x1f\x7f"sv, "ab"},
      {"tab\tline\nreturn\r", "tab\tline\nreturn&#13;"},
      {"\xEF\xBF\xBE|\xEF\xBF\xBF|\xEF\xBF\xBD", "||\xEF\xBF\xBD"},
      {"\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80"},
      {"\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"},  // a surrogate
      {"\xC0\xAF", "\xEF\xBF\xBD\xEF\xBF\xBD"},                  // overlong
      {"\xF4\x90\x80\x80x", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDx"},
      {"x\xE1\xBA", "x\xEF\xBF\xBD\xEF\xBF\xBD"},  // cut off
  };
  for (const Row& row : rows) {
    INFO(row.written);
    CHECK(escaped(row.text) == row.written);
  }
}

TEST_CASE("what is written reads back", "[ENC-02]") {
  XmlWriter xml;
  xml.open("a")
      .attribute("b", "\"x\" <&>\n\t")
      .element("c", "một & hai")
      .open("d")
      .close()
      .element_unless_empty("e", "")
      .close();
  const std::string document = xml.take();
  CHECK(document ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;x&quot; &lt;&amp;&gt;&#10;&#9;\">\n"
        "  <c>một &amp; hai</c>\n  <d/>\n</a>\n");
  const auto root = parse_xml(document);
  REQUIRE(root);
  CHECK(root->attribute("b") == "\"x\" <&>\n\t");
  REQUIRE(root->child("c"));
  CHECK(root->child("c")->text == "một & hai");
  CHECK(root->all("d").size() == 1);
  CHECK(root->child("e") == nullptr);
}

TEST_CASE("any bytes give a document that can be read", "[ENC-02]") {
  std::string text, marked;
  for (int round = 0; round < 4; ++round)
    for (int byte = 0; byte < 256; ++byte) {
      text += static_cast<char>(byte);
      if (byte % 3 == round % 3) text += "ệ</x>";
    }
  for (std::size_t end = 0; end <= text.size(); end += 7) {
    XmlWriter xml(XmlWriter::Layout::compact);
    xml.open("a").attribute("b", text.substr(0, end)).text(text.substr(end)).close();
    CHECK(parse_xml(xml.take()));
  }
}

TEST_CASE("what is not well-formed is not read", "[ENC-02]") {
  std::string deep;
  for (int i = 0; i < 200; ++i) deep += "<a>";
  for (int i = 0; i < 200; ++i) deep += "</a>";
  for (const std::string& text :
       {std::string(), std::string("<a>"), std::string("<a></b>"), std::string("chữ"), deep}) {
    INFO(text.substr(0, 20));
    CHECK_FALSE(parse_xml(text));
  }
}
