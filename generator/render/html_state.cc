// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/html_state.h"

namespace congbo::render {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

HtmlPosition inside(std::string_view element) {
  if (element == "script") return HtmlPosition::script;
  if (element == "style") return HtmlPosition::style;
  if (element == "title" || element == "textarea") return HtmlPosition::plain_element;
  return HtmlPosition::text;
}

}  // namespace

void HtmlState::start_tag() {
  position_ = HtmlPosition::tag_start;
  element_.clear();
  attribute_.clear();
  value_.clear();
  end_tag_ = data_script_ = has_source_ = false;
}

HtmlState::Event HtmlState::end_attribute() {
  position_ = HtmlPosition::in_tag;
  if (attribute_ == "src") has_source_ = true;
  if (attribute_ == "type" && value_ == "application/ld+json") data_script_ = true;
  return Event::attribute;
}

HtmlState::Event HtmlState::end_tag() {
  position_ = end_tag_ ? HtmlPosition::text : inside(element_);
  tail_.clear();
  return end_tag_ ? Event::none : Event::start_tag;
}

HtmlState::Event HtmlState::feed(char c) {
  switch (position_) {
    case HtmlPosition::text:
      if (c == '<') start_tag();
      return Event::none;
    case HtmlPosition::comment:
      if (c == '>' && tail_ == "--") position_ = HtmlPosition::text;
      tail_ = tail_.size() < 2 ? tail_ + c : tail_.substr(1) + c;
      return Event::none;
    case HtmlPosition::script:
    case HtmlPosition::style:
    case HtmlPosition::plain_element:
      feed_raw(c);
      return Event::none;
    case HtmlPosition::after_equals:
    case HtmlPosition::quoted_value:
    case HtmlPosition::unquoted_value:
      return feed_value(c);
    default:
      return feed_tag(c);
  }
}

HtmlState::Event HtmlState::feed_tag(char c) {
  if (position_ == HtmlPosition::tag_start) {
    if (c == '/') {
      end_tag_ = true;
    } else if (c == '!') {
      element_.assign(1, c);
      position_ = HtmlPosition::tag_name;
    } else if (is_letter(c)) {
      element_ += lower(c);
      position_ = HtmlPosition::tag_name;
    } else {
      position_ = HtmlPosition::text;  // a lone "<"
    }
    return Event::none;
  }
  if (c == '>') return end_tag();
  if (position_ == HtmlPosition::tag_name) {
    if (element_ == "!-" && c == '-') {
      position_ = HtmlPosition::comment;
      tail_.clear();
    } else if (is_space(c) || c == '/') {
      position_ = HtmlPosition::in_tag;
    } else {
      element_ += lower(c);
    }
    return Event::none;
  }
  if (c == '=') {
    position_ = HtmlPosition::after_equals;
    value_.clear();
  } else if (is_space(c) || c == '/') {
    position_ = HtmlPosition::in_tag;
  } else {
    if (position_ != HtmlPosition::attribute_name) attribute_.clear();
    attribute_ += lower(c);
    position_ = HtmlPosition::attribute_name;
  }
  return Event::none;
}

HtmlState::Event HtmlState::feed_value(char c) {
  if (position_ == HtmlPosition::after_equals) {
    if (is_space(c)) return Event::none;
    if (c == '>') return end_tag();
    quote_ = c == '"' || c == '\'' ? c : '\0';
    position_ = quote_ ? HtmlPosition::quoted_value : HtmlPosition::unquoted_value;
    if (!quote_) value_ += c;
    return Event::none;
  }
  if (position_ == HtmlPosition::quoted_value) {
    if (c == quote_) return end_attribute();
    value_ += c;
    return Event::none;
  }
  if (c == '>') {  // unquoted values are refused by the check, so that this attribute's event is not missed
    end_attribute();
    return end_tag();
  }
  if (is_space(c)) return end_attribute();
  value_ += c;
  return Event::none;
}

// Only the element's own end tag leads out.
void HtmlState::feed_raw(char c) {
  const std::string wanted = "</" + element_;
  tail_ += lower(c);
  if (tail_.size() > wanted.size()) tail_.erase(0, 1);
  if (tail_ != wanted) return;
  end_tag_ = true;
  position_ = HtmlPosition::tag_name;
}

void HtmlState::feed_variable() {
  if (position_ == HtmlPosition::after_equals) position_ = HtmlPosition::unquoted_value;
  if (position_ == HtmlPosition::quoted_value || position_ == HtmlPosition::unquoted_value) value_ += '\x01';
}

bool HtmlState::same_place(const HtmlState& other) const {
  const auto between_attributes =
      [](HtmlPosition position) {  // <li{{#X}} aria-current="page"{{/X}}>, <details{{#X}} open{{/X}}>
        return position == HtmlPosition::tag_name || position == HtmlPosition::in_tag ||
               position == HtmlPosition::attribute_name;
      };
  if (between_attributes(position_) && between_attributes(other.position_)) return element_ == other.element_;
  if (position_ != other.position_) return false;
  switch (position_) {
    case HtmlPosition::text:
    case HtmlPosition::comment:
      return true;
    case HtmlPosition::quoted_value:
    case HtmlPosition::unquoted_value:
      return element_ == other.element_ && attribute_ == other.attribute_;
    default:
      return element_ == other.element_;
  }
}

}  // namespace congbo::render
