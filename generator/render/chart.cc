// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/chart.h"

#include <algorithm>
#include <cmath>

#include "generator/render/chart_writer.h"

namespace congbo::render {

namespace {

using formats::CsvTable;

constexpr std::size_t most_bars = 90, most_points = 400;
constexpr double most_value = 1e15;

std::optional<double> quantity(std::string_view cell, formats::NumberStyle style) {
  double value = 0;
  if (!formats::read_quantity(cell, style, value) || std::abs(value) > most_value) return std::nullopt;
  return value;
}

std::optional<ChartSeries> read_series(const CsvTable& table, std::size_t column) {
  ChartSeries series{table.header[column], {}};
  bool any = false;
  for (const auto& row : table.rows) {
    const auto value = quantity(row[column], table.numbers);
    if (!value && !row[column].empty()) return std::nullopt;
    any = any || value.has_value();
    series.values.push_back(value);
  }
  return any ? std::optional(std::move(series)) : std::nullopt;
}

ChartDrawing read_drawing(const CsvTable& table) {
  ChartDrawing drawing;
  for (const auto& row : table.rows) drawing.labels.push_back(row.front());
  for (std::size_t column = 1; column < table.header.size() && drawing.series.size() < most_chart_series; ++column)
    if (auto series = read_series(table, column)) drawing.series.push_back(*std::move(series));
  for (const ChartSeries& series : drawing.series)
    for (const auto& value : series.values) {
      if (!value) continue;
      drawing.low = std::min(drawing.low, *value);
      drawing.high = std::max(drawing.high, *value);
    }
  return drawing;
}

}  // namespace

std::string chart_svg(const CsvTable& table, const ChartRequest& request) {
  if (table.rows.empty()) return {};
  ChartDrawing drawing = read_drawing(table);
  if (drawing.series.empty()) return {};
  const bool time = std::all_of(drawing.labels.begin(), drawing.labels.end(), is_time) && drawing.labels.size() > 2;
  for (std::string& label : drawing.labels) label = written_time(label);
  const bool line = request.kind == ChartKind::line || (request.kind == ChartKind::automatic && time);
  if (drawing.labels.size() * (line ? 1 : drawing.series.size()) > (line ? most_points : most_bars)) return {};
  return line ? lines_svg(drawing, request) : bars_svg(drawing, request);
}

}  // namespace congbo::render
