// SPDX-License-Identifier: GPL-3.0-or-later
// next_event over many pages at once: nothing differs between two events, something does at each.
#include <random>

#include "generator/edition/edition.h"
#include "tests/support/catch.h"
#include "tests/support/site_builder.h"

using namespace congbo;
using edition::Audience;
using edition::Edition;
using pages::Page;

namespace {

constexpr std::int64_t first_second = 1'790'000'000;
constexpr std::int64_t span = 30 * 86'400;

class Chance {
 public:
  explicit Chance(unsigned seed) : random_(seed) {}
  bool one_in(unsigned n) { return random_() % n == 0; }
  Instant moment() { return {first_second + static_cast<std::int64_t>(random_() % span)}; }
  Date day() { return date_of(moment()); }

 private:
  std::mt19937 random_;
};

void give_times(Page& page, Chance& chance) {
  if (chance.one_in(5)) page.status = pages::Status::draft;
  if (chance.one_in(6)) page.status = pages::Status::withdrawn;
  if (chance.one_in(3)) page.release_at = chance.moment();
  if (chance.one_in(3)) page.expires_at = chance.moment();
  if (chance.one_in(6)) page.embargo = pages::Embargo{chance.moment(), "", ""};
  if (chance.one_in(20)) page.embargo = pages::Embargo{{}, "", ""};
  for (const char* key : {"opens_on", "closes_on", "effective_on", "expires_on"})
    if (chance.one_in(4)) test::set_field(page, key, test::value_of(chance.day()));
}

pages::Library random_library(const site::Site& site, unsigned seed) {
  Chance chance(seed);
  std::vector<Page> all;
  for (const char* section : {"content/", "content/a/", "content/a/b/", "content/c/", "content/en/", "content/en/a/"}) {
    if (!chance.one_in(3)) {
      all.push_back(test::page_at(site, std::string(section) + "_index.md"));
      if (chance.one_in(2)) give_times(all.back(), chance);
      if (chance.one_in(2)) all.back().status = pages::Status::published;
    }
    for (int i = 0; i < 3; ++i) {
      all.push_back(test::page_at(site, section + std::to_string(i) + ".md"));
      give_times(all.back(), chance);
    }
  }
  return test::library_of(all);
}

// All that the world can see of an edition, one line a page.
std::string seen(const pages::Library& library, Instant moment, Audience audience) {
  const Edition made = edition::make_edition(library, moment, audience);
  std::string text;
  for (const pages::PageIndex i : made.visible) {
    text += library[i].source + (made.is_listed(i) ? " listed " : " ");
    text += edition::phase(library[i], moment) + " " + edition::validity(library[i], moment);
    if (const auto left = edition::days_left(library[i], moment)) text += " " + std::to_string(*left);
    text += " " + std::to_string(static_cast<int>(made.states[i])) + "\n";
  }
  return text;
}

// Every second at which anything could differ, found without next_event.
std::vector<Instant> candidates(const pages::Library& library) {
  std::vector<Instant> moments;
  for (const auto& page : library.pages()) {
    for (const auto& moment : {page->release_at, page->expires_at})
      if (moment) moments.push_back(*moment);
    if (page->embargo && page->embargo->until) moments.push_back(*page->embargo->until);
    for (const pages::Field& field : page->fields) {
      const Date day = std::get<Date>(field.value.data);
      moments.push_back(start_of_day(day));
      moments.push_back(end_of_day(day));
    }
  }
  std::sort(moments.begin(), moments.end());
  moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
  return moments;
}

int sweep(const pages::Library& library, Audience audience) {
  const std::vector<Instant> all = candidates(library);
  Instant now{first_second - 86'400 * 2};
  int events = 0;
  for (std::optional<Instant> next; events < 1000; ++events) {
    const std::string before = seen(library, now, audience);
    next = edition::make_edition(library, now, audience).next_event;
    for (const Instant moment : all)
      if (moment > now && (!next || moment < *next)) REQUIRE(seen(library, moment, audience) == before);
    if (!next) return events;
    REQUIRE(*next > now);
    REQUIRE(seen(library, {next->seconds - 1}, audience) == before);
    REQUIRE(seen(library, *next, audience) != before);
    // From the second before, and from anywhere in between, it is the same event.
    REQUIRE(edition::make_edition(library, {next->seconds - 1}, audience).next_event == next);
    now = *next;
  }
  return events;
}

}  // namespace

TEST_CASE("nothing differs between two events and something does at each", "[REF-04][CON-03][DOC-03]") {
  const Audience audience = GENERATE(Audience::everyone, Audience::drafts);
  int events = 0;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    const site::Site site = test::two_portals();
    events += sweep(random_library(site, seed), audience);
  }
  CHECK(events > 200);
}
