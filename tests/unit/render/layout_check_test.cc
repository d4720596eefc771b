// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/layout_check.h"

#include <string>
#include <vector>

#include "generator/diagnostics/catalogue.h"
#include "tests/support/catch.h"
#include "tests/unit/render/small_portal.h"

using namespace congbo;

namespace {

const std::string head = "{{%AUTOESCAPE context=\"HTML\"}}";

// The shipped layouts with one file replaced or added.
Diagnostics check_with(const std::string& file, const std::string& text) {
  render::LayoutFiles layouts = testing::shipped_layouts();
  layouts.files[file] = text;
  Diagnostics found;
  const bool refused = render::Renderer::create(layouts, found) == nullptr;
  CHECK(refused == found.has_errors());
  return found;
}

struct Mistake {
  std::string text;  // of list.html after the first line; what it must have is put after it
  std::string code;
  int line, column;  // 0, 0: of the file as a whole
  std::string suggestion;
};

const std::string needed = "{{TITLE}}{{#ITEMS}}{{/ITEMS}}{{OLDER_PATH}}";

}  // namespace

TEST_CASE("the shipped layouts have no mistake", "[ID-05][layouts]") {
  Diagnostics found;
  CHECK(render::Renderer::create(testing::shipped_layouts(), found) != nullptr);
  for (const Diagnostic& one : found.all())
    FAIL_CHECK(one.where.file << ":" << one.where.line << ":" << one.where.column << " " << one.code);
}

TEST_CASE("a mistake in a layout is reported at its place, with what was probably meant", "[layouts]") {
  const std::vector<Mistake> mistakes = {
      {"<p>{{TITEL}}</p>", "layout-name-unknown", 2, 4, "TITLE"},
      {"<p>Chữ ế {{DESCRIPTON}}", "layout-name-unknown", 2, 10, "DESCRIPTION"},
      {"{{#ITEMS}}{{SUMMARY}}{{ANCHOR}}{{/ITEMS}}", "layout-name-unknown", 2, 22, ""},
      {"{{#ITEM}}{{/ITEM}}", "layout-name-unknown", 2, 1, "ITEMS"},
      {"{{#ITEMS}}{{PAGE_NUMBER}}{{/ITEMS}}", "layout-name-unknown", 2, 11, ""},  // of the page around the item
      {"{{#HAS_CHILDRN}}{{/HAS_CHILDRN}}", "layout-name-unknown", 2, 1, "CHILDREN"},
      {"{{T_serch_label}}", "layout-string-unknown", 2, 1, "T_search_label"},
      {"{{ASSET_site_cs}}", "layout-asset-unknown", 2, 1, "ASSET_site_css"},
      {"{{>PAGR}}", "layout-partial-unknown", 2, 1, "{{>PAGER}}"},
      {"<p\n{{>PAGER}}>", "layout-partial-place", 3, 1, ""},
      {"{{TITLE:none}}", "layout-modifier-refused", 2, 1, "{{TITLE}}"},
      {"{{TITLE:h}}", "layout-modifier-refused", 2, 1, "{{TITLE}}"},
      {"<p title=\"{{TITLE:x-number}}\">", "layout-modifier-refused", 2, 11, "{{TITLE}}"},
      {"{{INTRO:x-number}}", "layout-modifier-refused", 2, 1, "{{INTRO}}"},
      {"{{INTRO}}", "layout-modifier-missing", 2, 1, "{{INTRO:none}}"},
      {"<p title=\"{{INTRO:none}}\">", "layout-html-place", 2, 11, ""},
      {"{{JSON_LD:none}}", "layout-html-place", 2, 1, ""},
      {"{{ITEMS}}", "layout-name-form", 2, 1, "{{#ITEMS}}"},
      {"<{{TITLE}}>", "layout-variable-in-tag", 2, 2, ""},
      {"<p {{TITLE}}=\"x\">", "layout-variable-in-tag", 2, 4, ""},
      {"<p class={{TITLE}}>", "layout-variable-in-tag", 2, 10, ""},
      {"<p class=x>", "layout-attribute-unquoted", 2, 10, ""},
      {"<!-- {{TITLE}} -->", "layout-variable-in-comment", 2, 6, ""},
      {"<p data-x=\"{{TITLE}}\" onclick=\"f('{{TITLE}}')\">", "layout-variable-in-code", 2, 35, ""},
      {"<script type=\"application/ld+json\">{{TITLE}}</script>", "layout-variable-in-code", 2, 36, ""},
      {"<p style=\"color:red\">", "layout-inline-code", 2, 20, ""},
      {"<script>alert(1)</script>", "layout-inline-code", 2, 8, ""},
      {"<style>p{}</style>", "layout-inline-code", 2, 7, ""},
      {"<img src=\"https://noi-khac.example/a.png\" alt=\"\">", "layout-other-host", 2, 41, ""},
      {"<link rel=\"stylesheet\" href=\"//cdn.example/a.css\">", "layout-other-host", 2, 49, ""},
      {"{{#CHILDREN}}", "layout-section-unclosed", 2, 1, "{{/CHILDREN}}"},
      {"{{#CHILDREN}}{{#PATH}}{{/CHILDREN}}{{/PATH}}", "layout-section-end", 2, 23, "{{/PATH}}"},
      {"{{/CHILDREN}}", "layout-section-end", 2, 1, ""},
      {"<p{{#TITLE}} class=\"a{{/TITLE}}\">", "layout-section-crosses-tag", 2, 22, ""},
      {"{{TITLE", "layout-marker-unclosed", 2, 1, ""},
      {"{{ TITLE }}", "layout-marker-malformed", 2, 1, ""},
      {"{{=<% %>=}}", "layout-marker-malformed", 2, 1, ""},
      {"<p class=\"", "layout-tag-unclosed", 2, 11, ""},
  };
  for (const Mistake& mistake : mistakes) {
    INFO(mistake.text);
    const bool at_end = mistake.code == "layout-marker-unclosed" || mistake.code == "layout-tag-unclosed";
    const std::string text = at_end ? head + needed + "\n" + mistake.text : head + "\n" + mistake.text + "\n" + needed;
    const Diagnostics found = check_with("list.html", text);
    bool seen = false;
    for (const Diagnostic& one : found.all())
      seen = seen ||
             (one.code == mistake.code && one.where.file == "layouts/list.html" && one.where.line == mistake.line &&
              one.where.column == mistake.column && one.suggestion == mistake.suggestion);
    for (const Diagnostic& one : found.all())
      UNSCOPED_INFO(one.where.line << ":" << one.where.column << " " << one.code << " " << one.suggestion);
    CHECK(seen);
  }
}

