// SPDX-License-Identifier: GPL-3.0-or-later
// A document's number is written as decree 30/2020 has it; its year is the year of issue (numbers run within a year)
// and its abbreviation that of the form; a document can be read, as a file or on its page (DOC-01: «tải về toàn văn»).
#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "generator/check/rules.h"
#include "generator/check/visit.h"
#include "generator/documents/number.h"
#include "generator/edition/document_type.h"

namespace congbo::check {

namespace {

// A legal normative document bears its year in its number: 40/2012/QĐ-UBND. What counts is the signed text (DOC-02).
void check_signed_text(const pages::Page& page, Diagnostics& here) {
  const pages::Value* written = page.field("number");
  const auto number = written ? documents::parse_number(written->text()) : std::nullopt;
  if (number && number->year != 0)
    here.add(warning("document-file-missing", place_of(page, written->at), {written->text()}));
}

void check_readable(const SiteFacts& facts, PageIndex index, const pages::Page& page, Diagnostics& here) {
  const pages::Value* files = page.field("files");
  const bool has_file =
      files && std::holds_alternative<pages::List>(files->data) && !std::get<pages::List>(files->data).empty();
  if (has_file) return;
  const markdown::Fragment* body = facts.bodies[index];
  if (!body || body->html_size() == 0)
    here.add(error("document-empty", page.place_of("title"), {page.title}));
  else if (page.translation_of.empty())
    check_signed_text(page, here);
}

// Forms that are issued with a decision and are known by its number.
bool comes_with_decision(std::string_view form) {
  static constexpr std::array<std::string_view, 9> forms = {"quy-che",  "quy-dinh",     "quy-hoach",
                                                            "ke-hoach", "chuong-trinh", "de-an",
                                                            "du-an",    "phuong-an",    "van-ban-hop-nhat"};
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

std::span<const std::string_view> assembly_forms(const documents::Number& number) {
  static constexpr std::array<std::string_view, 4> of_assembly = {"luat", "bo-luat", "hien-phap", "nghi-quyet"};
  static constexpr std::array<std::string_view, 2> of_committee = {"phap-lenh", "nghi-quyet"};
  if (!number.form.empty() || number.issuers.size() != 1) return {};
  const std::string& body = number.issuers.front();
  if (body.starts_with("UBTVQH")) return of_committee;
  return body.starts_with("QH") ? std::span<const std::string_view>(of_assembly) : std::span<const std::string_view>();
}

// The form the number tells of where `form` cannot be; empty where they agree or nothing is known.
std::string_view other_form(const documents::Number& number, std::string_view form) {
  const std::string_view told = documents::form_id(number);
  if (!told.empty()) {
    const bool agrees = told == form || form.starts_with(told) || (told == "quyet-dinh" && comes_with_decision(form)) ||
                        (told == "chi-thi" && form == "cong-van");  // CT is a tax office too
    return agrees ? std::string_view() : told;
  }
  const auto possible = assembly_forms(number);
  const bool agrees = possible.empty() || std::find(possible.begin(), possible.end(), form) != possible.end();
  return agrees ? std::string_view() : possible.front();
}

void check_form(const pages::Page& page, const documents::Number& number, Diagnostics& here) {
  const pages::Value* form = page.field("form");
  if (!form || form->text().empty()) return;
  const std::string_view other = other_form(number, form->text());
  const auto known = page.portal->vocabularies.find("form");
  if (other.empty() || known == page.portal->vocabularies.end()) return;
  const site::Term* written = known->second.term(form->text());
  const site::Term* told = known->second.term(other);
  if (written && told)
    here.add(warning("document-form-mismatch", place_of(page, form->at),
                     {written->label.in("vi"), to_text(number), told->label.in("vi")}, told->id));
}

void check_year(const pages::Page& page, const pages::Value& written, const documents::Number& number,
                Diagnostics& here) {
  const pages::Value* issued = page.field("issued_on");
  const Date* day = issued ? std::get_if<Date>(&issued->data) : nullptr;
  if (day && number.year != 0 && number.year != day->year)
    here.add(warning("document-year-mismatch", place_of(page, written.at), {written.text(), to_text(*day)}));
}

// Some documents have effect from a day before they were issued; mostly two dates were mixed up.
void check_effect(const pages::Page& page, Diagnostics& here) {
  const pages::Value *issued = page.field("issued_on"), *effective = page.field("effective_on");
  const Date* first = issued ? std::get_if<Date>(&issued->data) : nullptr;
  const Date* then = effective ? std::get_if<Date>(&effective->data) : nullptr;
  if (first && then && *then < *first)
    here.add(warning("document-effect-early", place_of(page, effective->at), {to_text(*then), to_text(*first)}));
}

// «0012» is 12, and «QĐUBND» lacks its hyphen: both read as numbers, and nobody writes them.
documents::Number mended(documents::Number number) {
  static constexpr std::array<std::string_view, 4> bodies = {"UBND", "HĐND", "CP", "TTg"};
  while (number.sequence.size() > 2 && number.sequence.starts_with('0')) number.sequence.erase(0, 1);
  if (!number.issuers.empty() || !documents::form_id(number).empty()) return number;
  for (const std::string_view body : bodies) {
    if (number.form.size() <= body.size() || !number.form.ends_with(body)) continue;
    documents::Number apart = number;
    apart.form.resize(number.form.size() - body.size());
    apart.issuers.emplace_back(body);
    if (!documents::form_id(apart).empty()) return apart;
  }
  return number;
}

void check_spelling(const pages::Page& page, const pages::Value& written,
                    const std::optional<documents::Number>& number, Diagnostics& here) {
  const Place place = place_of(page, written.at);
  if (!number) return here.add(warning("document-number-unknown", place, {written.text()}));
  if (const std::string right = documents::to_text(mended(*number)); right != written.text())
    here.add(warning("document-number-form", place, {written.text()}, right));
}

// A number of another type of content (an issue of a gazette) may have a form of its own.
void check_number(const pages::Page& page, const pages::Value& written, Diagnostics& here) {
  const auto number = documents::parse_number(written.text());
  const bool is_document = edition::holds_documents(*page.type);
  if (is_document) check_spelling(page, written, number, here);
  if (!number) return;
  check_year(page, written, *number, here);
  if (is_document) check_form(page, *number, here);
}

}  // namespace

void check_documents(const SiteFacts& facts, Diagnostics& found) {
  each_visible_page(facts, found, [&](PageIndex index, Diagnostics& here) {
    const pages::Page& page = facts.library[index];
    if (page.fields.empty()) return;
    if (page.type->id == "document") check_readable(facts, index, page, here);
    const pages::Value* number = page.field("number");
    if (number && !number->text().empty()) check_number(page, *number, here);
    if (edition::holds_documents(*page.type)) check_effect(page, here);
  });
}

}  // namespace congbo::check
