// SPDX-License-Identifier: GPL-3.0-or-later
// What the results page says, in three languages. All of it is HTML already.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "search/server/search_parameters.h"

namespace congbo::search {

struct Words {
  std::string_view title, label, button, advice;
  std::string_view found, result, results, nothing, for_text;
  std::string_view filters, type, unit, field, year, validity, remove;
  std::string_view corrected, as_written, direct, within;
  std::string_view order, by_relevance, by_date, follow;
  std::string_view number, pages, previous, next;
  std::string_view help_html;
};

const Words& words_for(Interface interface);

// 12345 → "12.345" (Vietnamese) or "12,345".
std::string group_digits(std::size_t number, Interface interface);
// "2024-03-04" → "04/3/2024", as Decree 30/2020/NĐ-CP writes it; anything else as it is.
std::string written_date(const std::string& date);

}  // namespace congbo::search
