// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and document numbers as other systems write them.
#include <cctype>
#include <regex>

#include "generator/authoring/import_markdown.h"
#include "generator/base/instant.h"
#include "generator/base/unicode.h"

namespace congbo::authoring {

namespace {

std::string date_text(const std::string& year, const std::string& month, const std::string& day) {
  const auto padded = [](const std::string& digits) { return digits.size() == 1 ? "0" + digits : digits; };
  const std::string text = year + "-" + padded(month) + "-" + padded(day);
  return parse_date(text) ? text : std::string();
}

}  // namespace

std::string iso_date(std::string_view text) {
  static const std::regex iso(R"(^\s*(\d{4})-(\d{1,2})-(\d{1,2})([T ].*)?$)");
  static const std::regex slashes(R"((?:^|\D)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:\D|$))");
  static const std::regex words(R"(ngay (\d{1,2}) thang (\d{1,2}) nam (\d{4}))");
  const std::string folded = fold(text.substr(0, 200));
  std::smatch match;
  if (std::regex_search(folded, match, iso)) return date_text(match[1], match[2], match[3]);
  if (std::regex_search(folded, match, slashes)) return date_text(match[3], match[2], match[1]);
  if (std::regex_search(folded, match, words)) return date_text(match[3], match[2], match[1]);
  return {};
}

// Decree 30/2020, annex I: number/year/symbol, else number/symbol-body.
std::string find_document_number(std::string_view text) {
  static const std::regex number(R"((?:^|[^0-9/])(\d{1,5}(?:\.\d{1,3})?/(?:19|20)\d{2}/[^\s,;:()|*"«»]+))");
  static const std::regex without_year(R"((?:^|[^0-9/])(\d{1,5}/[A-Z\xC4][A-Za-z\xC4\x90]{0,5}-[^\s,;:()|*"«»]+))");
  const std::string head(text.substr(0, 4000));
  std::smatch match;
  if (!std::regex_search(head, match, number) && !std::regex_search(head, match, without_year)) return {};
  std::string found = match[1];
  while (!found.empty() && (found.back() == '.' || found.back() == '-' || found.back() == '_')) found.pop_back();
  return found;
}

}  // namespace congbo::authoring
