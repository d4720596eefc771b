// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/diagnostics/check_facts.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "generator/diagnostics/catalogue.h"
#include "tests/support/catch.h"

using namespace congbo;
using namespace congbo::diagnostics;

namespace {

std::string whole(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

// Everything the golden cases print.
std::string printed() {
  std::ostringstream all;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(CONGBO_SOURCE_DIR "/tests/golden/cases"))
    if (entry.path().filename() == "expected.txt") all << std::ifstream(entry.path()).rdbuf();
  return all.str();
}

}  // namespace

TEST_CASE("The table of weights is sorted and names codes that exist", "[diagnostics][REF-01]") {
  const auto rows = check_facts();
  CHECK(std::is_sorted(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.code < b.code; }));
  for (const CheckFacts& row : rows) {
    CAPTURE(row.code);
    CHECK(find_row(row.code) != nullptr);
    CHECK_FALSE(row.requirements.empty());
  }
}

TEST_CASE("Every weight of the table is one that the program prints", "[diagnostics]") {
  const std::string text = printed();
  REQUIRE(text.size() > 10'000);
  const std::string elsewhere = "\n" + whole(CONGBO_SOURCE_DIR "/tests/golden/elsewhere.tsv");
  for (const CheckFacts& row : check_facts()) {
    const std::string_view vietnamese[] = {"lỗi", "cảnh báo", "lưu ý"}, english[] = {"error", "warning", "note"};
    const auto weight = static_cast<std::size_t>(row.usual);
    const std::string code = "[" + std::string(row.code) + "]:";
    CAPTURE(row.code);
    const bool shown = text.find(std::string(vietnamese[weight]) + code) != std::string::npos ||
                       text.find(std::string(english[weight]) + code) != std::string::npos ||
                       elsewhere.find("\n" + std::string(row.code) + "\t") != std::string::npos;
    CHECK(shown);
  }
}

TEST_CASE("A code without a row is changeable when a rule finds it, and fixed otherwise", "[diagnostics]") {
  CHECK(facts_of("key-unknown").change == Change::never);
  CHECK(facts_of("key-unknown").asked_from == Level::draft);
  for (const CatalogueRow& row : check_rows())
    if (facts_of(row.code).change == Change::never) CHECK(row.code == "secret-mark");
}
