// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/drafts/field_changes.h"

#include "tests/support/catch.h"

using namespace congbo::drafts;

TEST_CASE("front matter is compared key by key", "[drafts]") {
  const std::string before =
      "---\ntitle: \"Bài một\"\ntags: [a, b]\nunit: x\nupdates:\n  - {on: 2026-01-01}\n---\n\nmột\n";
  const std::string after =
      "---\ntitle: Bài hai\ntags: [a, b]\nupdates:\n  - {on: 2026-01-01}\n  - {on: 2026-02-02}\nfeatured: "
      "true\n---\n\nhai\n";
  CHECK(field_changes(before, after) ==
        std::vector<FieldChange>{{"title", "Bài một", "Bài hai"},
                                 {"updates", "- {on: 2026-01-01}", "- {on: 2026-01-01}\n- {on: 2026-02-02}"},
                                 {"featured", "", "true"},
                                 {"unit", "x", ""}});
  CHECK(field_changes(before, before).empty());
  CHECK(field_changes("", "").empty());
  CHECK(field_changes("---\ntitle", "").empty());
}

TEST_CASE("the table says the fields' names in Vietnamese and marks words", "[drafts]") {
  const std::string table =
      field_table({{"title", "Bài một", "Bài hai <b>"}, {"la", "", "1"}}, nullptr, Language::vietnamese);
  CHECK(table.find("<th scope=\"row\">Tiêu đề</th>") != std::string::npos);
  CHECK(table.find("Bài <del class=\"congbo-gone\">một</del><ins class=\"congbo-new\">hai &lt;b&gt;</ins>") !=
        std::string::npos);
  CHECK(table.find("<th scope=\"row\">la</th><td><ins class=\"congbo-new\">1</ins>") != std::string::npos);
  CHECK(field_table({}, nullptr, Language::vietnamese).empty());
}

TEST_CASE("lists are shown item by item, without the signs of YAML", "[drafts]") {
  const std::string before = "---\nupdates:\n  - on: 2026-01-01\n    note: một\n---\n";
  const std::string after =
      "---\nupdates:\n  - on: 2026-01-01\n    note: một\n  - on: 2026-02-02\n    la: [a, b]\n---\n";
  const std::string table = field_table(field_changes(before, after), nullptr, Language::vietnamese);
  INFO(table);
  CHECK(table.find("- on") == std::string::npos);
  CHECK(table.find("{") == std::string::npos);
  CHECK(table.find("2026-02-02; la: a, b") != std::string::npos);
  CHECK(table.find("<li>") != table.rfind("<li>"));
  CHECK(field_table({{"x", "", "[a: {"}}, nullptr, Language::vietnamese).find(">[a: {<") != std::string::npos);
}
