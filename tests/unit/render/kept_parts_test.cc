// SPDX-License-Identifier: GPL-3.0-or-later
// What many pages share is made once and is the same for all of them.
#include <atomic>
#include <thread>
#include <vector>

#include "generator/render/item_rows.h"
#include "generator/render/names.h"
#include "generator/render/template_store.h"
#include "tests/support/catch.h"

using namespace congbo;
using render::View;
namespace name = render::name;

namespace {

std::string page_with(const render::TemplateStore& store, const View& row) {
  View page;
  page.set(name::main, "list.html");
  page.set(name::summary, "of the page");
  page.add(name::items, row);
  std::string html;
  CHECK(store.expand("list.html", page, html));
  return html;
}

}  // namespace

TEST_CASE("a row is filled once for all threads, and beyond the bound not at all", "[layouts]") {
  const render::ItemRows rows(3);
  View around;
  std::atomic<int> filled{0};
  const auto fill = [&](View& row, render::Texts& texts) {
    ++filled;
    row.set(name::title, texts.keep("Hội nghị"));
  };
  const View* first = rows.row(1, around, fill);
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i) readers.emplace_back([&] { CHECK(rows.row(1, around, fill) == first); });
  for (std::thread& reader : readers) reader.join();
  CHECK(filled == 1);
  CHECK(first->value(name::title.hash) == "Hội nghị");
  CHECK(rows.row(3, around, fill) == nullptr);
}

TEST_CASE("a kept part is the same as one made again, escaped once", "[layouts]") {
  render::TemplateStore store;
  const std::string head = "{{%AUTOESCAPE context=\"HTML\"}}";
  REQUIRE(store.add("list.html", head + "<ul>{{#ITEMS}}{{>LINE}}{{/ITEMS}}</ul>"));
  REQUIRE(store.add("partials/line.html", head + "<li>{{TITLE}}{{#SUMMARY}} {{SUMMARY}}{{/SUMMARY}}{{>FACTS}}</li>"));
  REQUIRE(store.add("partials/facts.html", head + "<b>{{DATE}}</b>"));
  store.freeze();
  View around, row(&around);
  row.set(name::title, "Giá < 5 & «rẻ»");
  row.set(name::date, "22/11/2026");
  const std::string made_again = page_with(store, row);
  CHECK(made_again == "<ul><li>Giá &lt; 5 &amp; «rẻ»<b>22/11/2026</b></li></ul>");
  render::KeptParts parts;
  row.keep_in(parts);
  CHECK(page_with(store, row) == made_again);
  CHECK(page_with(store, row) == made_again);
  CHECK(parts.find(render::hash_name("LINE")) != nullptr);
  CHECK(parts.find(render::hash_name("FACTS")) == nullptr);
}

TEST_CASE("of two threads that keep the same part one wins; a fifth part finds no place", "[layouts]") {
  render::KeptParts parts;
  const std::string* first = parts.keep(1, "một");
  CHECK(parts.keep(1, "một") == first);
  for (std::uint64_t partial = 2; partial <= 4; ++partial) CHECK(parts.keep(partial, "") != nullptr);
  CHECK(parts.keep(5, "năm") == nullptr);
  CHECK(*parts.find(1) == "một");
}
