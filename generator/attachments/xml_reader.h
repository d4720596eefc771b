// SPDX-License-Identifier: GPL-3.0-or-later
// Walking an XML file of a package from beginning to end. tinyxml2 stays behind it.
#pragma once
#include <functional>
#include <string>
#include <string_view>

namespace tinyxml2 {
class XMLElement;
}

namespace congbo::attachments {

class XmlTag {
 public:
  explicit XmlTag(const tinyxml2::XMLElement& element) : element_(element) {}
  std::string_view name() const;  // as written: "w:t"
  std::string_view attribute(const char* name) const;
  bool has_children() const;

 private:
  const tinyxml2::XMLElement& element_;
};

enum class Descend { into, over };

// What is told on the way; any may be empty.
struct XmlVisitor {
  std::function<Descend(const XmlTag&)> enter;
  std::function<void(const XmlTag&)> leave;
  std::function<void(const XmlTag& parent, std::string_view text)> text;
};

// False for what is not well-formed and for more than TINYXML2_MAX_ELEMENT_DEPTH levels. Spaces that stand alone
// between two tags are told as text, which tinyxml2 by itself would leave out.
bool read_xml(std::string document, const XmlVisitor& visitor);

}  // namespace congbo::attachments
