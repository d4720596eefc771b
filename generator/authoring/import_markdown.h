// SPDX-License-Identifier: GPL-3.0-or-later
// `congbo import markdown`: Markdown files of another system, with front matter of their own, as items of a portal.
// What the foreign keys mean is said by a mapping file; what could not be mapped is reported, never dropped in silence.
#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "generator/base/diagnostic.h"
#include "generator/site/values/site.h"

namespace congbo::authoring {

// A mapping file:
//   type: document
//   section: van-ban
//   keys:      {number: [so_hieu, Số hiệu], …}   ours: the foreign names, best first; a row «| **Số hiệu** | … |» of a
//                                               table in the body counts as a key
//   same_as:   {effective_on: issued_on}         when no foreign key gives a value: that of another key of ours
//   defaults:  {field: khac}                     when nothing else gives a value; reported, to be put right by hand
//   constants: {category: van-ban}               always
//   values:    {form: {"nghị định": nghi-dinh}}  foreign values → ours; choices are also recognised by id and label
//   number_in_title: number                      a document number found in the title or the body's beginning
//   form_of_number: form                         the form by the symbol of the number (NĐ, TT, QĐ …)
//   by_body:   {issuer: {cp: Chính phủ}}         by the body's letters at the end of the number («…/NĐ-CP»)
//   ignore:    [layout, permalink]               foreign keys that need not be mapped
struct ImportMapping {
  std::string type, section, number_in_title, form_of_number;
  std::map<std::string, std::vector<std::string>> keys;
  std::map<std::string, std::string> same_as, constants, defaults;
  std::map<std::string, std::map<std::string, std::string>> values, by_body;
  std::vector<std::string> ignore;
};

ImportMapping read_mapping(const std::string& text, const std::string& path, Diagnostics& found);

struct ForeignFile {
  std::string path;  // as the reader knows it, for messages
  std::string bytes;
};

struct ImportedItem {
  std::string foreign;  // path of the foreign file
  std::string path;     // "content/van-ban/nghi-dinh-20-2026-nd-cp.md"
  std::string text;
};

// Normalises text (UTF-8, NFC, line ends), reads the foreign front matter and writes ours. Dates in the usual
// Vietnamese forms become YYYY-MM-DD. One item a file; of files that are no text, or whose front matter is
// broken, there is none: `found` says why.
std::vector<ImportedItem> import_markdown(const std::vector<ForeignFile>& files, const ImportMapping& mapping,
                                          const site::Portal& portal, Diagnostics& found);

// "15/01/2026", "2026-06-01 00:00:00 +0700", "ngày 5 tháng 3 năm 2020" → "2026-01-15"; empty for anything else.
std::string iso_date(std::string_view text);

// The first document number in the text, "20/2026/NĐ-CP", or empty.
std::string find_document_number(std::string_view text);

}  // namespace congbo::authoring
