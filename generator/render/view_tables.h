// SPDX-License-Identifier: GPL-3.0-or-later
// Every name a layout file may use, by the view it belongs to. The layout check, the views' builders and the reference
// for authors (layouts/README.md) all read these tables.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/render/view.h"

namespace congbo::render {

enum class Form {
  text,     // {{NAME}}: escaped; {{#NAME}}…{{/NAME}} is shown when it is not empty
  html,     // {{NAME:none}}: ready HTML
  json,     // {{NAME:none}} in <script type="application/ld+json"> only
  section,  // {{#NAME}}…{{/NAME}}: shown or not
  rows,     // {{#NAME}}…{{/NAME}}: once a row; the names inside are those of `rows_of`
  partial,  // {{>NAME}}: the part that belongs to the page
};

enum class Presence {
  optional,
  required
};  // required: a layout without it is refused (the requirement is in `meaning`)

struct ViewTable;

struct NameRow {
  Key key;
  Form form;
  std::string_view meaning_vi, meaning_en;
  const ViewTable* rows_of = nullptr;
  Presence presence = Presence::optional;
};

// Rows that stand alone are made once for many pages: they see their own names and those around their table, nothing of
// the page they are shown in.
enum class Scope { open, stands_alone };

struct ViewTable {
  std::string_view title_vi, title_en;
  std::span<const NameRow> names;
  const ViewTable* around = nullptr;  // names that are known as well
  Scope scope = Scope::open;
};

const ViewTable& common_view();     // base.html, and known everywhere
const ViewTable& header_view();     // partials/header.html
const ViewTable& footer_view();     // partials/footer.html
const ViewTable& comfort_view();    // partials/comfort.html
const ViewTable& emergency_view();  // partials/emergency.html
const ViewTable& page_view();       // article.html and every other layout of a content type
const ViewTable& list_view();       // list.html
const ViewTable& home_view();       // home.html
const ViewTable& style_view();      // style.html
const ViewTable& fixed_view();      // 404.html, search.html, feeds.html
const ViewTable& component_view();  // components/*.html

// The table that the file of that name is written for; null for partials that others include.
const ViewTable* view_of_file(std::string_view file);

// The row of `name` in `table` or around it; null when there is none.
const NameRow* find_name(const ViewTable& table, std::string_view name);
// Every name of `table` and around it.
std::vector<std::string> names_of(const ViewTable& table);

// Names that begin so are looked up elsewhere: interface strings, files of assets/, own fields of a type, "is it
// there".
inline constexpr std::string_view string_prefix = "T_", asset_prefix = "ASSET_", field_prefix = "FIELD_",
                                  has_prefix = "HAS_", no_prefix = "NO_";
// "search.label" → "T_search_label"; "site.css" → "ASSET_site_css".
std::string variable_name(std::string_view prefix, std::string_view name);

// layouts/README.md: the tables above for authors of layouts, Vietnamese and English.
std::string layout_reference();

}  // namespace congbo::render