TEST_CASE("every layout must begin by asking for escaping", "[ENC-03][layouts]") {
  const Diagnostics found = check_with("list.html", "<p>" + needed);
  REQUIRE(found.error_count() == 1);
  CHECK(found.all()[0].code == "layout-autoescape-missing");
  CHECK(found.all()[0].where.line == 1);
  CHECK(found.all()[0].suggestion == head);
}

TEST_CASE("a layout cannot leave out what the regulations ask for", "[ID-03][ID-04][USE-01][layouts]") {
  const auto missing = [](const std::string& file) {
    std::string names;
    const Diagnostics found = check_with(file, head + "<p>x</p>");
    for (const Diagnostic& one : found.all())
      if (one.code == "layout-required-missing") names += one.arguments[0] + " ";
    return names;
  };
  CHECK(missing("article.html") == "TITLE DATE UNIT BODY ");
  CHECK(missing("partials/footer.html") == "RESPONSIBLE ADDRESS PHONE FAX EMAIL REUSE_NOTICE ");
  CHECK(missing("base.html") == "LANGUAGE HEAD_TITLE CANONICAL METADATA JSON_LD HEADER FOOTER EMERGENCY MAIN ");
}

TEST_CASE("partials are checked where they are included, and may not include themselves", "[layouts]") {
  render::LayoutFiles layouts = testing::shipped_layouts();
  layouts.files["partials/supply.html"] = head + "{{>SUPPLY}}";
  layouts.files["partials/lead.html"] = head + "{{OLDER_VERSION}}";
  layouts.files["partials/lonely.html"] = head;
  Diagnostics found;
  CHECK(render::Renderer::create(layouts, found) == nullptr);
  std::vector<std::string> seen;
  for (const Diagnostic& one : found.all()) seen.push_back(one.where.file + " " + one.code);
  CHECK(seen == std::vector<std::string>{"layouts/partials/supply.html layout-partial-cycle",
                                         "layouts/partials/lead.html layout-name-unknown",
                                         "layouts/partials/lonely.html layout-unused"});
}

TEST_CASE("partials cannot multiply without bound", "[layouts]") {
  render::LayoutFiles layouts = testing::shipped_layouts();
  for (int i = 0; i < 7; ++i) {
    std::string text = head;
    for (int n = 0; n < 10; ++n) text += "{{>P" + std::to_string(i + 1) + "}}";
    layouts.files["partials/p" + std::to_string(i) + ".html"] = i < 6 ? text : head;
  }
  layouts.files["404.html"] = head + "{{>P0}}";
  Diagnostics found;
  CHECK(render::Renderer::create(layouts, found) == nullptr);
  CHECK(found.all().at(0).code == "layout-partial-depth");
}

TEST_CASE("a file the renderer needs is missed by name", "[layouts]") {
  render::LayoutFiles layouts = testing::shipped_layouts();
  layouts.files.erase("home.html");
  Diagnostics found;
  CHECK(render::Renderer::create(layouts, found) == nullptr);
  REQUIRE(found.error_count() >= 1);
  CHECK(found.all()[0].code == "layout-file-missing");
  CHECK(found.all()[0].where.file == "layouts/home.html");
}

