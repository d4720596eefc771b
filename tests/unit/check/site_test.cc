// SPDX-License-Identifier: GPL-3.0-or-later
#include <set>

#include "tests/unit/check/checked_site.h"

using namespace congbo;
using test::CheckedSite;
using test::Lines;

TEST_CASE("old addresses are paths of their own", "[ARC-03]") {
  CheckedSite site;
  const auto add = [&](const std::string& source, std::vector<std::string> aliases) {
    pages::Page& page = site.add(source);
    page.aliases = std::move(aliases);
    page.key_places = {{"aliases", {5, 1, 7}}};
  };
  add("content/a.md", {"/cu/bai.html", "/cu/../../bi-mat", "khong-gach", "/co cach", "/a%2e"});
  add("content/b.md", {"/cu/bai"});
  add("content/tin-tuc/c.md", {"/moi.html", "/CU/Bai/"});
  add("content/sites/xa-a/d.md", {"/cu/bai.html"});
  CHECK(site.findings("aliases") == Lines{"content/a.md:5:1 error alias-not-path [/cu/../../bi-mat]",
                                          "content/a.md:5:1 error alias-not-path [khong-gach]",
                                          "content/a.md:5:1 error alias-not-path [/co cach]",
                                          "content/a.md:5:1 error alias-not-path [/a%2e]",
                                          "content/b.md:5:1 error alias-duplicate [/cu/bai, content/a.md]",
                                          "content/tin-tuc/c.md:5:1 error alias-duplicate [/CU/Bai/, content/a.md]"});
}

TEST_CASE("sections without _index.md are named with the file to make", "[CAT-01][SUBP-01]") {
  CheckedSite site;
  site.add("content/tin-tuc/_index.md");
  site.add("content/tin-tuc/2026/11/a.md").date = start_of_day({2026, 11, 1});
  site.add("content/van-ban/con/b.md");
  site.add("content/en/news/c.md");
  site.add("content/sites/xa-a/tin/d.md");
  CHECK(site.findings("sections") ==
        Lines{"content/en/news/_index.md:0:0 warning section-untitled [/en/news/, News, content/en/news/_index.md]",
              "content/sites/xa-a/tin/_index.md:0:0 warning section-untitled [/tin/, Tin, "
              "content/sites/xa-a/tin/_index.md]",
              "content/van-ban/_index.md:0:0 warning section-untitled [/van-ban/, Van ban, content/van-ban/_index.md]",
              "content/van-ban/con/_index.md:0:0 warning section-untitled [/van-ban/con/, Con, "
              "content/van-ban/con/_index.md]"});
}

TEST_CASE("every portal says how to reach its owner, over https", "[ID-04][ID-02]") {
  CheckedSite site;
  CHECK(site.findings("contact").empty());
  site.site.portals[0].contact.email.clear();
  site.site.portals[0].base_url = "http://tinh.example.gov.vn";
  site.site.portals[1].contact = {};
  site.site.portals[1].base_url = "http://xa-a.localhost:8080";
  site.files["content/_site/site.yaml"] = "name: Cổng\nbase_url: http://tinh.example.gov.vn\ncontact:\n  address: x\n";
  CHECK(site.findings("contact") ==
        Lines{"content/_site/site.yaml:2:1 warning base-url-not-https [http://tinh.example.gov.vn] -> "
              "https://tinh.example.gov.vn",
              "content/_site/site.yaml:3:1 error contact-incomplete [email, tinh]",
              "content/sites/xa-a/_site/site.yaml:0:0 error contact-incomplete [address, xa-a]",
              "content/sites/xa-a/_site/site.yaml:0:0 error contact-incomplete [phone, xa-a]",
              "content/sites/xa-a/_site/site.yaml:0:0 error contact-incomplete [email, xa-a]"});
}

TEST_CASE("every rule has a name of its own and says what it serves", "[REF-05]") {
  std::set<std::string_view> names;
  for (const check::Rule& rule : check::rules()) {
    CHECK(names.insert(rule.name).second);
    CHECK_FALSE(rule.requirement.empty());
    CHECK(rule.run != nullptr);
  }
}
