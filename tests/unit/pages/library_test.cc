// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/pages/library.h"

#include "generator/pages/link_target.h"
#include "tests/unit/pages/portal_for_tests.h"

using namespace congbo;
using namespace congbo::pages;
using Kind = LinkTarget::Kind;

namespace {

Library library_of(const std::map<std::string, std::string>& front_matter, Diagnostics& found) {
  std::vector<PagePointer> pages;
  for (const auto& file : front_matter)
    pages.push_back(test::load(file.first, "---\ntitle: A\n" + file.second + "---\n").page);
  return Library(std::move(pages), found);
}

std::string collisions(const std::map<std::string, std::string>& front_matter) {
  Diagnostics found;
  library_of(front_matter, found);
  return test::print(found);
}

const Library& usual_library() {
  static const Library library = [] {
    Diagnostics found;
    return library_of({{"content/_index.md", ""},
                       {"content/gioi-thieu.md", ""},
                       {"content/sites/xa-a/_index.md", ""},
                       {"content/sites/xa-a/a.md", ""},
                       {"content/tin-tuc/2026/11/a.md", ""},
                       {"content/tin-tuc/2026/11/b.md", ""},
                       {"content/tin-tuc/_index.md", ""}},
                      found);
  }();
  return library;
}

// "page content/a.md", "file content/a/b.pdf", … with "#anchor" behind.
std::string resolve(const std::string& address, const std::string& from = "content/tin-tuc/2026/11/a.md") {
  const Library& library = usual_library();
  const LinkTarget target = resolve_link(library, library[library.by_source(from)], address);
  static const std::map<Kind, std::string> names = {
      {Kind::page, "page"},       {Kind::file, "file"},         {Kind::anchor, "anchor"},
      {Kind::site_path, "path"},  {Kind::external, "external"}, {Kind::contact, "contact"},
      {Kind::missing, "missing"}, {Kind::outside, "outside"},   {Kind::refused, "refused"}};
  std::string out = names.at(target.kind);
  if (target.kind == Kind::page) out += " " + library[target.page].source;
  if (target.kind == Kind::file || target.kind == Kind::site_path) out += " " + target.path;
  if (!target.anchor.empty()) out += " #" + target.anchor;
  return out;
}

}  // namespace

TEST_CASE("Pages are found by source, identity and address") {
  Diagnostics found;
  const Library library = library_of(
      {{"content/a.md", ""}, {"content/sites/xa-a/a.md", ""}, {"content/tin-tuc/_index.md", "id: tin\n"}}, found);
  CHECK(found.empty());
  CHECK(library.size() == 3);
  CHECK(library.by_source("content/a.md") == 0);
  CHECK(library.by_source("content/zz.md") == no_page);
  CHECK(library.by_id("tinh", "a") == 0);
  CHECK(library.by_id("xa-a", "a") == 1);
  CHECK(library.by_id("tinh", "tin") == 2);
  CHECK(library.by_id("tinh", "tin-tuc/_index") == no_page);
  CHECK(library.by_route("tinh", "/a.html") == 0);
  CHECK(library.by_route("tinh", "/a") == 0);
  CHECK(library.by_route("xa-a", "/a.html") == 1);
  CHECK(library.by_route("tinh", "/tin-tuc/") == 2);
  CHECK(library.by_route("tinh", "/A.html") == no_page);
  CHECK(library.by_route("tinh", "") == no_page);
}

TEST_CASE("Pages that would share an address or an identity are refused") {
  CHECK(collisions({{"content/a.md", ""}, {"content/b.md", "id: a\n"}}) == "3:5 id-duplicate <a> <content/a.md>");
  CHECK(collisions({{"content/a.md", ""}, {"content/sites/xa-a/a.md", ""}}) == "");
  CHECK(collisions({{"content/a.md", ""}, {"content/a/_index.md", ""}}) ==
        "1:1 address-collision </a/> <content/a.md>");
  CHECK(collisions({{"content/A.md", ""}, {"content/a.md", ""}}) == "1:1 address-collision </A.html> <content/a.md>");
  CHECK(collisions({{"content/hoa.md", ""}, {"content/hòa.md", ""}}) ==
        "1:1 address-collision </hòa.html> <content/hoa.md>");
  CHECK(collisions({{"content/hoá.md", ""}, {"content/hòa.md", ""}}) ==
        "1:1 address-collision </hòa.html> <content/hoá.md>");
  CHECK(collisions({{"content/a.md", ""}, {"content/b.md", "aliases: [/a.html]\n"}}) ==
        "3:1 alias-taken </a.html> <content/a.md>");
  CHECK(collisions({{"content/a.md", ""}, {"content/b.md", "aliases: [/A.html]\n"}}) ==
        "3:1 alias-taken </A.html> <content/a.md>");
  CHECK(collisions({{"content/a.md", ""}, {"content/b.md", "aliases: [/c.html]\n"}}) == "");
}

