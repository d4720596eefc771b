// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/deadline.h"

#include "tests/support/catch.h"
#include "tests/support/site_builder.h"

using namespace congbo;
using namespace congbo::drafts;

namespace {

site::Policy policy_with(const std::string& about, const std::string& limit, const std::string& unit,
                         const std::string& from) {
  site::Policy policy;
  policy.choices.office_hours = "07:30-11:30 13:30-17:30";
  policy.data = {{"deadlines[0].class", about},
                 {"deadlines[0].limit", limit},
                 {"deadlines[0].unit", unit},
                 {"deadlines[0].from", from},
                 {"deadlines[0].to", "published"}};
  return policy;
}

pages::Page news(const site::Site& site, const std::string& event) {
  pages::Page page = test::page_at(site, "content/tin-tuc/a.md");
  test::set_field(page, "event_at", {*parse_instant(event), {}}, site::Kind::datetime);
  return page;
}

std::string due(const site::Policy& policy, const pages::Page& page) {
  const auto moment = publication_deadline(policy, page);
  return moment ? to_rfc3339(*moment).substr(0, 16) : "";
}

}  // namespace

TEST_CASE("the clock of a draft counts office hours, hours, days and working days",
          "[drafts][TIM-09][TIM-03][TIM-12]") {
  const site::Site site = test::two_portals();
  const site::Policy office = policy_with("news", "8", "office-hour", "event");
  CHECK(due(office, news(site, "2026-11-20T16:00")) == "2026-11-23T16:00");  // Friday to Monday
  CHECK(due(office, news(site, "2026-11-21T10:00")) == "2026-11-23T17:30");  // Saturday: from Monday's opening
  CHECK(due(policy_with("news", "12", "hour", "event"), news(site, "2026-11-20T20:00")) == "2026-11-21T08:00");
  pages::Page conference = news(site, "2026-11-20T16:00");
  test::set_field(conference, "event_class", test::value_of(std::string("conference")), site::Kind::choice);
  CHECK(due(office, conference).empty());
  CHECK(due(policy_with("conference-or-important-event", "3", "day", "event"), conference) == "2026-11-24T00:00");
}

TEST_CASE("documents are due two working days after they are issued", "[drafts][TIM-10]") {
  const site::Site site = test::two_portals();
  pages::Page document = test::page_at(site, "content/van-ban/a.md");
  document.type = &document.portal->types.at("document");
  test::set_field(document, "issued_on", test::value_of(Date{2026, 11, 20}), site::Kind::date);
  site::Policy policy = policy_with("legal-document", "2", "working-day", "issued_on");
  CHECK(due(policy, document) == "2026-11-25T00:00");  // Friday: the end of Tuesday
  policy.calendar.holidays.insert(Date{2026, 11, 23});
  CHECK(due(policy, document) == "2026-11-26T00:00");
}

TEST_CASE("a deadline that cannot be counted is none", "[drafts]") {
  const site::Site site = test::two_portals();
  site::Policy broken = policy_with("news", "8", "office-hour", "event");
  broken.choices.office_hours = "sáng chiều";
  CHECK(due(broken, news(site, "2026-11-20T16:00")).empty());
  CHECK(due(policy_with("news", "x", "hour", "event"), news(site, "2026-11-20T16:00")).empty());
  CHECK(due(policy_with("news", "8", "hour", "nothing"), news(site, "2026-11-20T16:00")).empty());
  CHECK(due({}, news(site, "2026-11-20T16:00")).empty());
}
