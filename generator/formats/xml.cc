// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/xml.h"

#include <tinyxml2.h>

namespace congbo::formats {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

enum class Use { content, attribute };

// Length of the well-formed UTF-8 character at `at`, or 0. `code` gets its code point.
std::size_t character_at(std::string_view text, std::size_t at, char32_t& code) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
  if (length == 0 || at + length > text.size()) return 0;
  static constexpr unsigned char masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
  code = first & masks[length];
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return 0;
    code = (code << 6) | (byte(at + i) & 0x3F);
  }
  const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
  return overlong || surrogate || code > 0x10FFFF ? 0 : length;
}

std::string_view reference_for(char c, Use use) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '\r':
      return "&#13;";
    case '"':
      return use == Use::attribute ? "&quot;" : "";
    case '\t':
      return use == Use::attribute ? "&#9;" : "";
    case '\n':
      return use == Use::attribute ? "&#10;" : "";
    default:
      return {};
  }
}

bool plain_ascii(unsigned char c) {
  return (c >= 0x20 && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"');
}

// What stands for the character or broken byte at `at`; gives how many bytes of `text` that uses up.
std::size_t append_special(std::string& out, std::string_view text, std::size_t at, Use use) {
  const char c = text[at];
  if (const std::string_view reference = reference_for(c, use); !reference.empty()) {
    out += reference;
    return 1;
  }
  char32_t code = 0;
  const std::size_t length = character_at(text, at, code);
  if (length == 0) {
    out += replacement;
    return 1;
  }
  const bool control = code < 0x20 && code != '\t' && code != '\n';
  const bool forbidden = control || code == 0x7F || code == 0xFFFE || code == 0xFFFF;
  if (!forbidden) out.append(text.substr(at, length));
  return length;
}

void append_escaped(std::string& out, std::string_view text, Use use) {
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t end = at;
    while (end < text.size() && plain_ascii(static_cast<unsigned char>(text[end]))) ++end;
    out.append(text.substr(at, end - at));
    at = end;
    if (at < text.size()) at += append_special(out, text, at, use);
  }
}

}  // namespace

void append_xml_escaped(std::string& out, std::string_view text) {
  append_escaped(out, text, Use::content);
}

XmlWriter::XmlWriter(Layout layout) : layout_(layout), out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") {
  if (layout_ == Layout::compact) out_ += '\n';
}

void XmlWriter::end_start_tag() {
  if (in_start_tag_) out_ += '>';
  in_start_tag_ = false;
}

void XmlWriter::new_line() {
  if (layout_ == Layout::compact) return;
  out_ += '\n';
  out_.append(2 * open_.size(), ' ');
}

XmlWriter& XmlWriter::open(std::string_view name) {
  end_start_tag();
  if (!open_.empty()) open_.back().has_elements = true;
  new_line();
  out_ += '<';
  out_ += name;
  open_.push_back({std::string(name), false});
  in_start_tag_ = true;
  return *this;
}

XmlWriter& XmlWriter::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_escaped(out_, value, Use::attribute);
  out_ += '"';
  return *this;
}

XmlWriter& XmlWriter::text(std::string_view text) {
  end_start_tag();
  append_escaped(out_, text, Use::content);
  return *this;
}

XmlWriter& XmlWriter::close() {
  const Level level = std::move(open_.back());
  open_.pop_back();
  if (in_start_tag_) {
    out_ += "/>";
    in_start_tag_ = false;
  } else {
    if (level.has_elements) new_line();
    out_ += "</";
    out_ += level.name;
    out_ += '>';
  }
  if (open_.empty()) out_ += '\n';
  return *this;
}

XmlWriter& XmlWriter::element(std::string_view name, std::string_view text_inside) {
  return open(name).text(text_inside).close();
}

XmlWriter& XmlWriter::element_unless_empty(std::string_view name, std::string_view text_inside) {
  return text_inside.empty() ? *this : element(name, text_inside);
}

std::string_view XmlElement::attribute(std::string_view key) const {
  for (const auto& [name_of_attribute, value] : attributes)
    if (name_of_attribute == key) return value;
  return {};
}

const XmlElement* XmlElement::child(std::string_view child_name) const {
  for (const XmlElement& element : children)
    if (element.name == child_name) return &element;
  return nullptr;
}

std::vector<const XmlElement*> XmlElement::all(std::string_view child_name) const {
  std::vector<const XmlElement*> found;
  for (const XmlElement& element : children)
    if (element.name == child_name) found.push_back(&element);
  return found;
}

namespace {

// Depth is bounded by tinyxml2 itself (500 levels) and by `deepest`, so the recursion is too.
bool read_element(const tinyxml2::XMLElement& from, XmlElement& to, int levels_left) {
  if (levels_left == 0) return false;
  to.name = from.Name();
  for (auto* attribute = from.FirstAttribute(); attribute; attribute = attribute->Next())
    to.attributes.emplace_back(attribute->Name(), attribute->Value());
  for (auto* node = from.FirstChild(); node; node = node->NextSibling()) {
    if (const auto* text = node->ToText()) to.text += text->Value();
    if (const auto* element = node->ToElement()) {
      to.children.emplace_back();
      if (!read_element(*element, to.children.back(), levels_left - 1)) return false;
    }
  }
  return true;
}

}  // namespace

std::optional<XmlElement> parse_xml(std::string_view document) {
  constexpr std::size_t largest = 50'000'000;
  constexpr int deepest = 100;
  if (document.size() > largest) return std::nullopt;
  tinyxml2::XMLDocument parsed(true, tinyxml2::PRESERVE_WHITESPACE);
  if (parsed.Parse(document.data(), document.size()) != tinyxml2::XML_SUCCESS || !parsed.RootElement())
    return std::nullopt;
  XmlElement root;
  if (!read_element(*parsed.RootElement(), root, deepest)) return std::nullopt;
  return root;
}

}  // namespace congbo::formats
