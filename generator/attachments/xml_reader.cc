// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/attachments/xml_reader.h"

#include <tinyxml2.h>

namespace congbo::attachments {

namespace {

constexpr char lone_space = '\x01';  // no character of XML

std::string_view view(const char* text) {
  return text ? std::string_view(text) : std::string_view();
}

// "</a> <b>" to "</a>\x01<b>".
void keep_lone_spaces(std::string& document) {
  for (std::size_t at = document.find("> "); at != std::string::npos; at = document.find("> ", at + 1)) {
    const std::size_t end = document.find_first_not_of(' ', at + 1);
    if (end == std::string::npos || document[end] != '<' || at == 0 || document[at - 1] == '?') continue;
    if (end + 1 < document.size() && (document[end + 1] == '!' || document[end + 1] == '?')) continue;
    document[at + 1] = lone_space;
  }
}

class Walker : public tinyxml2::XMLVisitor {
 public:
  explicit Walker(const XmlVisitor& visitor) : visitor_(visitor) {}

  bool VisitEnter(const tinyxml2::XMLElement& element, const tinyxml2::XMLAttribute*) override {
    return !visitor_.enter || visitor_.enter(XmlTag(element)) == Descend::into;
  }

  bool VisitExit(const tinyxml2::XMLElement& element) override {
    if (visitor_.leave) visitor_.leave(XmlTag(element));
    return true;
  }

  bool Visit(const tinyxml2::XMLText& text) override {
    const tinyxml2::XMLNode* parent = text.Parent();
    if (!visitor_.text || !parent || !parent->ToElement()) return true;
    const std::string_view value = view(text.Value());
    visitor_.text(XmlTag(*parent->ToElement()), value.find(lone_space) == 0 ? std::string_view(" ") : value);
    return true;
  }

 private:
  const XmlVisitor& visitor_;
};

}  // namespace

std::string_view XmlTag::name() const {
  return view(element_.Name());
}

std::string_view XmlTag::attribute(const char* name) const {
  return view(element_.Attribute(name));
}

bool XmlTag::has_children() const {
  return !element_.NoChildren();
}

bool read_xml(std::string document, const XmlVisitor& visitor) {
  keep_lone_spaces(document);
  tinyxml2::XMLDocument tree;
  if (tree.Parse(document.data(), document.size()) != tinyxml2::XML_SUCCESS) return false;
  document = {};
  Walker walker(visitor);
  tree.Accept(&walker);
  return true;
}

}  // namespace congbo::attachments
