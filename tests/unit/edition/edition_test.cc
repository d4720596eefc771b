// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/edition/edition.h"

#include <functional>

#include "generator/edition/folder.h"
#include "tests/support/catch.h"
#include "tests/support/site_builder.h"

using namespace congbo;
using edition::Audience;
using edition::Edition;
using edition::State;
using pages::Page;

namespace {

Instant at(const char* text) {
  return parse_instant(text).value();
}
Date day(const char* text) {
  return parse_date(text).value();
}
const Instant now = at("2026-11-20T12:00");

struct One {
  State state;
  bool visible, listed;
  std::optional<Instant> next;
  bool operator==(const One&) const = default;
};

// The first page of an edition that holds `change`d news and nothing else.
One edition_of(const std::function<void(Page&)>& change, Audience audience = Audience::everyone) {
  const site::Site site = test::two_portals();
  Page page = test::page_at(site, "content/tin-tuc/a.md");
  change(page);
  const pages::Library library = test::library_of({page});
  const Edition made = edition::make_edition(library, now, audience);
  REQUIRE(made.visible.size() == (made.is_visible(0) ? 1 : 0));
  REQUIRE(made.listed.size() == (made.is_listed(0) ? 1 : 0));
  return {made.states[0], made.is_visible(0), made.is_listed(0), made.next_event};
}

pages::Embargo embargo(std::optional<Instant> until) {
  return {until, "chờ công bố", "UBND tỉnh"};
}

}  // namespace

TEST_CASE("a page is visible or hidden by its status and times", "[REF-04][ROL-01][CON-03]") {
  const Instant before = at("2026-11-20T11:59"), after = at("2026-11-20T12:01");
  CHECK(edition_of([](Page&) {}) == One{State::published, true, true, {}});
  CHECK(edition_of([](Page& p) { p.status = pages::Status::draft; }) == One{State::draft, false, false, {}});
  CHECK(edition_of([](Page& p) { p.status = pages::Status::withdrawn; }) == One{State::withdrawn, true, false, {}});
  CHECK(edition_of([&](Page& p) { p.release_at = after; }) == One{State::scheduled, false, false, after});
  CHECK(edition_of([&](Page& p) { p.release_at = before; }) == One{State::published, true, true, {}});
  CHECK(edition_of([&](Page& p) { p.release_at = now; }) == One{State::published, true, true, {}});
  CHECK(edition_of([&](Page& p) { p.expires_at = after; }) == One{State::published, true, true, after});
  CHECK(edition_of([&](Page& p) { p.expires_at = now; }) == One{State::expired, false, false, {}});
  CHECK(edition_of([&](Page& p) { p.embargo = embargo(after); }) == One{State::embargoed, false, false, after});
  CHECK(edition_of([&](Page& p) { p.embargo = embargo(now); }) == One{State::published, true, true, {}});
  CHECK(edition_of([&](Page& p) { p.embargo = embargo({}); }) == One{State::embargoed, false, false, {}});
}

TEST_CASE("of release_at and embargo the later one counts", "[REF-04]") {
  const Instant sooner = at("2026-11-21T08:00"), later = at("2026-11-25T08:00");
  CHECK(edition_of([&](Page& p) { p.release_at = sooner, p.embargo = embargo(later); }).next == later);
  CHECK(edition_of([&](Page& p) { p.release_at = later, p.embargo = embargo(sooner); }).next == later);
  CHECK(edition_of([&](Page& p) { p.release_at = later, p.embargo = embargo(sooner); }).state == State::embargoed);
}

TEST_CASE("times of a page that is never shown are no events", "[REF-04]") {
  const Instant later = at("2026-11-25T08:00"), last = at("2026-12-01T08:00");
  CHECK_FALSE(edition_of([&](Page& p) { p.status = pages::Status::draft, p.release_at = later; }).next);
  CHECK_FALSE(edition_of([&](Page& p) { p.embargo = embargo({}), p.expires_at = later; }).next);
  CHECK_FALSE(edition_of([&](Page& p) { p.release_at = last, p.expires_at = later; }).next);
  CHECK(edition_of([&](Page& p) { p.release_at = later, p.expires_at = last; }).next == later);
}

TEST_CASE("a preview sees everything and still tells the state", "[ROL-01]") {
  const Instant later = at("2026-11-25T08:00"), last = at("2026-12-01T08:00");
  const auto drafts = Audience::drafts;
  CHECK(edition_of([](Page& p) { p.status = pages::Status::draft; }, drafts) == One{State::draft, true, true, {}});
  CHECK(edition_of([&](Page& p) { p.release_at = later; }, drafts) == One{State::scheduled, true, true, later});
  CHECK(edition_of([](Page& p) { p.status = pages::Status::withdrawn; }, drafts).listed == false);
  const One embargoed = edition_of([&](Page& p) { p.embargo = embargo(later), p.release_at = last; }, drafts);
  CHECK(embargoed == One{State::embargoed, true, true, later});  // then it is shown as scheduled
  CHECK_FALSE(edition_of([&](Page& p) { p.status = pages::Status::draft, p.release_at = later; }, drafts).next);
}

TEST_CASE("a hidden section hides everything below it in its portal and language", "[REF-04][SUBP-01]") {
  const site::Site site = test::two_portals();
  const std::vector<std::string> sources = {
      "content/du-thao/2026/11/b.md",  "content/du-thao/_index.md",       "content/du-thao/a.md",
      "content/du-thao/con/_index.md", "content/du-thao/con/c.md",        "content/du-thao-khac/d.md",
      "content/en/du-thao/e.md",       "content/sites/xa-a/du-thao/f.md", "content/g.md"};
  std::vector<Page> all;
  for (const std::string& source : sources) all.push_back(test::page_at(site, source));
  all[1].status = pages::Status::draft;
  const pages::Library library = test::library_of(all);
  const Edition made = edition::make_edition(library, now, Audience::everyone);
  for (pages::PageIndex i = 0; i < library.size(); ++i) {
    const bool below = library[i].source.starts_with("content/du-thao/");
    INFO(library[i].source);
    CHECK(made.is_visible(i) == !below);
    CHECK(made.states[i] == (below ? State::draft : State::published));
  }
}

