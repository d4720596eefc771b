// SPDX-License-Identifier: GPL-3.0-or-later
// The year in a document's number is the year it was issued (decree 30/2020: numbers run within a year); a document can
// be read, as a file or on its page (DOC-01: «tải về toàn văn»).
#include <optional>

#include "generator/check/rules.h"
#include "generator/check/visit.h"

namespace congbo::check {

namespace {

// "40/2012/QĐ-UBND" → 2012; nothing for numbers without a year («774/QĐ-UBND»).
std::optional<int> year_in(std::string_view number) {
  const std::size_t slash = number.find('/');
  if (slash == std::string_view::npos) return {};
  std::string_view rest = number.substr(slash + 1);
  rest = rest.substr(0, rest.find('/'));
  while (rest.starts_with(' ')) rest.remove_prefix(1);
  while (rest.ends_with(' ')) rest.remove_suffix(1);
  if (rest.size() != 4) return {};
  int year = 0;
  for (const char c : rest) {
    if (c < '0' || c > '9') return {};
    year = year * 10 + (c - '0');
  }
  return year >= 1945 && year <= 2199 ? std::optional<int>(year) : std::nullopt;
}

void check_readable(const SiteFacts& facts, PageIndex index, const pages::Page& page, Diagnostics& here) {
  const pages::Value* files = page.field("files");
  const bool has_file =
      files && std::holds_alternative<pages::List>(files->data) && !std::get<pages::List>(files->data).empty();
  const markdown::Fragment* body = facts.bodies[index];
  if (!has_file && (!body || body->html_size() == 0))
    here.add(error("document-empty", page.place_of("title"), {page.title}));
}

}  // namespace

void check_documents(const SiteFacts& facts, Diagnostics& found) {
  each_visible_page(facts, found, [&](PageIndex index, Diagnostics& here) {
    const pages::Page& page = facts.library[index];
    if (page.fields.empty()) return;
    if (page.type->id == "document") check_readable(facts, index, page, here);
    const pages::Value* number = page.field("number");
    const pages::Value* issued = page.field("issued_on");
    const Date* day = issued ? std::get_if<Date>(&issued->data) : nullptr;
    if (!number || !day) return;
    const std::optional<int> year = year_in(number->text());
    if (year && *year != day->year)
      here.add(warning("document-year-mismatch", place_of(page, number->at), {number->text(), to_text(*day)}));
  });
}

}  // namespace congbo::check
