// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <vector>

#include "generator/base/nearest_name.h"
#include "generator/base/output_plan.h"
#include "generator/base/stage_timer.h"
#include "tests/support/catch.h"

using namespace congbo;

TEST_CASE("the name that was probably meant is found") {
  const std::vector<std::string> known = {"author", "title", "summary", "published_on", "unit", "Đơn vị", "ab"};
  struct Row {
    std::string wanted, nearest;
  };
  const std::vector<Row> rows = {
      {"auhtor", "author"},
      {"Author", "author"},
      {"titel", "title"},
      {"sumary", "summary"},
      {"publish_on", "published_on"},
      {"don vi", "Đơn vị"},
      {"unti", "unit"},
      {"autor", "author"},
      {"xyz", ""},
      {"", ""},
      {"ac", ""},
      {"AB", "ab"},
      {"completely_else", ""},
      {"unitunitunit", ""},
      {std::string(100000, 'a'), ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.wanted.substr(0, 20));
    CHECK(nearest_name(row.wanted, known) == row.nearest);
  }
}

TEST_CASE("ties go to the first name") {
  CHECK(nearest_name("cat", {"bat", "rat"}) == "bat");
  CHECK(nearest_name("cat", {"rat", "bat"}) == "rat");
  CHECK(nearest_name("cat", {}) == "");
}

TEST_CASE("a planned output is found by its path") {
  OutputPlan plan;
  for (const std::string path : {"a.html", "b/index.html", "z.json"}) {
    plan.outputs.push_back({OutputName{path, "page", {}}});
  }
  REQUIRE(plan.find("b/index.html"));
  CHECK(plan.find("b/index.html")->path() == "b/index.html");
  CHECK(plan.find("b") == nullptr);
  CHECK(plan.find("zz") == nullptr);
  CHECK(OutputPlan().find("a") == nullptr);
}

TEST_CASE("plans share the names that are equal") {
  OutputPlan known, plan;
  for (const std::string path : {"a.html", "c.html", "d.html"})
    known.outputs.push_back({OutputName{path, "page", path == "d.html" ? "content/old.md" : ""}, 0, 1});
  for (const std::string path : {"a.html", "b.html", "c.html", "d.html"})
    plan.outputs.push_back({OutputName{path, "page", {}}, 0, 2});
  plan.share_names_with(known);
  CHECK(&plan.outputs[0].path() == &known.outputs[0].path());
  CHECK(plan.outputs[1].path() == "b.html");
  CHECK(&plan.outputs[2].path() == &known.outputs[1].path());
  CHECK(plan.outputs[3].source().empty());
  CHECK(plan.outputs[2].item == 2);
}

TEST_CASE("stages are timed in order and announced as they start") {
  std::string announced;
  StageTimer timer([&](const std::string& stage) { announced += stage + ";"; });
  CHECK(timer.run("read", [] { return 7; }) == 7);
  timer.run("parse", [&] { CHECK(announced == "read;parse;"); });
  REQUIRE(timer.times().size() == 2);
  CHECK(timer.times()[0].stage == "read");
  CHECK(timer.times()[1].stage == "parse");
  CHECK(timer.times()[0].seconds >= 0);
  CHECK(timer.total() == timer.times()[0].seconds + timer.times()[1].seconds);
}