TEST_CASE("a draft home page hides one language of one portal only", "[SUBP-01]") {
  const site::Site site = test::two_portals();
  Page home = test::page_at(site, "content/_index.md");
  home.status = pages::Status::draft;
  const pages::Library library =
      test::library_of({home, test::page_at(site, "content/tin-tuc/a.md"), test::page_at(site, "content/en/news/b.md"),
                        test::page_at(site, "content/sites/xa-a/c.md")});
  const Edition made = edition::make_edition(library, now, Audience::everyone);
  REQUIRE(made.visible.size() == 2);
  CHECK(library[made.visible[0]].source == "content/en/news/b.md");
  CHECK(library[made.visible[1]].source == "content/sites/xa-a/c.md");
}

TEST_CASE("a section's times bound those of its pages", "[REF-04]") {
  const site::Site site = test::two_portals();
  Page section = test::page_at(site, "content/le-hoi/_index.md");
  Page page = test::page_at(site, "content/le-hoi/a.md");
  section.release_at = at("2026-11-24T08:00");
  page.release_at = at("2026-11-22T08:00");
  page.expires_at = at("2026-11-23T08:00");
  section.expires_at = at("2026-12-01T08:00");
  const pages::Library library = test::library_of({section, page});
  Edition made = edition::make_edition(library, now, Audience::everyone);
  CHECK(made.next_event == section.release_at);  // the page itself has expired by then
  made = edition::make_edition(library, *section.release_at, Audience::everyone);
  CHECK(made.visible.size() == 1);
  CHECK(made.next_event == section.expires_at);
}

TEST_CASE("a withdrawn section keeps its items", "[ARC-03]") {
  const site::Site site = test::two_portals();
  Page section = test::page_at(site, "content/cu/_index.md");
  section.status = pages::Status::withdrawn;
  const pages::Library library = test::library_of({section, test::page_at(site, "content/cu/a.md")});
  const Edition made = edition::make_edition(library, now, Audience::everyone);
  CHECK(made.visible.size() == 2);
  REQUIRE(made.listed.size() == 1);
  CHECK(made.states[made.listed[0]] == State::published);
}

TEST_CASE("the phase of a consultation follows its whole days", "[CON-03]") {
  site::Site site = test::two_portals();
  Page page = test::page_at(site, "content/lay-y-kien/a.md");
  CHECK(edition::phase(page, now).empty());
  test::set_field(page, "opens_on", test::value_of(day("2026-11-20")));
  test::set_field(page, "closes_on", test::value_of(day("2026-11-30")));
  CHECK(edition::phase(page, at("2026-11-19T23:59:59")) == "upcoming");
  CHECK(edition::phase(page, at("2026-11-20T00:00")) == "open");
  CHECK(edition::phase(page, at("2026-11-30T23:59:59")) == "open");
  CHECK(edition::phase(page, at("2026-12-01T00:00")) == "closed");
  CHECK(edition::phase(page, at("2026-11-30T17:00:00Z")) == "closed");
}

TEST_CASE("the validity of a document follows its dates", "[DOC-03]") {
  site::Site site = test::two_portals();
  Page page = test::page_at(site, "content/van-ban/a.md");
  test::set_field(page, "effective_on", test::value_of(day("2012-11-16")));
  CHECK(edition::validity(page, at("2012-11-15T23:59:59")) == "pending");
  CHECK(edition::validity(page, at("2012-11-16T00:00")) == "in-force");
  test::set_field(page, "expires_on", test::value_of(day("2020-01-01")));
  CHECK(edition::validity(page, at("2019-12-31T23:59:59")) == "in-force");
  CHECK(edition::validity(page, at("2020-01-01T00:00")) == "ended");
}

TEST_CASE("the folder of an address leaves out the language", "[SUBP-01]") {
  const site::Site site = test::two_portals();
  CHECK(edition::folder_of(test::page_at(site, "content/a.md")).empty());
  CHECK(edition::folder_of(test::page_at(site, "content/_index.md")).empty());
  CHECK(edition::folder_of(test::page_at(site, "content/en/_index.md")).empty());
  CHECK(edition::folder_of(test::page_at(site, "content/en/news/2026/a.md")) == "news/2026");
  CHECK(edition::folder_of(test::page_at(site, "content/tin-tuc/_index.md")) == "tin-tuc");
  CHECK(edition::parent_folder("a/b/c") == "a/b");
  CHECK(edition::parent_folder("a").empty());
}

TEST_CASE("the days left of an open consultation are counted to its closing day", "[CON-03]") {
  const site::Site site = test::two_portals();
  Page page = test::page_at(site, "content/a.md");
  CHECK_FALSE(edition::days_left(page, at("2026-06-01T08:00")));
  test::set_field(page, "opens_on", test::value_of(day("2026-06-01")));
  test::set_field(page, "closes_on", test::value_of(day("2026-06-10")));
  CHECK_FALSE(edition::days_left(page, at("2026-05-31T23:59:59")));
  CHECK(edition::days_left(page, at("2026-06-01T00:00")) == 9);
  CHECK(edition::days_left(page, at("2026-06-09T23:59:59")) == 1);
  CHECK(edition::days_left(page, at("2026-06-10T23:59:59")) == 0);
  CHECK_FALSE(edition::days_left(page, at("2026-06-11T00:00")));
}
