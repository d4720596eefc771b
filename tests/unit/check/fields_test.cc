// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/check/checked_site.h"

using namespace congbo;
using test::CheckedSite;
using test::Lines;
using test::value_of;

namespace {

constexpr const char* from = "content/van-ban/a.md";

void set_file(pages::Page& page, const std::string& path, int line) {
  test::set_field(page, "file", value_of(path, {line, 7, 5}), site::Kind::file);
}

}  // namespace

TEST_CASE("files of fields exist and may be published", "[DOC-06][MED-02]") {
  CheckedSite site;
  pages::Page& page = site.add(from);
  page.cover = "content/van-ban/a/bia.pdf";
  page.key_places = {{"cover", {3, 8, 4}}};
  for (const char* name : {"bia.pdf", "tep.exe", "tep.docx", "co-ban-mo.docx", "co-ban-mo.pdf", "cu.doc", "trang.html"})
    site.files["content/van-ban/a/" + std::string(name)] =
        std::string(name).ends_with("docx") ? "PK\x03\x04[Content_Types].xml" : "%PDF-1.7";
  set_file(page, "content/van-ban/a/khong-co.pdf", 4);
  set_file(page, "content/van-ban/a/tep.exe", 5);
  set_file(page, "content/van-ban/a/tep.docx", 6);
  set_file(page, "content/van-ban/a/co-ban-mo.docx", 7);
  set_file(page, "content/van-ban/a/cu.doc", 8);
  set_file(page, "content/van-ban/a/trang.html", 9);
  CHECK(site.findings("files") ==
        Lines{"content/van-ban/a.md:3:8 error file-not-image [content/van-ban/a/bia.pdf]",
              "content/van-ban/a.md:4:7 error file-missing [content/van-ban/a/khong-co.pdf]",
              "content/van-ban/a.md:5:7 error file-ending-refused [content/van-ban/a/tep.exe, exe]",
              "content/van-ban/a.md:6:7 warning file-format-closed [content/van-ban/a/tep.docx, docx]",
              "content/van-ban/a.md:8:7 error file-ending-refused [content/van-ban/a/cu.doc, doc]",
              "content/van-ban/a.md:9:7 error file-ending-refused [content/van-ban/a/trang.html, html]"});
}

TEST_CASE("names of files are fit for addresses", "[DOC-06]") {
  CheckedSite site;
  const std::string path = "content/van-ban/a/Quyết định.pdf";
  site.files[path] = "%PDF-1.7";
  set_file(site.add(from), path, 4);
  CHECK(site.findings("files") ==
        Lines{"content/van-ban/a.md:4:7 warning file-name-unsafe [" + path + "] -> quyet-dinh.pdf"});
}

TEST_CASE("drawings that could run something are refused", "[REF-11][SEC-01]") {
  const std::vector<std::pair<std::string, bool>> drawings = {
      {"<svg><path d='M0 0'/><text>on = ngày</text></svg>", true},
      {"<svg><SCRIPT>alert(1)</SCRIPT></svg>", false},
      {"<svg onload=\"x()\"/>", false},
      {"<svg><a xlink:href='javascript:x()'/></svg>", false},
      {"<svg><rect\nonclick = 'x()'/></svg>", false},
      {"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", false},
  };
  for (const auto& [bytes, good] : drawings) {
    CheckedSite site;
    site.files["content/van-ban/a/hinh.svg"] = bytes;
    site.add(from);
    site.hole(from, markdown::HoleKind::image, "a/hinh.svg", 6, 2);
    INFO(bytes);
    CHECK(site.findings("files") ==
          (good ? Lines{} : Lines{"content/van-ban/a.md:6:2 error file-svg-active [content/van-ban/a/hinh.svg]"}));
  }
}

TEST_CASE("files within lists and objects are looked at, missing ones of links are not said twice", "[DOC-06]") {
  CheckedSite site;
  pages::Page& page = site.add(from);
  site::FieldSchema list, object, file;
  file.key = "tep", file.kind = site::Kind::file;
  object.kind = site::Kind::object, object.fields = {file};
  list.key = "files", list.kind = site::Kind::list, list.fields = {object};
  const pages::Value inner = value_of("content/van-ban/a/x.pdf", {9, 3, 1});
  page.fields.push_back({&list, {pages::List{{pages::Object{{"tep", inner}}, {}}}, {}}});
  site.link(from, "a/y.pdf", 12, 1);
  CHECK(site.findings("files") == Lines{"content/van-ban/a.md:9:3 error file-missing [content/van-ban/a/x.pdf]"});
}

