// SPDX-License-Identifier: GPL-3.0-or-later
// Draws what chart.cc read. Widths are parts of the room there is and heights are in letters, so that the words of a
// chart are as large as those around it on every screen. Colours are classes: the theme's, with one for no style sheet.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "generator/render/chart.h"

namespace congbo::render {

inline constexpr std::size_t most_chart_series = 6;

struct ChartSeries {
  std::string name;
  std::vector<std::optional<double>> values;  // by row
};

// What of a table can be drawn; at least one row and one series.
struct ChartDrawing {
  std::vector<std::string> labels;
  std::vector<ChartSeries> series;
  double low = 0, high = 0;
};

std::string bars_svg(const ChartDrawing& drawing, const ChartRequest& request);
std::string lines_svg(const ChartDrawing& drawing, const ChartRequest& request);

}  // namespace congbo::render
