// SPDX-License-Identifier: GPL-3.0-or-later
// Charts drawn from tables when the site is built (STA-02): SVG without script or style, colours of enough contrast,
// series told apart by pattern too. Beside each stands the same table for those who read or listen.
#pragma once
#include <string>
#include <string_view>

#include "generator/formats/csv.h"

namespace congbo::render {

enum class ChartKind { automatic, bar, line };  // automatic: lines over time, bars otherwise

struct ChartRequest {
  ChartKind kind = ChartKind::automatic;
  std::string_view title, unit, language;
  std::string_view id;                                              // unique in the page, letters and digits
  std::string_view bar_word, line_word, highest_word, lowest_word;  // of the description, in the page's language
};

// The first column names the categories, every column of quantities after it is a series (at most six are drawn).
// Empty when there is nothing to draw: no such column, or more marks than fit.
std::string chart_svg(const formats::CsvTable& table, const ChartRequest& request);

// The whole table; quantities as the language writes them.
std::string chart_table(const formats::CsvTable& table, const ChartRequest& request);

// An axis that holds `low` and `high` and ends at multiples of `step`, a round number (1, 2 or 5 times a power of ten).
struct ChartScale {
  double low = 0, high = 1, step = 1;
};
ChartScale chart_scale(double low, double high);

// «2024», «2024-05», «05/2024», «Quý 1/2024», «2024-Q1», «Tháng 7»: time in the first column.
bool is_time(std::string_view text);
// As people write it: «05/2024» of «2024-05», «07/05/2024» of «2024-05-07»; anything else as it is.
std::string written_time(std::string_view text);

}  // namespace congbo::render