TEST_CASE("references name existing pages of an allowed type", "[CAT-06]") {
  CheckedSite site;
  pages::Page& page = site.add(from);
  site.add("content/van-ban/dich.md").status = pages::Status::draft;
  site.add("content/van-ban/loai.md");
  site::FieldSchema document;
  document.key = "document", document.kind = site::Kind::reference, document.types = {"document"};
  test::set_field(page, "about", value_of("van-ban/dich", {4, 8, 3}), site::Kind::reference);
  test::set_field(page, "about", value_of("van-ban/dihc", {5, 8, 3}), site::Kind::reference);
  page.fields.push_back({&document, value_of("van-ban/loai", {6, 9, 3})});
  CHECK(site.findings("references") ==
        Lines{"content/van-ban/a.md:4:8 warning reference-to-unpublished [van-ban/dich]",
              "content/van-ban/a.md:5:8 error reference-missing [van-ban/dihc] -> van-ban/dich",
              "content/van-ban/a.md:6:9 error reference-type [van-ban/loai, news, document]"});
}

TEST_CASE("the same title twice in a section is reported once, at the later page", "[REF-05]") {
  CheckedSite site;
  for (const char* source :
       {"content/tin-tuc/2026/01/a.md", "content/tin-tuc/2025/b.md", "content/khac/c.md", "content/en/tin-tuc/d.md"})
    site.add(source).title = "Họp báo";
  site.add("content/tin-tuc/e.md").title = "Họp bão";
  for (pages::Page& page : site.all) page.key_places = {{"title", {2, 8, 7}}};
  CHECK(site.findings("titles") ==
        Lines{"content/tin-tuc/2026/01/a.md:2:8 warning title-duplicate [Họp báo, content/tin-tuc/2025/b.md]"});
}

TEST_CASE("unique fields are unique in a type, portal and language", "[DOC-01]") {
  CheckedSite site;
  site::FieldSchema number;
  number.key = "number", number.unique = true;
  int line = 0;
  for (const char* source :
       {"content/van-ban/a.md", "content/van-ban/b.md", "content/en/documents/a.md", "content/sites/xa-a/a.md"})
    site.add(source).fields.push_back({&number, value_of("40/2012/QĐ-UBND", {++line, 9, 15})});
  CHECK(site.findings("unique-fields") ==
        Lines{"content/van-ban/b.md:2:9 error field-not-unique [number, 40/2012/QĐ-UBND, content/van-ban/a.md]"});
}

TEST_CASE("translations name a page in the main language, once a language", "[ID-01]") {
  CheckedSite site;
  site.add("content/a.md");
  const auto translate = [&](const std::string& source, const std::string& id) {
    pages::Page& page = site.add(source);
    page.translation_of = id;
    page.key_places = {{"translation_of", {3, 17, 1}}};
  };
  translate("content/en/a.md", "a");
  translate("content/en/b.md", "a");
  translate("content/en/c.md", "en/a");
  translate("content/en/d.md", "aa/khong-co");
  translate("content/e.md", "a");
  CHECK(site.findings("translations") == Lines{"content/e.md:3:17 error translation-same-language [a]",
                                               "content/en/b.md:3:17 error translation-duplicate [a, content/en/a.md]",
                                               "content/en/c.md:3:17 error translation-not-main [en/a, vi]",
                                               "content/en/d.md:3:17 error translation-missing [aa/khong-co]"});
}

TEST_CASE("the year of a document's number is that of its date", "[DOC-01]") {
  const std::vector<std::pair<std::string, bool>> numbers = {
      {"40/2012/QĐ-UBND", false}, {"40/2013/QĐ-UBND", true}, {"774/QĐ-UBND", true}, {"5/1234/X", true}, {"2012", true}};
  for (const auto& [number, good] : numbers) {
    CheckedSite site;
    pages::Page& page = site.add(from);
    test::set_field(page, "number", value_of(number, {3, 9, 1}));
    test::set_field(page, "issued_on", value_of(Date{2013, 1, 2}, {4, 12, 10}));
    INFO(number);
    CHECK(site.findings("documents") ==
          (good ? Lines{}
                : Lines{"content/van-ban/a.md:3:9 warning document-year-mismatch [" + number + ", 2013-01-02]"}));
  }
}
