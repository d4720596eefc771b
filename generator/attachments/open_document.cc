// SPDX-License-Identifier: GPL-3.0-or-later
// ODT, ODS and ODP (ISO/IEC 26300): all of content.xml in one walk. Remarks and deleted text are left out.
#include <algorithm>
#include <array>

#include "generator/attachments/bounds.h"
#include "generator/attachments/extract.h"
#include "generator/attachments/xml_reader.h"
#include "generator/attachments/zip_package.h"

namespace congbo::attachments {

namespace {

constexpr std::array<std::string_view, 6> left_out = {"office:annotation",          "text:tracked-changes",
                                                      "office:automatic-styles",    "presentation:notes",
                                                      "text:sequence-declarations", "office:forms"};

class Content {
 public:
  Content(Kind kind, Text& text) : kind_(kind), text_(text) {
    if (kind_ == Kind::odt) text_.parts.emplace_back();
  }

  bool read(std::string document) {
    return read_xml(std::move(document),
                    {[this](const XmlTag& tag) { return enter(tag); }, [this](const XmlTag& tag) { leave(tag); },
                     [this](const XmlTag&, std::string_view said) {
                       if (paragraphs_ > 0) add(said);
                     }});
  }

 private:
  static bool is_paragraph(std::string_view name) { return name == "text:p" || name == "text:h"; }

  void add(std::string_view said) {
    if (!text_.parts.empty()) text_.parts.back().text += said;
  }

  Descend enter(const XmlTag& tag) {
    const std::string_view name = tag.name();
    if (std::find(left_out.begin(), left_out.end(), name) != left_out.end()) return Descend::over;
    if (name == "table:table-cell") ++cells_;
    if (is_paragraph(name)) ++paragraphs_;
    if (name == "text:s" || name == "text:tab") add(" ");
    if (name == "text:line-break") add("\n");
    if (kind_ == Kind::ods && name == "table:table") begin_part(std::string(tag.attribute("table:name")));
    if (kind_ == Kind::odp && name == "draw:page") begin_part({});
    return text_.parts.size() > most_pages ? Descend::over : Descend::into;
  }

  void begin_part(std::string name) {
    text_.parts.emplace_back().name = std::move(name);
    text_.cut = text_.cut || text_.parts.size() > most_pages;
  }

  void leave(const XmlTag& tag) {
    const std::string_view name = tag.name();
    if (is_paragraph(name)) {
      --paragraphs_;
      add(cells_ > 0 ? " " : "\n");
    }
    if (name == "table:table-row") add("\n");
    if (name != "table:table-cell") return;
    --cells_;
    add(" | ");
  }

  const Kind kind_;
  Text& text_;
  int cells_ = 0;
  int paragraphs_ = 0;
};

}  // namespace

Text extract_open_document(Kind kind, std::string_view bytes) {
  Text text;
  ZipPackage package(bytes);
  const bool locked = package.read("META-INF/manifest.xml").find("encryption-data") != std::string::npos;
  const bool good = package.has("content.xml") && !locked && Content(kind, text).read(package.read("content.xml"));
  text.outcome = package.problem();
  if (text.outcome == Outcome::text && locked) text.outcome = Outcome::encrypted;
  if (text.outcome == Outcome::text && !good) text.outcome = Outcome::broken;
  return text;
}

}  // namespace congbo::attachments
