// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/diagnostics/print_gitlab.h"

#include "generator/formats/json.h"
#include "tests/support/catch.h"

using namespace congbo;
using namespace congbo::diagnostics;

namespace {

formats::JsonNode report_of(const std::vector<Diagnostic>& all) {
  Diagnostics found;
  for (const Diagnostic& one : all) found.add(one);
  Result<formats::JsonNode> read = formats::parse_json(print_gitlab(found, Language::vietnamese), "report");
  REQUIRE(read);
  return *std::move(read);
}

}  // namespace

TEST_CASE("a code quality report names path, line and weight", "[diagnostics]") {
  const formats::JsonNode report =
      report_of({error("key-unknown", {"content/a.md", 4, 2}, {"titel"}), warning("git-shallow", {}, {"x"})});
  REQUIRE(report.items.size() == 2);
  const formats::JsonNode& first = report.items[0];
  CHECK(first.text_of("check_name") == "key-unknown");
  CHECK(first.text_of("severity") == "critical");
  CHECK(first.find("location")->text_of("path") == "content/a.md");
  CHECK(first.find("location")->find("lines")->text_of("begin") == "4");
  CHECK(report.items[1].text_of("severity") == "minor");
}

TEST_CASE("a finding that moves keeps its fingerprint, and equal findings have two", "[diagnostics]") {
  const auto print_of = [](const std::vector<Diagnostic>& all, std::size_t index) {
    return std::string(report_of(all).items.at(index).text_of("fingerprint"));
  };
  const Diagnostic here = error("key-unknown", {"content/a.md", 4, 2}, {"titel"}),
                   there = error("key-unknown", {"content/a.md", 9, 2}, {"titel"});
  CHECK(print_of({here}, 0) == print_of({there}, 0));
  CHECK(print_of({here, there}, 0) != print_of({here, there}, 1));
}