TEST_CASE("Reserved names") {
  for (const char* name : {"trang-1", "trang-20", "_search", "index"}) CHECK(is_reserved_name(name));
  for (const char* name : {"trang-", "trang-chu", "trang-1a", "tin-tuc", "2026"}) CHECK_FALSE(is_reserved_name(name));
  for (const char* name : {"tim-kiem", "the", "don-vi", "chuyen-muc", "assets", "404"})
    CHECK(is_reserved_root_name(name));
  CHECK_FALSE(is_reserved_root_name("tin-tuc"));
}

TEST_CASE("Addresses in a page lead where they say") {
  struct Case {
    std::string address, expected;
  };
  const std::vector<Case> cases = {
      {"b.md", "page content/tin-tuc/2026/11/b.md"},
      {"./b.md#muc-1", "page content/tin-tuc/2026/11/b.md #muc-1"},
      {"../../_index.md", "page content/tin-tuc/_index.md"},
      {"../../", "page content/tin-tuc/_index.md"},
      {"../", "path /tin-tuc/2026/"},
      {"../../../gioi-thieu.md?x=1#y", "page content/gioi-thieu.md #y"},
      {"%62.md", "page content/tin-tuc/2026/11/b.md"},
      {"khong-co.md", "missing"},
      {"a/bieu-mau.pdf", "file content/tin-tuc/2026/11/a/bieu-mau.pdf"},
      {"a/Bi%E1%BB%83u%20m%E1%BA%ABu.pdf", "file content/tin-tuc/2026/11/a/Biểu mẫu.pdf"},
      {"../../../sites/xa-a/a.md", "page content/sites/xa-a/a.md"},
      {"/gioi-thieu.html", "page content/gioi-thieu.md"},
      {"/gioi-thieu", "page content/gioi-thieu.md"},
      {"/gioi-thieu.md", "page content/gioi-thieu.md"},
      {"/", "page content/_index.md"},
      {"/tin-tuc/", "page content/tin-tuc/_index.md"},
      {"/tin-tuc/atom.xml", "path /tin-tuc/atom.xml"},
      {"/the/chuyen-doi-so/#a", "path /the/chuyen-doi-so/ #a"},
      {"#muc-2", "anchor #muc-2"},
      {"#%C4%91i%E1%BB%81u-1", "anchor #điều-1"},
      {"", "anchor"},
      {"https://a.example/x#y", "external"},
      {"HTTP://a.example", "external"},
      {"//a.example/x", "external"},
      {"mailto:a@b.vn", "contact"},
      {"tel:+84", "contact"},
      {"javascript:alert(1)", "refused"},
      {" JavaScript:alert(1)", "refused"},
      {"java\nscript:alert(1)", "refused"},
      {"\x01javascript:alert(1)", "refused"},
      {"data:text/html,x", "refused"},
      {"file:///etc/passwd", "refused"},
      {"vbscript:x", "refused"},
      {"/\\a.example", "refused"},
      {"a%00.pdf", "refused"},
      {"../../../../layouts/base.html", "outside"},
      {"..%2f..%2f..%2f..%2fetc/passwd", "outside"},
      {"../../../_site/site.yaml", "outside"},
      {"/../../etc/passwd", "outside"},
      {"/_site/site.yaml", "outside"},
      {"a%zz.pdf", "missing"},
      {"a:b.pdf", "refused"},
  };
  for (const Case& one : cases) {
    INFO(one.address);
    CHECK(resolve(one.address) == one.expected);
  }
}

TEST_CASE("A sub-portal links to pages of the main portal, but has files of its own only") {
  const std::string from = "content/sites/xa-a/a.md";
  CHECK(resolve("../../gioi-thieu.md", from) == "page content/gioi-thieu.md");
  CHECK(resolve("../../tin-tuc/2026/11/a/b.pdf", from) == "outside");
  CHECK(resolve("a/b.pdf", from) == "file content/sites/xa-a/a/b.pdf");
  CHECK(resolve("/", from) == "page content/sites/xa-a/_index.md");
  CHECK(resolve("./", from) == "page content/sites/xa-a/_index.md");
  CHECK(resolve("/../../../x", from) == "outside");
}

TEST_CASE("A library of many pages is made in time that grows with their number") {
  std::vector<PagePointer> pages;
  const auto model = test::load("content/a.md", "---\ntitle: A\n---\n").page;
  for (int number = 0; number < 50'000; ++number) {
    auto page = std::make_shared<Page>();
    page->portal = model->portal;
    page->source = "content/tin/" + std::to_string(number) + ".md";
    page->id = "tin/" + std::to_string(number);
    page->route = {"tinh", "vi", "/tin/" + std::to_string(number) + ".html"};
    pages.push_back(std::move(page));
  }
  Diagnostics found;
  const Library library(std::move(pages), found);
  CHECK(found.empty());
  CHECK(library.by_route("tinh", "/tin/49999") == 49'999);
}
