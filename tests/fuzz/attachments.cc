// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an attachment, as the XML within a package, and as what a worker answers. The first byte chooses. What
// poppler itself may do with a PDF is the worker's to survive.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "generator/attachments/bounds.h"
#include "generator/attachments/extract.h"
#include "generator/base/unicode.h"
#include "tests/support/office_files.h"

namespace {

using namespace congbo;
using namespace congbo::attachments;

void check(const Text& text) {
  std::size_t size = 0;
  for (const Part& part : text.parts) {
    if (first_invalid_utf8(part.text) || first_invalid_utf8(part.name) || part.text.empty()) std::abort();
    size += part.text.size();
  }
  // Converting an old encoding may lengthen letters of two bytes to three.
  if (size > 2 * most_text_bytes || text.parts.size() > most_pages) std::abort();
  const std::string bytes = to_bytes(text);
  const auto back = from_bytes(bytes);
  if (!back || to_bytes(*back) != bytes) std::abort();
}

// The parts that a document of the kind is read from, with these bytes in all but the lists of parts.
std::string package_of(Kind kind, const std::string& xml) {
  const std::string rels = R"(<Relationships><Relationship Id="r" Target="part.xml"/></Relationships>)";
  if (kind == Kind::xlsx)
    return test::zip_of({{"xl/workbook.xml", R"(<w><sheet name="A" r:id="r"/></w>)"},
                         {"xl/_rels/workbook.xml.rels", rels},
                         {"xl/sharedStrings.xml", xml},
                         {"xl/part.xml", xml}});
  if (kind == Kind::pptx)
    return test::zip_of({{"ppt/presentation.xml", R"(<p><sldId r:id="r"/></p>)"},
                         {"ppt/_rels/presentation.xml.rels", rels},
                         {"ppt/part.xml", xml}});
  return test::zip_of({{kind == Kind::docx ? "word/document.xml" : "content.xml", xml}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto kind = static_cast<Kind>(data[0] % 7);  // DOC, XLS and PPT are read by other programs
  switch (data[0] / 7 % 3) {
    case 0:
      check(extract(kind, bytes));
      break;
    case 1:
      if (kind != Kind::pdf) check(extract(kind, package_of(kind, bytes)));
      break;
    default:
      if (const auto text = from_bytes(bytes); text && to_bytes(*text).size() > 2 * size + 200) std::abort();
      (void)join_lines(bytes);
  }
  return 0;
}
