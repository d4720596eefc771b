// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <random>

#include "generator/listing/arrange.h"
#include "tests/support/catch.h"
#include "tests/support/site_builder.h"

using namespace congbo;
using pages::Page;

namespace {

const Instant now = parse_instant("2026-11-20T12:00").value();

std::string related_to(const site::Site& site, const std::vector<Page>& all, const std::string& source) {
  const pages::Library library = test::library_of(all);
  const auto edition = edition::make_edition(library, now, edition::Audience::everyone);
  const listing::Listings listings = listing::arrange(site, library, edition);
  std::string text;
  for (const pages::PageIndex page : listings.around[library.by_source(source)].related)
    text += (text.empty() ? "" : " ") + library[page].id;
  return text;
}

Page tagged(const site::Site& site, const std::string& name, int day, std::vector<std::string> tags) {
  Page page = test::page_at(site, "content/" + name + ".md");
  page.date = start_of_day({2026, 10, day});
  page.tags = std::move(tags);
  return page;
}

}  // namespace

TEST_CASE("a rare common tag counts more than a frequent one", "[SEA-03]") {
  const site::Site site = test::two_portals();
  std::vector<Page> all = {tagged(site, "goc", 1, {"hiem", "chung"}), tagged(site, "cung-hiem", 2, {"hiem"})};
  for (int i = 3; i < 9; ++i) all.push_back(tagged(site, "chung-" + std::to_string(i), i, {"chung"}));
  CHECK(related_to(site, all, "content/goc.md") == "cung-hiem chung-8 chung-7 chung-6 chung-5");
}

TEST_CASE("ties go to the newest, then to the path", "[SEA-03]") {
  const site::Site site = test::two_portals();
  const std::vector<Page> all = {tagged(site, "goc", 1, {"x"}), tagged(site, "b", 5, {"x"}),
                                 tagged(site, "a", 5, {"x"}), tagged(site, "c", 6, {"x"}), tagged(site, "d", 7, {"y"})};
  CHECK(related_to(site, all, "content/goc.md") == "c a b");
  CHECK(related_to(site, all, "content/d.md").empty());
}

TEST_CASE("a withdrawn page is related to others but never offered", "[REF-04]") {
  const site::Site site = test::two_portals();
  std::vector<Page> all = {tagged(site, "rut", 1, {"x"}), tagged(site, "a", 5, {"x"}), tagged(site, "b", 6, {"x"})};
  all[0].status = pages::Status::withdrawn;
  CHECK(related_to(site, all, "content/rut.md") == "b a");
  CHECK(related_to(site, all, "content/a.md") == "b");
}

TEST_CASE("ten thousand pages with crowded tags are arranged at once", "[SEA-03]") {
  const site::Site site = test::two_portals();
  std::mt19937 random(7);
  std::vector<Page> all;
  for (int i = 0; i < 10'000; ++i) {
    Page page = test::page_at(site, "content/muc-" + std::to_string(i % 12) + "/2026/" + std::to_string(i % 12 + 1) +
                                        "/bai-viet-so-" + std::to_string(i) + ".md");
    page.date = Instant{now.seconds - static_cast<std::int64_t>(random() % 100'000'000)};
    for (unsigned tag = 0; tag < 2 + random() % 4; ++tag)
      page.tags.push_back("the-" + std::to_string(random() % (tag == 0 ? 5 : 200)));
    page.unit = i % 2 ? "so-noi-vu" : "van-phong";
    all.push_back(std::move(page));
  }
  const pages::Library library = test::library_of(std::move(all));
  const auto edition = edition::make_edition(library, now, edition::Audience::everyone);
  const auto start = std::chrono::steady_clock::now();
  const listing::Listings listings = listing::arrange(site, library, edition);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  CHECK(taken.count() < 3.0);  // measured 0.04 s; a guard against quadratic work, not a benchmark
  CHECK(listings.around[0].related.size() == 5);
}
