// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of citizens' identity cards do not belong on a portal (PII-01, PII-03; law 91/2025/QH15). A warning: the
// words around may mean something else, and a person decides.
#include "generator/check/page_source.h"
#include "generator/check/personal_numbers.h"
#include "generator/check/rules.h"

namespace congbo::check {

namespace {

// Reports are shown and kept where many can read them: never the whole number.
std::string masked(std::string_view digits) {
  return std::string(digits.substr(0, 3)) + "*********";
}

void report(const SiteFacts& facts, const pages::Page& page, Diagnostics& found) {
  const std::optional<SourceText> file = source_of(facts, page);
  if (!file) return;
  for (const FoundNumber& number : find_personal_numbers(file->bytes()))
    found.add(warning("personal-number", file->place(number.offset, number.length), {masked(number.digits)}));
}

}  // namespace

void check_personal_numbers(const SiteFacts& facts, Diagnostics& found) {
  each_visible_page(facts, found, [&](PageIndex index, Diagnostics& here) {
    const auto has_number = [](std::string_view text) { return !find_personal_numbers(text).empty(); };
    if (any_printed_text(facts, index, has_number)) report(facts, facts.library[index], here);
  });
}

}  // namespace congbo::check
