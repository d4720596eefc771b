// SPDX-License-Identifier: GPL-3.0-or-later
// The release log: only ever appended to, and it shows when it was not.
#include "generator/history/history.h"
#include "tests/support/catch.h"

using namespace congbo;
using namespace congbo::history;

namespace {

const ReleaseLine first_release{0, "2026-06-01T08:00:00+07:00", "c1", "1.0.0"};
const ReleaseLine second_release{0, "2026-06-02T08:00:00+07:00", "c2", "1.0.0"};

Published page(const std::string& path, const std::string& id, const std::string& first, const std::string& hash) {
  return {"main", path, id, "content" + path, first, hash, ""};
}

std::string append(const std::string& log, const ReleaseLine& release, std::vector<Published> published) {
  const Result<History> known = read_log(log, "log");
  REQUIRE(known);
  return log + next_line(log, *known, release, std::move(published));
}

std::string broken_at(const std::string& log) {
  const Result<History> known = read_log(log, "log");
  return known ? "" : known.error().code + " " + known.error().arguments[1];
}

}  // namespace

TEST_CASE("an empty log is an empty history", "[history][ARC-03]") {
  const Result<History> known = read_log("", "log");
  REQUIRE(known);
  CHECK(known->empty());
  CHECK(known->page("main", "a") == nullptr);
}

TEST_CASE("a release that is recorded is read back; the next one adds what is new", "[history][ARC-03][REV-04]") {
  std::string log =
      append("", first_release, {page("/b.html", "b", "2026-05-02", "h2"), page("/a.html", "a", "", "h1")});
  const Result<History> once = read_log(log, "log");
  REQUIRE(once);
  REQUIRE(once->page("main", "a"));
  CHECK(once->page("main", "a")->first == first_release.at);  // nobody knew it before: it is published by this release
  CHECK(once->page("main", "b")->first == "2026-05-02");
  const std::size_t length = log.size();
  log = append(log, second_release,
               {page("/a.html", "a", first_release.at, "h1"), page("/moi.html", "b", "2026-05-02", "h3")});
  const std::string second = log.substr(length);
  CHECK(second.find("/a.html") == std::string::npos);  // unchanged
  const Result<History> twice = read_log(log, "log");
  REQUIRE(twice);
  CHECK(twice->releases().size() == 2);
  CHECK(twice->page("main", "b")->path == "/moi.html");
  REQUIRE(twice->address("main", "/b.html"));  // an address once published is never forgotten
  CHECK(twice->addresses().size() == 3);
}

TEST_CASE("the same release is recorded once", "[history][ARC-03]") {
  const std::string log = append("", first_release, {page("/a.html", "a", "2026-05-01", "h")});
  CHECK(append(log, first_release, {page("/a.html", "a", "2026-05-01", "h")}) == log);
}

TEST_CASE("a log that was changed, cut or put together is refused with its line", "[history][ARC-03]") {
  std::string log = append("", first_release, {page("/a.html", "a", "2026-05-01", "h1")});
  const std::string one = log;
  log = append(log, second_release, {page("/b.html", "b", "2026-05-01", "h2")});
  const std::string two = log.substr(one.size());
  CHECK(broken_at(log).empty());
  CHECK(broken_at(two) == "release-log-broken 1");
  CHECK(broken_at(one + two + two) == "release-log-broken 3");
  CHECK(broken_at(log.substr(0, log.size() - 1)) == "release-log-broken 2");
  std::string forged = log;
  forged.replace(forged.find("2026-05-01"), 10, "2025-05-01");
  CHECK(broken_at(forged) == "release-log-broken 2");
  CHECK(broken_at("[]\n") == "release-log-broken 1");
  CHECK(broken_at(std::string("\0\xff\n", 3)) == "release-log-broken 1");
  CHECK(broken_at(R"({"release":1,"at":"hôm qua","commit":"","program":"","previous":"","items":[]})"
                  "\n") == "release-log-broken 1");
}

TEST_CASE("what a build leaves for the log is read back whole", "[history]") {
  const std::vector<Published> items = {page("/a \"b\" <c>.html", "a", "", "h"),
                                        page("/ố.html", "b", "2026-01-01", "")};
  const std::string text = published_text(first_release, items);
  const Result<PublishedRelease> read = read_published(text, "published");
  REQUIRE(read);
  CHECK(read->release.at == first_release.at);
  CHECK(read->published == items);
  CHECK_FALSE(read_published("", "published"));
  CHECK_FALSE(read_published(text + "{}\n", "published"));
}
