// SPDX-License-Identifier: GPL-3.0-or-later
// Accepted old findings, and what a change causes.
#include "generator/diagnostics/baseline.h"

#include "tests/support/catch.h"

using namespace congbo;
using namespace congbo::diagnostics;

namespace {

constexpr Date today{2026, 6, 1};

// Lines of one file; `shift` empty lines above them.
SourceLine lines(int shift) {
  return [shift](const std::string&, int line) {
    const std::string all[] = {"một", "hai", "hai", "ba"};
    return line - shift >= 1 && line - shift <= 4 ? all[line - shift - 1] : std::string();
  };
}

Diagnostics found_at(std::initializer_list<int> rows) {
  Diagnostics found;
  for (const int row : rows) found.add(error("link-missing", {"a.md", row, 3}, {"x"}));
  return found;
}

std::string codes(const Diagnostics& found) {
  std::string text;
  for (const Diagnostic& one : found.all()) text += one.code + ":" + std::to_string(one.where.line) + " ";
  return text;
}

Diagnostics after(const std::string& baseline, Diagnostics found, int shift = 0, Date day = today) {
  Diagnostics mistakes;
  const auto known = parse_baseline(baseline, "cu.tsv", mistakes);
  accept_known(known, "cu.tsv", day, lines(shift), found);
  found.append(std::move(mistakes));
  return found;
}

}  // namespace

TEST_CASE("What was written as a baseline is accepted, also when its lines have moved", "[diagnostics]") {
  const std::string baseline = write_baseline(found_at({1, 4}), {2026, 12, 31}, "cổng cũ", lines(0));
  CHECK(after(baseline, found_at({1, 4})).empty());
  CHECK(after(baseline, found_at({6, 9}), 5).empty());
  CHECK(codes(after(baseline, found_at({1, 2, 4}))) == "link-missing:2 ");
}

TEST_CASE("One entry accepts one finding, of two equal lines too", "[diagnostics]") {
  const std::string baseline = write_baseline(found_at({2}), {2026, 12, 31}, "cổng cũ", lines(0));
  CHECK(codes(after(baseline, found_at({2, 3}))) == "link-missing:3 ");
}

TEST_CASE("An entry counts until its last day, and one that matches nothing is reported", "[diagnostics]") {
  const std::string baseline = write_baseline(found_at({1}), today, "cổng cũ", lines(0));
  CHECK(after(baseline, found_at({1})).empty());
  CHECK(codes(after(baseline, found_at({1}), 0, {2026, 6, 2})) == "link-missing:1 baseline-expired:2 ");
  const Diagnostics unused = after(baseline, found_at({}));
  CHECK(codes(unused) == "baseline-unused:2 ");
  CHECK_FALSE(unused.has_errors());
}

TEST_CASE("What not even a draft may hold is never accepted", "[diagnostics][REF-08]") {
  Diagnostics found;
  found.add(error("secret-mark", {"a.md", 1, 1}, {"TUYỆT MẬT"}));
  CHECK(write_baseline(found, {2026, 12, 31}, "cổng cũ", lines(0)).find("secret-mark") == std::string::npos);
  const std::string by_hand = key_of(found.all().front(), lines(0)) + "\t2026-12-31\tcổng cũ\n";
  CHECK(codes(after(by_hand, found)) == "secret-mark:1 baseline-unused:1 ");
}

TEST_CASE("An entry without a day or a reason is refused", "[diagnostics]") {
  for (const char* line :
       {"link-missing\ta.md\t0011223344556677\t2026-12-31\t", "link-missing\ta.md\t00\t2026-13-31\tx",
        "link-missing\ta.md\t00\t2026-12-31", "link-missing a.md"}) {
    Diagnostics found;
    parse_baseline(std::string("# đầu\n") + line + "\n", "cu.tsv", found);
    CAPTURE(line);
    CHECK(codes(found) == "baseline-invalid:2 ");
  }
}

TEST_CASE("What a change causes is what the tree before it does not have", "[diagnostics]") {
  CHECK(caused(found_at({6, 9}), lines(5), found_at({1, 4}), lines(0)).empty());
  CHECK(codes(caused(found_at({1, 2}), lines(0), found_at({1}), lines(0))) == "link-missing:2 ");
}
