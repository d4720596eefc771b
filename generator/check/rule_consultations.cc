// SPDX-License-Identifier: GPL-3.0-or-later
// Comments on drafts: a person is named only when they agreed (CON-05, PII-01), and what was said is answered within a
// month of the closing day.
#include "generator/check/rules.h"
#include "generator/check/visit.h"

namespace congbo::check {

namespace {

using pages::Object;
using pages::Value;

constexpr int days_to_answer = 30;

const Value* member(const Object& object, std::string_view key) {
  for (const auto& [name, value] : object)
    if (name == key) return &value;
  return nullptr;
}

bool is_true(const Value* value) {
  const bool* truth = value ? std::get_if<bool>(&value->data) : nullptr;
  return truth && *truth;
}

const pages::List* list_of(const pages::Page& page, std::string_view key) {
  const Value* value = page.field(key);
  return value ? std::get_if<pages::List>(&value->data) : nullptr;
}

void check_names(const pages::Page& page, const pages::List& comments, Diagnostics& here) {
  for (const Value& element : comments) {
    const auto* comment = std::get_if<Object>(&element.data);
    const Value* from = comment ? member(*comment, "from") : nullptr;
    if (from && !from->text().empty() && !is_true(member(*comment, "consent")))
      here.add(error("comment-without-consent", place_of(page, from->at)));
  }
}

bool has_answer(const pages::Page& page, const pages::List* comments) {
  for (const std::string_view key : {"result", "result_files"})
    if (const Value* value = page.field(key); value && value->data.index() != 0) return true;
  if (!comments) return false;
  for (const Value& element : *comments)
    if (const auto* comment = std::get_if<Object>(&element.data); comment && member(*comment, "answer")) return true;
  return false;
}

void check_answer(const SiteFacts& facts, const pages::Page& page, const pages::List* comments, Diagnostics& here) {
  const Value* written = page.field("closes_on");
  const Date* day = written ? std::get_if<Date>(&written->data) : nullptr;
  if (!day || facts.edition.now < end_of_day(add_days(*day, days_to_answer)) || has_answer(page, comments)) return;
  here.add(
      warning("consultation-unanswered", place_of(page, written->at), {to_text(*day), std::to_string(days_to_answer)}));
}

}  // namespace

void check_consultations(const SiteFacts& facts, Diagnostics& found) {
  each_visible_page(facts, found, [&](PageIndex index, Diagnostics& here) {
    const pages::Page& page = facts.library[index];
    if (page.type->id != "consultation" || page.section_index) return;
    const pages::List* comments = list_of(page, "comments");
    if (comments) check_names(page, *comments, here);
    check_answer(facts, page, comments, here);
  });
}

}  // namespace congbo::check
