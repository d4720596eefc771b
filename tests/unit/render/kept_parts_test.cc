// SPDX-License-Identifier: GPL-3.0-or-later
// What many pages share is made once and is the same for all of them.
#include "generator/render/item_parts.h"
#include "generator/render/names.h"
#include "generator/render/template_store.h"
#include "tests/support/catch.h"

using namespace congbo;
using render::View;
namespace name = render::name;

namespace {

void add_lines_of_items(render::TemplateStore& store) {
  const std::string head = "{{%AUTOESCAPE context=\"HTML\"}}";
  REQUIRE(store.add("list.html", head + "<ul>{{#ITEMS}}{{>LINE}}{{/ITEMS}}</ul>"));
  REQUIRE(store.add("partials/line.html", head + "<li>{{TITLE}}{{#SUMMARY}} {{SUMMARY}}{{/SUMMARY}}{{>FACTS}}</li>"));
  REQUIRE(store.add("partials/facts.html", head + "<b>{{DATE}}</b>"));
  store.freeze();
}

std::string page_with(const render::TemplateStore& store, const render::ItemParts& parts, int& filled) {
  View around, page;
  page.set(name::main, "list.html");
  page.set(name::summary, "of the page");
  page.add_kept(name::items, around, parts, 1, [&](View& row) {
    ++filled;
    row.set(name::title, "Giá < 5 & «rẻ»");
    row.set(name::date, "22/11/2026");
  });
  std::string html;
  CHECK(store.expand("list.html", page, html));
  return html;
}

}  // namespace

TEST_CASE("an item is filled for the first page; the next ones show what is kept, escaped once", "[layouts]") {
  render::TemplateStore store;
  add_lines_of_items(store);
  const render::ItemParts parts(3);
  int filled = 0;
  for (int page = 0; page < 3; ++page)
    CHECK(page_with(store, parts, filled) == "<ul><li>Giá &lt; 5 &amp; «rẻ»<b>22/11/2026</b></li></ul>");
  CHECK(filled == 1);
  CHECK(parts.find(1, render::hash_name("LINE")) != nullptr);
  CHECK(parts.find(1, render::hash_name("FACTS")) == nullptr);
  CHECK(parts.find(2, render::hash_name("LINE")) == nullptr);
}

TEST_CASE("where nothing more may be kept, each page is made as the first", "[layouts]") {
  render::TemplateStore store;
  add_lines_of_items(store);
  const render::ItemParts none(3, 0);
  int filled = 0;
  for (int page = 0; page < 2; ++page)
    CHECK(page_with(store, none, filled) == "<ul><li>Giá &lt; 5 &amp; «rẻ»<b>22/11/2026</b></li></ul>");
  CHECK(filled == 2);
}

TEST_CASE("of two threads that keep the same part one wins; an item has as many parts as there are", "[layouts]") {
  const render::ItemParts parts(1, 20);
  const std::string* first = parts.keep(0, 1, "một");
  CHECK(parts.keep(0, 1, "một") == first);
  for (std::uint64_t partial = 2; partial <= 9; ++partial) CHECK(parts.keep(0, partial, "") != nullptr);
  CHECK(parts.keep(0, 10, "hơn hai mươi byte thì thôi") == nullptr);
  CHECK(*parts.find(0, 1) == "một");
}
