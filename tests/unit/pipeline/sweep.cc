// SPDX-License-Identifier: GPL-3.0-or-later
// Time is an input: whole sites built just before, at and just after each event. Between two events no byte differs; at
// an event exactly those files do that say something of the page the event is about.
#include <algorithm>
#include <set>

#include "tests/support/catch.h"
#include "tests/support/site_from_text.h"

using namespace congbo;
using namespace congbo::tests;

namespace {

using Files = std::map<std::string, std::string>;

struct Event {
  Instant at;
  std::string name;  // stands in everything that mentions the page or section the event is about
  bool appears_or_goes = false;
};

class Generated {
 public:
  Generated() {
    for (const auto& [path, text] : usual_files()) files_.emplace(path, text);
    files_["content/_site/site.yaml"] += "per_page: 200\n";
    for (int i = 0; i < 9; ++i) add_round(i);
    std::sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) { return a.at < b.at; });
  }

  Files files() const { return files_; }
  const std::vector<Event>& events() const { return events_; }

 private:
  // Every kind of edge once; no two at one instant.
  void add_round(int round) {
    add_page(round, "ra", "release_at", true);
    add_page(round, "het", "expires_at", true);
    const std::string embargo = name(round, "cam");
    const Instant until = next_moment(embargo, true);
    write(embargo, "embargo: {until: \"" + to_rfc3339(until) + "\", reason: a, authority: b}\n");
    const std::string withdrawn = name(round, "rut");
    const Instant at = next_moment(withdrawn, false);
    write(withdrawn, "withdrawn: {at: \"" + to_rfc3339(at) + "\", reason: Sai., authority: VP}\n");
    const std::string updated = name(round, "sua");
    write(updated, "updates: [{on: " + to_text(next_day(updated)) + ", note: Thay đổi.}]\n");
    const std::string coming = name(round, "sap");
    write(coming, "", to_text(next_day(coming)));
    add_section(round);
    add_consultation(round);
  }

  void add_page(int round, const std::string& kind, const std::string& key, bool appears_or_goes) {
    const std::string page = name(round, kind);
    const Instant at = next_moment(page, appears_or_goes);
    write(page, key + ": \"" + to_rfc3339(at) + "\"\n");
  }

  // A whole folder that appears with its _index.md.
  void add_section(int round) {
    const std::string section = name(round, "muc");
    const Instant at = next_moment(section, true);
    files_["content/" + section + "/_index.md"] =
        "---\ntitle: Mục " + section + "\nrelease_at: \"" + to_rfc3339(at) + "\"\n---\n";
    files_["content/" + section + "/con.md"] = text_of("Con của " + section, "type: notice\n", "2026-01-01");
  }

  void add_consultation(int round) {
    const std::string page = name(round, "yk");
    const Date opens = next_day(page), closes = next_day(page);  // at both midnights the days left are others
    events_.push_back({end_of_day(closes), page, false});
    files_["content/tin-tuc/" + page + ".md"] = text_of(
        "Bài " + page, "type: consultation\nopens_on: " + to_text(opens) + "\ncloses_on: " + to_text(closes) + "\n",
        "2026-01-01");
    day_ = add_days(day_, 1);
  }

  static std::string name(int round, const std::string& kind) { return "zq" + kind + std::to_string(round) + "z"; }

  Instant next_moment(const std::string& about, bool appears_or_goes) {
    day_ = add_days(day_, 1);
    const Instant at{start_of_day(day_).seconds + 9 * 3600 + 61};
    events_.push_back({at, about, appears_or_goes});
    return at;
  }

  Date next_day(const std::string& about) {
    day_ = add_days(day_, 1);
    events_.push_back({start_of_day(day_), about, false});
    return day_;
  }

  static std::string text_of(const std::string& title, const std::string& keys, const std::string& date) {
    return "---\ntitle: " + title + "\nunit: van-phong\ndate: " + date + "\nsummary: Tóm tắt.\n" + keys + "---\nChữ.\n";
  }

  void write(const std::string& page, const std::string& keys, const std::string& date = "2026-01-01") {
    files_["content/tin-tuc/" + page + ".md"] = text_of("Bài " + page, keys, date);
  }

  Files files_;
  std::vector<Event> events_;
  Date day_{2026, 6, 1};
};

struct Moment {
  Files files;
  std::optional<Instant> next_event;
};

Moment built_at(const Files& files, Instant now) {
  const BuiltSite built = site_from_files(files, to_rfc3339(now), 2);
  return {built.all(), built.site->edition.next_event};
}

std::set<std::string> changed(const Files& before, const Files& after) {
  std::set<std::string> paths;
  for (const auto& [path, bytes] : before) {
    const auto now = after.find(path);
    if (now == after.end() || now->second != bytes) paths.insert(path);
  }
  for (const auto& [path, bytes] : after)
    if (!before.contains(path)) paths.insert(path);
  return paths;
}

// Files that say something of `name`, by their path or their words.
std::set<std::string> mentions(const Files& files, const std::string& name) {
  std::set<std::string> paths;
  for (const auto& [path, bytes] : files)
    if (path.find(name) != std::string::npos || bytes.find(name) != std::string::npos) paths.insert(path);
  return paths;
}

// Counts and newest days stand in lists; their index says when its parts changed.
bool is_summary(const std::string& path) {
  return path == "main/sitemap.xml" || path == "main/so-do.html" || path.ends_with("du-lieu-mo.html") ||
         path.ends_with(".dictionary.json") || path.ends_with("catalog.jsonld");
}

// They say the newest day, and a day to come is none yet.
bool says_newest_day(const std::string& path) {
  for (const char* name : {"404.html", "a-z.html", "kenh-tin.html", "tim-kiem.html", "index.html"})
    if (path == std::string("main/") + name) return true;
  return false;
}

void check_event(const Event& event, const Files& before, const Files& after) {
  std::set<std::string> expected = mentions(before, event.name);
  expected.merge(mentions(after, event.name));
  const std::set<std::string> different = changed(before, after);
  CHECK_FALSE(different.empty());
  for (const std::string& path : different) {
    INFO(path << " changed and does not mention it");
    CHECK((expected.contains(path) || is_summary(path) || (!event.appears_or_goes && says_newest_day(path))));
  }
  if (event.appears_or_goes)
    for (const std::string& path : expected) {
      INFO(path << " mentions it and did not change");
      CHECK(different.contains(path));
    }
  else
    CHECK(different.contains("main/tin-tuc/" + event.name + ".html"));
}

}  // namespace

TEST_CASE("at each of many events exactly the expected files change, and between them none",
          "[sweep][REF-04][CON-03][REV-04][TIM-03]") {
  const Generated site;
  const Files files = site.files();
  REQUIRE(site.events().size() >= 50);
  Moment before = built_at(files, {site.events().front().at.seconds - 1});
  for (std::size_t i = 0; i < site.events().size(); ++i) {
    const Event& event = site.events()[i];
    INFO(event.name << " at " << to_rfc3339(event.at));
    REQUIRE(before.next_event);
    REQUIRE(to_rfc3339(*before.next_event) == to_rfc3339(event.at));
    Moment at = built_at(files, event.at);
    check_event(event, before.files, at.files);
    REQUIRE(changed(at.files, built_at(files, {event.at.seconds + 1}).files) == std::set<std::string>());
    if (i + 1 == site.events().size()) break;
    Moment last = built_at(files, {site.events()[i + 1].at.seconds - 1});
    REQUIRE(changed(at.files, last.files) == std::set<std::string>());
    before = std::move(last);
  }
  CHECK_FALSE(built_at(files, {site.events().back().at.seconds + 1}).next_event);
}
