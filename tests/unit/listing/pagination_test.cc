// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>
#include <set>

#include "generator/listing/arrange.h"
#include "generator/listing/shelf.h"
#include "tests/support/catch.h"

using namespace congbo;
using listing::List;
using listing::ListPage;

namespace {

List list_of(std::uint32_t count) {
  List list;
  list.path = "/tin-tuc/";
  for (std::uint32_t i = 0; i < count; ++i) list.items.push_back(count - i);  // newest first
  return list;
}

// What each path shows: the items by age (1 is the oldest).
std::map<std::string, std::vector<pages::PageIndex>> contents(const List& list, std::uint32_t per_page) {
  std::map<std::string, std::vector<pages::PageIndex>> shown;
  for (const ListPage& page : listing::cut_into_pages(list, 0, per_page))
    shown[page.path].assign(list.items.begin() + page.begin, list.items.begin() + page.end);
  return shown;
}

}  // namespace

TEST_CASE("the newest page holds between one and two pages' worth", "[NEW-05]") {
  for (std::uint32_t per_page : {1u, 2u, 10u})
    for (std::uint32_t count = 0; count <= 65; ++count) {
      const List list = list_of(count);
      const std::vector<ListPage> pages = listing::cut_into_pages(list, 7, per_page);
      const std::uint32_t newest = pages[0].end - pages[0].begin;
      INFO(count << " items, " << per_page << " a page");
      CHECK(pages[0].begin == 0);
      CHECK(pages[0].path == "/tin-tuc/");
      CHECK((count < per_page ? newest == count : newest >= per_page && newest < 2 * per_page));
      std::multiset<pages::PageIndex> seen;
      for (const ListPage& page : pages) {
        CHECK(page.list == 7);
        CHECK(page.total_pages == pages.size());
        if (page.number > 0) CHECK(page.end - page.begin == per_page);
        seen.insert(list.items.begin() + page.begin, list.items.begin() + page.end);
      }
      CHECK(seen.size() == count);
      CHECK(std::set<pages::PageIndex>(seen.begin(), seen.end()).size() == count);
    }
}

TEST_CASE("an addition changes the newest page and at most makes one more", "[NEW-05]") {
  for (std::uint32_t count = 1; count < 60; ++count) {
    const auto before = contents(list_of(count), 5), after = contents(list_of(count + 1), 5);
    for (const auto& [path, items] : before)
      if (path != "/tin-tuc/") CHECK(after.at(path) == items);
    CHECK(after.size() - before.size() <= 1);
  }
}

TEST_CASE("page one is the oldest and pages are chained both ways", "[NEW-05]") {
  const std::vector<ListPage> pages = listing::cut_into_pages(list_of(35), 0, 10);
  REQUIRE(pages.size() == 3);
  CHECK(pages[0].end == 15);
  CHECK(pages[0].newer.empty());
  CHECK(pages[0].older == "/tin-tuc/trang-2.html");
  CHECK(pages[2].path == "/tin-tuc/trang-2.html");
  CHECK(pages[2].newer == "/tin-tuc/");
  CHECK(pages[2].older == "/tin-tuc/trang-1.html");
  CHECK(pages[1].begin == 25);
  CHECK(pages[1].end == 35);
  CHECK(pages[1].newer == "/tin-tuc/trang-2.html");
  CHECK(pages[1].older.empty());
}
