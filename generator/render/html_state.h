// SPDX-License-Identifier: GPL-3.0-or-later
// Where in HTML a layout's text stands, one character after another: enough to say whether a variable may stand there.
// Layouts are written by people we trust with the look, so this follows well-formed HTML and needs no error recovery.
#pragma once
#include <string>
#include <string_view>

namespace congbo::render {

enum class HtmlPosition {
  text,
  tag_start,  // after "<"
  tag_name,
  in_tag,  // between attributes
  attribute_name,
  after_equals,
  quoted_value,
  unquoted_value,
  comment,
  script,
  style,          // inside the element
  plain_element,  // inside <title> or <textarea>: text without elements
};

class HtmlState {
 public:
  // What was completed by the character just fed.
  enum class Event { none, attribute, start_tag };

  Event feed(char c);
  // A variable stands here: its unknown text becomes part of the attribute value.
  void feed_variable();

  HtmlPosition position() const { return position_; }
  // True when a section that began at `other` may end here: the same place of the same element.
  bool same_place(const HtmlState& other) const;

  const std::string& element() const { return element_; }      // lower case; of the tag last begun
  const std::string& attribute() const { return attribute_; }  // of the value last begun
  const std::string& value() const { return value_; }          // literal text so far; a variable is "\x01"
  bool is_end_tag() const { return end_tag_; }
  bool data_script() const { return data_script_; }  // <script type="application/ld+json">
  bool has_source() const { return has_source_; }    // the tag has src

 private:
  void start_tag();
  Event end_attribute();
  Event end_tag();
  Event feed_tag(char c);
  Event feed_value(char c);
  void feed_raw(char c);

  HtmlPosition position_ = HtmlPosition::text;
  std::string element_, attribute_, value_, tail_;
  char quote_ = 0;
  bool end_tag_ = false, data_script_ = false, has_source_ = false;
};

}  // namespace congbo::render
