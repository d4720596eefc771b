// SPDX-License-Identifier: GPL-3.0-or-later
// What the index knows of one published page. Made from its PublicRecord, so nothing unpublished can get in.
#pragma once
#include <string>
#include <vector>

namespace congbo::search {

struct SearchDocument {
  std::string id;       // identity of the page, unique in the index
  std::string address;  // path with portal host or absolute address, as results link to it
  std::string portal;
  std::string language;  // "vi", "en", …
  std::string title;
  std::string summary;
  std::string number;  // document number, "40/2012/QĐ-UBND"; empty for none
  std::string type;    // content type id; type_label is what citizens read
  std::string type_label;
  std::string unit;  // unit id
  std::string unit_label;
  std::string field;  // vocabulary term id (lĩnh vực); may be empty
  std::string field_label;
  std::string validity;  // "in-force"; empty where nothing comes into force
  std::string validity_label;
  int year = 0;      // 0 for none
  std::string date;  // "2024-03-04"; empty for none
  // First publication and last major update, as the page says them: a day or an RFC 3339 moment; empty for none
  // (REV-04)
  std::string published, updated;
  std::vector<std::string> headings;
  std::string body;  // plain text, blocks separated by "\n"
  // Pages of attachments and sections of long pages are documents of their own, found and shown as one with their page.
  // They follow it directly, with its facets, and without title, summary and number.
  std::string group;  // the same for a page and its parts and for nothing else; empty for a page without any
  std::string part;   // what a part is called: "quyet-dinh.pdf, trang 7"; empty for the page itself
  std::string link;   // where a part is; a page is at its address
};

}  // namespace congbo::search
