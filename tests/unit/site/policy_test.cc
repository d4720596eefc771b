// SPDX-License-Identifier: GPL-3.0-or-later
// policy.yaml over the shipped profiles.
#include "generator/site/values/policy.h"

#include <algorithm>

#include "generator/site/load.h"
#include "tests/support/catch.h"

using namespace congbo;
using namespace congbo::site;

namespace {

struct Loaded {
  Site site;
  Diagnostics found;
  std::string codes() const {
    std::string text;
    for (const Diagnostic& one : found.all())
      text += one.where.file + ":" + std::to_string(one.where.line) + " " + one.code + "\n";
    return text;
  }
  const Policy& policy(std::size_t portal = 0) const { return policy_of(site.portals[portal]); }
};

Loaded load(const std::string& policy, std::map<std::string, std::string> more = {}) {
  more.emplace("content/_site/site.yaml", "format: 1\nname: Cổng\nbase_url: https://a.example.gov.vn\n");
  more.emplace("content/_site/policy.yaml", policy);
  Loaded loaded;
  loaded.site = load_site(*memory_snapshot(std::move(more)), loaded.found);
  return loaded;
}

}  // namespace

TEST_CASE("all shipped profiles are read without a finding, and name categories with their clause",
          "[site][CAT-01][CAT-02][CAT-03][CAT-04]") {
  const std::vector<std::string> names = profile_names();
  CHECK(names ==
        std::vector<std::string>{"commune", "district", "office", "province-by-decree", "province-by-quota", "topic"});
  const std::map<std::string, std::size_t> groups = {
      {"commune", 12},           {"district", 13}, {"office", 12}, {"province-by-decree", 15},
      {"province-by-quota", 13}, {"topic", 4}};
  for (const std::string& name : names) {
    CAPTURE(name);
    Diagnostics found;
    const Policy policy = shipped_profile(name, found);
    CHECK(found.empty());
    CHECK(policy.categories.size() == groups.at(name));
    CHECK_FALSE(policy.label.empty());
    CHECK_FALSE(policy.contact_clause.empty());
    CHECK_FALSE(policy.data.empty());
    for (const CategoryGroup& group : policy.categories) CHECK_FALSE(group.clause.empty());
    for (const auto& [code, setting] : policy.checks)
      if (setting.mandatory) CHECK_FALSE(setting.clause.empty());
    const Loaded whole = load("extends: " + name + "\n");
    CHECK(whole.codes().empty());
    CHECK(whole.policy().profile == name);
  }
}

TEST_CASE("types and categories that the profiles name are shipped ones", "[site][CAT-04]") {
  Diagnostics found;
  const Loaded portal = load("choices: {}\n");
  for (const std::string& name : profile_names()) {
    const Policy policy = shipped_profile(name, found);
    for (const CategoryGroup& group : policy.categories)
      for (const std::string& category : group.categories) {
        CAPTURE(name, group.id, category);
        CHECK(portal.site.portals[0].vocabularies.at("category").term(category) != nullptr);
      }
  }
}

TEST_CASE("a portal may ask for more than its profile, never for less", "[site][REF-01][ID-04]") {
  const Loaded loaded = load(
      "extends: office\nchecks:\n  title-duplicate: error\n  contact-incomplete: warning\n"
      "contact: {required: [email]}\ncategories:\n  news: {required: false}\n  festivals: {required: true}\n"
      "domain: {sub_portals: true}\n");
  CHECK(loaded.codes() ==
        "content/_site/policy.yaml:4 policy-mandatory\ncontent/_site/policy.yaml:7 policy-mandatory\n"
        "content/_site/policy.yaml:5 policy-mandatory\ncontent/_site/policy.yaml:5 policy-mandatory\n"
        "content/_site/policy.yaml:5 policy-mandatory\ncontent/_site/policy.yaml:9 policy-mandatory\n");
  CHECK(loaded.found.all()[0].arguments[1] == "Điều 8, khoản 1, điểm l và Điều 10, khoản 1");
  const Policy& policy = loaded.policy();
  CHECK(policy.check("title-duplicate")->level == CheckLevel::error);
  CHECK(policy.check("contact-incomplete")->level == CheckLevel::error);
  CHECK(policy.demands_contact("fax"));
  CHECK(policy.categories[1].required);
  CHECK(policy.categories.back().id == "festivals");
  CHECK_FALSE(policy.domain.sub_portals);
}

TEST_CASE("mistakes in policy.yaml are placed, with the nearest name", "[site]") {
  const Loaded loaded = load(
      "extends: ofice\nchecks: {title-duplicate: loud}\nservice_levels: level\nreview: {procedur: 90}\n"
      "disabled_types: {promotoin: x}\ncategories: {news: {categories: [tin-tcu]}}\nchoices: {image_width: 3}\n");
  CHECK(loaded.codes() ==
        "content/_site/policy.yaml:1 policy-profile-unknown\ncontent/_site/policy.yaml:2 policy-level-invalid\n"
        "content/_site/policy.yaml:6 policy-category-unknown\ncontent/_site/policy.yaml:3 policy-word-unknown\n"
        "content/_site/policy.yaml:4 type-unknown\ncontent/_site/policy.yaml:5 type-unknown\n"
        "content/_site/policy.yaml:7 key-unknown\n");
  CHECK(loaded.found.all()[0].suggestion == "office");
  CHECK(loaded.found.all()[3].suggestion == "levels");
}

TEST_CASE("a sub-portal has the main portal's policy, laid over by its own", "[site][SUBP-01]") {
  const Loaded loaded =
      load("extends: province-by-quota\nchoices: {review_days: 100}\nreview: {document: 30, leader: 0}\n",
           {{"content/sites/a/_site/site.yaml", "name: A\nbase_url: https://x.a.example.gov.vn\n"},
            {"content/sites/a/_site/policy.yaml", "review: {news: 7}\n"}});
  CHECK(loaded.codes().empty());
  CHECK(loaded.policy(1).profile == "province-by-quota");
  CHECK(loaded.policy(1).review_days_of("news") == 7);
  CHECK(loaded.policy(1).review_days_of("document") == 30);
  CHECK(loaded.policy(1).review_days_of("leader") == 100);
  CHECK(loaded.policy(0).review_days_of("news") == 0);
}

TEST_CASE("what no regulation fixes is listed with its value and who chose it", "[site]") {
  const std::vector<ChoiceLine> lines = choice_lines(
      load("extends: topic\nchoices: {image_minimum_width: 800, office_hours: \"07:00-16:00\"}\n").policy());
  CHECK(lines.size() == 18);
  CHECK(std::is_sorted(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.key < b.key; }));
  const auto at = [&](std::string_view key) {
    return *std::find_if(lines.begin(), lines.end(), [&](const ChoiceLine& line) { return line.key == key; });
  };
  CHECK(at("image_minimum_width").value == "800");
  CHECK(at("image_minimum_width").origin == Origin::portal);
  CHECK(at("review_days").origin == Origin::program);
  CHECK(at("office_hours").value == "07:00-16:00");
}

TEST_CASE("times and quotas of a profile can be read as data", "[site]") {
  Diagnostics found;
  const Policy policy = shipped_profile("province-by-quota", found);
  CHECK(policy.data.at("quotas[1].min") == "3");
  CHECK(policy.data.at("deadlines[0].clause") == "10.2-1");
  CHECK(load("extends: province-by-quota\nquotas: [{kind: x, min: 9}]\n").policy().data.count("quotas[1].min") == 0);
}