TEST_CASE("a content type's layout must exist, unless it only bears the type's name", "[ID-08][layouts]") {
  testing::SmallPortal small;
  small.portal().types["qa"].layout = "hoi-dap";
  small.portal().types["news"].layout = "artcle";
  Diagnostics found;
  CHECK(render::Renderer::create(testing::shipped_layouts(), found, &small.site) == nullptr);
  REQUIRE(found.error_count() == 2);
  CHECK(found.all()[0].code == "layout-unknown");
  CHECK(found.all()[0].where.file == "content/_site/types/news.yaml");
  CHECK(found.all()[0].suggestion == "article");
  CHECK(found.all()[1].arguments == std::vector<std::string>{"qa", "hoi-dap"});
}

TEST_CASE("own fields and own interface texts are known when the site is", "[ID-08][layouts]") {
  testing::SmallPortal small;
  small.portal().strings["vi"]["le.hoi"] = "Lễ hội";
  render::LayoutFiles layouts = testing::shipped_layouts();
  layouts.files["notice.html"] =
      layouts.files["article.html"] + "{{T_le_hoi}}{{#FIELD_number}}{{FIELD_number}}{{/FIELD_number}}";
  Diagnostics found;
  CHECK(render::Renderer::create(layouts, found, &small.site) != nullptr);
  layouts.files["notice.html"] += "{{FIELD_numbr}}";
  CHECK(render::Renderer::create(layouts, found, &small.site) == nullptr);
  REQUIRE(found.error_count() == 1);
  CHECK(found.all()[0].code == "layout-field-unknown");
  CHECK(found.all()[0].suggestion == "FIELD_number");
}

TEST_CASE("any bytes in a layout give messages, never a crash", "[layouts]") {
  std::string text = head;
  std::uint32_t seed = 12345;
  constexpr std::string_view pieces[] = {
      "{{",      "}}",        "{{#A}}", "{{/A}}", "<",         ">",          "\"",   "'", "=",   " ",     "p",
      "<script", "</script>", "<!--",   "-->",    "{{TITLE}}", "{{>PAGER}}", "\xff", "ế", "{{!", "style", "\n"};
  for (int round = 0; round < 300; ++round) {
    std::string candidate = text;
    for (int i = 0; i < 40; ++i) {
      seed = seed * 1664525 + 1013904223;
      candidate += pieces[(seed >> 16) % std::size(pieces)];
    }
    check_with("list.html", candidate);
  }
  CHECK(check_with("list.html", std::string(300'000, '<')).all().at(0).code == "layout-too-large");
}

TEST_CASE("an asset is published under its hash, and style sheets follow", "[layouts]") {
  render::LayoutFiles layouts = testing::shipped_layouts();
  layouts.files["assets/site.css"] = "p { background: url( \"emblem.svg\" ) }";
  Diagnostics found;
  const auto renderer = render::Renderer::create(layouts, found);
  REQUIRE(renderer != nullptr);
  std::string emblem, sheet;
  for (const render::Asset& asset : renderer->assets()) {
    if (asset.source == "assets/emblem.svg") emblem = asset.path;
    if (asset.source == "assets/site.css") sheet = asset.bytes;
  }
  CHECK(emblem.size() == std::string("/assets/emblem..svg").size() + 12);
  CHECK(sheet == "p { background: url(" + emblem + ") }");
}

TEST_CASE("the files of styles/ are joined in their order into one sheet, and a portal may replace one of them",
          "[layouts][SUBP-01]") {
  const auto sheet_of = [](const render::LayoutFiles& layouts) {
    Diagnostics found;
    const auto renderer = render::Renderer::create(layouts, found);
    REQUIRE(renderer != nullptr);
    for (const render::Asset& asset : renderer->assets())
      if (asset.source == "assets/site.css") return asset.bytes;
    return std::string();
  };
  render::LayoutFiles layouts = testing::shipped_layouts();
  layouts.files["styles/components.css"] = "i { background: url(emblem.svg) }";
  layouts.files["styles/festival.css"] = "u { color: red }";
  const std::string sheet = sheet_of(layouts);
  const std::size_t tokens = sheet.find("--ground"), component = sheet.find("i { background: url(/assets/emblem."),
                    own = sheet.find("u { color: red }"), print = sheet.find("@media print");
  CHECK(tokens < component);
  CHECK(component < own);
  CHECK(own < print);
  CHECK(print != std::string::npos);
  layouts.files["assets/site.css"] = "b {}";
  CHECK(sheet_of(layouts) == "b {}");
}

TEST_CASE("a style sheet loads nothing that is not published with it", "[ADV-02][layouts]") {
  const auto code_of = [](const std::string& css) {
    const Diagnostics found = check_with("assets/site.css", css);
    return found.empty() ? ""
                         : found.all()[0].code + " " + std::to_string(found.all()[0].where.line) + ":" +
                               std::to_string(found.all()[0].where.column);
  };
  CHECK(code_of("p{}\na { background: url(https://cdn.example/a.png) }") == "layout-other-host 2:21");
  CHECK(code_of("p { background: url(emblm.svg) }") == "layout-asset-unknown 1:21");
  CHECK(code_of("@import \"x.css\";") == "layout-css-import 1:1");
  CHECK(code_of("p { background: url(data:image/gif;base64,R0) }").empty());
}
