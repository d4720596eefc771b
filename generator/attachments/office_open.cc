// SPDX-License-Identifier: GPL-3.0-or-later
// DOCX, XLSX and PPTX (ECMA-376): the text as people see it. Deleted text of tracked changes, comments, formulas and
// field codes are other elements and are not read.
#include <charconv>
#include <vector>

#include "generator/attachments/bounds.h"
#include "generator/attachments/extract.h"
#include "generator/attachments/xml_reader.h"
#include "generator/attachments/zip_package.h"

namespace congbo::attachments {

namespace {

// The name without its prefix, which every writer chooses for itself.
std::string_view local(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

// Paragraphs of Word and PowerPoint: blocks by "\n", cells of a table by " | ".
class Paragraphs {
 public:
  explicit Paragraphs(std::string& out) : out_(out) {}

  bool read(std::string document) {
    return document.empty() || read_xml(std::move(document), {[this](const XmlTag& tag) { return enter(tag); },
                                                              [this](const XmlTag& tag) { leave(tag); },
                                                              [this](const XmlTag& parent, std::string_view text) {
                                                                if (local(parent.name()) == "t") out_ += text;
                                                              }});
  }

 private:
  Descend enter(const XmlTag& tag) {
    const std::string_view name = local(tag.name());
    if (name == "Fallback") return Descend::over;  // the same again, for older programs
    if (name == "tc") ++cells_;
    if (name == "tab" || name == "noBreakHyphen") out_ += name == "tab" ? ' ' : '-';
    if (name == "br" || name == "cr") out_ += '\n';
    return Descend::into;
  }

  void leave(const XmlTag& tag) {
    const std::string_view name = local(tag.name());
    if (name == "p") out_ += cells_ > 0 ? ' ' : '\n';
    if (name == "tr") out_ += '\n';
    if (name != "tc") return;
    --cells_;
    out_ += " | ";
  }

  std::string& out_;
  int cells_ = 0;
};

Outcome outcome_of(const ZipPackage& package, bool well_formed) {
  if (package.problem() != Outcome::text) return package.problem();
  return well_formed ? Outcome::text : Outcome::broken;
}

Text read_word(ZipPackage& package) {
  Text text;
  Part& part = text.parts.emplace_back();
  Paragraphs paragraphs(part.text);
  bool good = package.has("word/document.xml");
  for (const char* name : {"word/document.xml", "word/footnotes.xml", "word/endnotes.xml"})
    good = good && paragraphs.read(package.read(name));
  text.outcome = outcome_of(package, good);
  return text;
}

// Slides or sheets in the order of the document: part of the package, name, whether it is shown.
struct Listed {
  std::string target, name;
  Visibility visibility = Visibility::shown;
};

bool list_parts(ZipPackage& package, const std::string& document, std::string_view element,
                std::vector<Listed>& listed) {
  const std::map<std::string, std::string> targets = relationships(package, document);
  return package.has(document) &&
         read_xml(package.read(document), {[&](const XmlTag& tag) {
                    if (local(tag.name()) != element) return Descend::into;
                    const auto target = targets.find(std::string(tag.attribute("r:id")));
                    const std::string_view state = tag.attribute("state");
                    if (target != targets.end())
                      listed.push_back({target->second, std::string(tag.attribute("name")),
                                        state.empty() || state == "visible" ? Visibility::shown : Visibility::hidden});
                    return Descend::into;
                  }});
}

Text read_slides(ZipPackage& package) {
  Text text;
  std::vector<Listed> slides;
  bool good = list_parts(package, "ppt/presentation.xml", "sldId", slides);
  text.cut = slides.size() > most_pages;
  for (std::size_t i = 0; good && i < std::min(slides.size(), most_pages); ++i) {
    const std::string slide = package.read(slides[i].target);
    Part& part = text.parts.emplace_back();
    // An attribute of the root, which is among the first bytes.
    const bool hidden = slide.substr(0, slide.find('>', slide.find("<p:sld"))).find(" show=\"0\"") != std::string::npos;
    if (hidden) part.visibility = Visibility::hidden;
    good = Paragraphs(part.text).read(slide);
  }
  text.outcome = outcome_of(package, good);
  return text;
}

// Texts that cells refer to by number. What is read aloud (rPh) is none of them.
bool read_shared(ZipPackage& package, std::vector<std::string>& shared) {
  if (!package.has("xl/sharedStrings.xml")) return true;
  return read_xml(package.read("xl/sharedStrings.xml"), {[&](const XmlTag& tag) {
                                                           const std::string_view name = local(tag.name());
                                                           if (name == "si") shared.emplace_back();
                                                           return name == "rPh" ? Descend::over : Descend::into;
                                                         },
                                                         {},
                                                         [&](const XmlTag& parent, std::string_view text) {
                                                           if (local(parent.name()) == "t" && !shared.empty())
                                                             shared.back() += text;
                                                         }});
}

class Cells {
 public:
  Cells(const std::vector<std::string>& shared, std::string& out) : shared_(shared), out_(out) {}

  bool read(std::string sheet) {
    return read_xml(std::move(sheet), {[this](const XmlTag& tag) {
                                         if (local(tag.name()) == "c") kind_ = tag.attribute("t");
                                         return Descend::into;
                                       },
                                       [this](const XmlTag& tag) {
                                         const std::string_view name = local(tag.name());
                                         if (name == "row") end_row();
                                         if (name == "c") row_ += " | ";
                                       },
                                       [this](const XmlTag& parent, std::string_view text) {
                                         const std::string_view name = local(parent.name());
                                         if (name == "t" || name == "v") add(name, text);
                                       }});
  }

 private:
  void add(std::string_view name, std::string_view text) {
    if (kind_ != "s" || name == "t") {
      row_ += text;
      return;
    }
    std::size_t number = shared_.size();
    std::from_chars(text.data(), text.data() + text.size(), number);
    // Many cells may refer to one long text: what is left out has been cut off by tidy() anyway.
    if (number < shared_.size() && out_.size() < most_text_bytes) row_ += shared_[number];
  }

  void end_row() {
    out_.append(row_).push_back('\n');
    row_.clear();
  }

  const std::vector<std::string>& shared_;
  std::string& out_;
  std::string row_, kind_;
};

Text read_sheets(ZipPackage& package) {
  Text text;
  std::vector<Listed> sheets;
  std::vector<std::string> shared;
  bool good = list_parts(package, "xl/workbook.xml", "sheet", sheets) && read_shared(package, shared);
  text.cut = sheets.size() > most_pages;
  for (std::size_t i = 0; good && i < std::min(sheets.size(), most_pages); ++i) {
    Part& part = text.parts.emplace_back();
    part.name = sheets[i].name;
    part.visibility = sheets[i].visibility;
    if (package.has(sheets[i].target)) good = Cells(shared, part.text).read(package.read(sheets[i].target));
  }
  text.outcome = outcome_of(package, good);
  return text;
}

}  // namespace

Text extract_office_open(Kind kind, std::string_view bytes) {
  ZipPackage package(bytes);
  if (package.problem() != Outcome::text) return failed(package.problem());
  if (kind == Kind::docx) return read_word(package);
  return kind == Kind::xlsx ? read_sheets(package) : read_slides(package);
}

}  // namespace congbo::attachments
