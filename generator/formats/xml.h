// SPDX-License-Identifier: GPL-3.0-or-later
// XML as it is written for machines (feeds, sitemaps), and read back; tinyxml2 stays behind parse_xml.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congbo::formats {

// Appends XML 1.0 piece by piece, without a tree. Text and attributes are escaped; characters that XML 1.0 does not
// allow (controls, U+FFFE, U+FFFF) are dropped and invalid UTF-8 becomes U+FFFD, so the result is always well-formed as
// long as names are. Names are the program's own words and are written as they are.
class XmlWriter {
 public:
  enum class Layout { compact, indented };  // indented: every element on a line of its own, no space inside text
  explicit XmlWriter(Layout layout = Layout::indented);
  XmlWriter& open(std::string_view name);
  XmlWriter& attribute(std::string_view name, std::string_view value);  // right after open() or another attribute()
  XmlWriter& text(std::string_view text);
  XmlWriter& close();
  // An element that holds a text only.
  XmlWriter& element(std::string_view name, std::string_view text);
  XmlWriter& element_unless_empty(std::string_view name, std::string_view text);
  void reserve(std::size_t bytes) { out_.reserve(bytes); }
  const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  struct Level {
    std::string name;
    bool has_elements = false;
  };
  void end_start_tag();
  void new_line();
  Layout layout_;
  std::string out_;
  std::vector<Level> open_;
  bool in_start_tag_ = false;
};

// `text` as element content: & < > escaped, forbidden characters dropped.
void append_xml_escaped(std::string& out, std::string_view text);

// An element as it was read. Names keep their prefix as written ("atom:link").
struct XmlElement {
  std::string name;
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;  // its own character data, joined
  std::vector<XmlElement> children;
  std::string_view attribute(std::string_view key) const;      // empty when there is none
  const XmlElement* child(std::string_view child_name) const;  // the first, or null
  std::vector<const XmlElement*> all(std::string_view child_name) const;
};

// The root of a well-formed document of at most 50 MB and 100 levels; nothing for anything else.
std::optional<XmlElement> parse_xml(std::string_view document);

}  // namespace congbo::formats
