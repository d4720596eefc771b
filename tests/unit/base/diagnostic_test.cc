// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/base/diagnostic.h"

#include "generator/base/result.h"
#include "tests/support/catch.h"

using namespace congbo;

TEST_CASE("diagnostics are printed by file, line, column, severity and code") {
  Diagnostics found;
  found.add(error("b-code", {"b.md", 1, 1}));
  found.add(note("a-code", {"a.md", 2, 1}));
  found.add(warning("a-code", {"a.md", 2, 1}));
  found.add(error("z-code", {"a.md", 2, 1}));
  found.add(error("c-code", {"a.md", 1, 9}));
  found.add(error("c-code", {"a.md", 1, 2}));
  found.sort();
  std::string order;
  for (const Diagnostic& one : found.all())
    order += one.where.file + std::to_string(one.where.line) + std::to_string(one.where.column) + one.code + " ";
  CHECK(order == "a.md12c-code a.md19c-code a.md21z-code a.md21a-code a.md21a-code b.md11b-code ");
  CHECK(found.all()[3].severity == Severity::warning);
  CHECK(found.all()[4].severity == Severity::note);
}

TEST_CASE("what stands at one place keeps the order in which it was found") {
  Diagnostics found;
  found.add(error("same", {"a.md", 1, 1}, {"first"}));
  found.add(error("same", {"a.md", 1, 1}, {"second"}));
  found.sort();
  CHECK(found.all()[0].arguments[0] == "first");
}

TEST_CASE("appending keeps counts and empties the other collection") {
  Diagnostics one, two;
  one.add(error("e", {}));
  two.add(error("e", {}));
  two.add(warning("w", {}));
  two.add(note("n", {}));
  CHECK_FALSE(Diagnostics().has_errors());
  one.append(std::move(two));
  CHECK(one.error_count() == 2);
  CHECK(one.warning_count() == 1);
  CHECK(one.all().size() == 4);
  CHECK(two.empty());
  CHECK(two.error_count() == 0);
  CHECK(one.has_errors());
}

namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return error("odd", {}, {std::to_string(number)});
  return number / 2;
}

Result<int> quarter(int number) {
  CONGBO_TRY(const int once, half(number));
  CONGBO_TRY(const int twice, half(once));
  return twice;
}

}  // namespace

TEST_CASE("a failed step hands its diagnostic to the caller") {
  REQUIRE(quarter(8));
  CHECK(*quarter(8) == 2);
  REQUIRE_FALSE(quarter(6));
  CHECK(quarter(6).error() == error("odd", {}, {"3"}));
}
