// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <optional>
#include <vector>

#include "generator/base/html_escape.h"
#include "generator/record/wording.h"

namespace congbo::render {

namespace {

using formats::CsvTable;

constexpr double width = 720, label_width = 210, value_width = 110, bar_height = 18, bar_gap = 12;
constexpr double line_height = 340, left_edge = 100, right_edge = 24, bottom_edge = 48;
constexpr double legend_height = 24, title_gap = 8;
constexpr std::size_t most_series = 6, most_bars = 90, most_points = 400, most_time_labels = 8, label_letters = 28;
constexpr double most_value = 1e15;
// Each at least 4.5 : 1 on white.
constexpr std::array<std::string_view, most_series> colours = {"#0b5394", "#a64d00", "#2f6b1e",
                                                               "#741b47", "#134f5c", "#7f1d1d"};
constexpr std::array<std::string_view, most_series> dashes = {"none", "8 4", "2 4", "12 4 2 4", "16 6", "4 8"};

struct Series {
  std::string name;
  std::vector<std::optional<double>> values;  // by row
};

// What of a table can be drawn.
struct Drawing {
  std::vector<std::string> labels;
  std::vector<Series> series;
  double low = 0, high = 0;
};

std::optional<double> quantity(std::string_view cell, formats::NumberStyle style) {
  double value = 0;
  if (!formats::read_quantity(cell, style, value) || std::abs(value) > most_value) return std::nullopt;
  return value;
}

std::optional<Series> read_series(const CsvTable& table, std::size_t column) {
  Series series{table.header[column], {}};
  bool any = false;
  for (const auto& row : table.rows) {
    const auto value = quantity(row[column], table.numbers);
    if (!value && !row[column].empty()) return std::nullopt;
    any = any || value.has_value();
    series.values.push_back(value);
  }
  return any ? std::optional(std::move(series)) : std::nullopt;
}

Drawing read_drawing(const CsvTable& table) {
  Drawing drawing;
  for (const auto& row : table.rows) drawing.labels.push_back(row.front());
  for (std::size_t column = 1; column < table.header.size() && drawing.series.size() < most_series; ++column)
    if (auto series = read_series(table, column)) drawing.series.push_back(*std::move(series));
  for (const Series& series : drawing.series)
    for (const auto& value : series.values) {
      if (!value) continue;
      drawing.low = std::min(drawing.low, *value);
      drawing.high = std::max(drawing.high, *value);
    }
  return drawing;
}

// A coordinate: tenths of a pixel are finer than anybody sees.
std::string at(double value) {
  const long long tenths = std::llround(value * 10);
  std::string text = std::to_string(tenths / 10);
  if (tenths < 0 && tenths > -10) text.insert(0, "-");
  if (tenths % 10 != 0) text += "." + std::to_string(std::llabs(tenths % 10));
  return text;
}

// «18.402», «98,9»: with as many decimals as the table needs, at most three.
std::string shown(double value, std::string_view language) {
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.3f", value);
  std::string text = buffer.data();
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return record::number_text(text == "-0" ? "0" : text, language);
}

class ChartWriter {
 public:
  ChartWriter(const Drawing& drawing, const ChartRequest& request)
      : drawing_(drawing), request_(request), scale_(chart_scale(drawing.low, drawing.high)) {}

  std::string bars() {
    const double legend = legend_space();
    const double group = bar_height * static_cast<double>(drawing_.series.size()) + bar_gap;
    open(legend + group * static_cast<double>(drawing_.labels.size()) + title_gap, request_.bar_word);
    write_patterns();
    write_legend();
    const double zero = bar_place(0);
    for (std::size_t row = 0; row < drawing_.labels.size(); ++row)
      write_bar_group(row, legend + group * static_cast<double>(row), zero);
    line(zero, legend, zero, legend + group * static_cast<double>(drawing_.labels.size()), "#333333");
    svg_ += "</svg>";
    return std::move(svg_);
  }

  std::string lines() {
    const double legend = legend_space();
    open(legend + line_height + bottom_edge, request_.line_word);
    write_legend();
    top_ = legend + title_gap;
    write_value_axis();
    write_time_axis();
    for (std::size_t i = 0; i < drawing_.series.size(); ++i) write_line(i);
    svg_ += "</svg>";
    return std::move(svg_);
  }

 private:
  double legend_space() const {
    return drawing_.series.size() > 1 ? legend_height * static_cast<double>(drawing_.series.size()) : 0;
  }

  void open(double height, std::string_view kind) {
    svg_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + at(width) + " " + at(height) +
           "\" role=\"img\" aria-labelledby=\"" + part("title") + " " + part("desc") +
           "\" font-family=\"sans-serif\" font-size=\"14\">";
    svg_ += "<title id=\"" + part("title") + "\">" + html_escape(request_.title) + "</title>";
    svg_ += "<desc id=\"" + part("desc") + "\">" + html_escape(description(kind)) + "</desc>";
  }

  std::string part(std::string_view name) const { return std::string(request_.id).append("-").append(name); }

  // «Biểu đồ cột. Tiếp nhận: cao nhất 21.073 (2026-09), thấp nhất 17.655 (2026-08).»
  std::string description(std::string_view kind) const {
    std::string text(kind);
    text += ".";
    for (const Series& series : drawing_.series) {
      const auto less = [](const auto& a, const auto& b) { return b && (!a || *a < *b); };
      const auto more = [](const auto& a, const auto& b) { return a && (!b || *a < *b); };
      const auto highest = std::max_element(series.values.begin(), series.values.end(), less);
      const auto lowest = std::min_element(series.values.begin(), series.values.end(), more);
      text += " " + series.name + ": " + said(request_.highest_word, series, highest - series.values.begin()) + ", " +
              said(request_.lowest_word, series, lowest - series.values.begin()) + ".";
    }
    return text;
  }

  std::string said(std::string_view word, const Series& series, std::ptrdiff_t row) const {
    const auto place = static_cast<std::size_t>(row);
    return std::string(word) + " " + with_unit(*series.values[place]) + " (" + drawing_.labels[place] + ")";
  }

  std::string with_unit(double value) const {
    std::string text = shown(value, request_.language);
    if (request_.unit == "%") return text + "%";
    return request_.unit.empty() ? text : text + " " + std::string(request_.unit);
  }

  // White marks on the colour: told apart without seeing colours.
  void write_patterns() {
    static constexpr std::array<std::string_view, most_series> marks = {"",       "M0 8L8 0",         "M0 4H8",
                                                                        "M4 0V8", "M0 0L8 8M0 8L8 0", "M2 2h3v3h-3z"};
    svg_ += "<defs>";
    for (std::size_t i = 0; i < drawing_.series.size(); ++i) {
      svg_ += "<pattern id=\"" + part("p") + std::to_string(i) +
              "\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" fill=\"";
      svg_.append(colours[i]).append("\"/>");
      if (!marks[i].empty())
        svg_.append("<path d=\"").append(marks[i]).append("\" stroke=\"#ffffff\" stroke-width=\"1.5\" fill=\"none\"/>");
      svg_ += "</pattern>";
    }
    svg_ += "</defs>";
    patterns_ = true;
  }

  std::string fill(std::size_t series) const {
    return patterns_ ? "url(#" + part("p") + std::to_string(series) + ")" : std::string(colours[series]);
  }

  void write_legend() {
    if (drawing_.series.size() < 2) return;
    for (std::size_t i = 0; i < drawing_.series.size(); ++i) {
      const double y = legend_height * static_cast<double>(i);
      if (patterns_)
        rectangle(0, y + 4, 28, 14, fill(i));
      else
        stroke(i, "M0 " + at(y + 11) + "H28");
      words(36, y + 16, "start", drawing_.series[i].name);
    }
  }

  double bar_place(double value) const {
    const double room = width - label_width - value_width;
    return label_width + room * (value - scale_.low) / (scale_.high - scale_.low);
  }

  void write_bar_group(std::size_t row, double y, double zero) {
    const double middle = y + bar_gap / 2 + bar_height * static_cast<double>(drawing_.series.size()) / 2;
    words(label_width - 8, middle + 5, "end", record::shorten(drawing_.labels[row], label_letters));
    for (std::size_t i = 0; i < drawing_.series.size(); ++i) {
      const auto& value = drawing_.series[i].values[row];
      if (!value) continue;
      const double top = y + bar_gap / 2 + bar_height * static_cast<double>(i);
      const double end = bar_place(*value);
      rectangle(std::min(zero, end), top + 1, std::abs(end - zero), bar_height - 2, fill(i));
      words(std::max(zero, end) + 6, top + 14, "start", with_unit(*value));
    }
  }

  double height_of(double value) const {
    return top_ + (line_height - title_gap) * (scale_.high - value) / (scale_.high - scale_.low);
  }

  double place_of(std::size_t row) const {
    const double room = width - left_edge - right_edge;
    const std::size_t last = drawing_.labels.size() - 1;
    return left_edge + (last == 0 ? room / 2 : room * static_cast<double>(row) / static_cast<double>(last));
  }

  void write_value_axis() {
    const auto ticks = static_cast<int>(std::llround((scale_.high - scale_.low) / scale_.step));
    for (int i = 0; i <= ticks; ++i) {
      const double value = scale_.low + scale_.step * i;
      line(left_edge, height_of(value), width - right_edge, height_of(value), value == 0 ? "#333333" : "#cccccc");
      words(left_edge - 8, height_of(value) + 5, "end", shown(value, request_.language));
    }
    if (!request_.unit.empty()) words(left_edge, top_ - 2, "start", request_.unit);
  }

  void write_time_axis() {
    const std::size_t count = drawing_.labels.size();
    const std::size_t every = (count + most_time_labels - 1) / most_time_labels;
    for (std::size_t row = 0; row < count; row += every)
      words(place_of(row), height_of(scale_.low) + 22, "middle", record::shorten(drawing_.labels[row], 12));
  }

  void write_line(std::size_t number) {
    std::string path;
    bool pen_down = false;
    for (std::size_t row = 0; row < drawing_.labels.size(); ++row) {
      const auto& value = drawing_.series[number].values[row];
      if (value) path += (pen_down ? "L" : "M") + at(place_of(row)) + " " + at(height_of(*value));
      if (value && drawing_.labels.size() <= 40) dot(place_of(row), height_of(*value), number);
      pen_down = value.has_value();
    }
    stroke(number, path);
  }

  void dot(double x, double y, std::size_t number) {
    svg_.append("<circle cx=\"").append(at(x)).append("\" cy=\"").append(at(y)).append("\" r=\"3\" fill=\"");
    svg_.append(colours[number]).append("\"/>");
  }

  void stroke(std::size_t number, std::string_view path) {
    svg_.append("<path d=\"").append(path).append("\" fill=\"none\" stroke-width=\"2.5\" stroke=\"");
    svg_.append(colours[number]).append("\" stroke-dasharray=\"").append(dashes[number]).append("\"/>");
  }

  void rectangle(double x, double y, double wide, double high, std::string_view paint) {
    svg_.append("<rect x=\"").append(at(x)).append("\" y=\"").append(at(y)).append("\" width=\"").append(at(wide));
    svg_.append("\" height=\"").append(at(high)).append("\" fill=\"").append(paint).append("\"/>");
  }

  void line(double x1, double y1, double x2, double y2, std::string_view colour) {
    svg_.append("<path d=\"M").append(at(x1)).append(" ").append(at(y1)).append("L").append(at(x2)).append(" ");
    svg_.append(at(y2)).append("\" stroke=\"").append(colour).append("\"/>");
  }

  void words(double x, double y, std::string_view anchor, std::string_view text) {
    svg_.append("<text x=\"").append(at(x)).append("\" y=\"").append(at(y)).append("\" text-anchor=\"");
    svg_.append(anchor).append("\">");
    append_html_escaped(svg_, text);
    svg_ += "</text>";
  }

  const Drawing& drawing_;
  const ChartRequest& request_;
  ChartScale scale_;
  std::string svg_;
  double top_ = 0;
  bool patterns_ = false;
};

}  // namespace

std::string chart_svg(const CsvTable& table, const ChartRequest& request) {
  if (table.rows.empty()) return {};
  const Drawing drawing = read_drawing(table);
  if (drawing.series.empty()) return {};
  const bool time = std::all_of(drawing.labels.begin(), drawing.labels.end(), is_time) && drawing.labels.size() > 2;
  const bool line = request.kind == ChartKind::line || (request.kind == ChartKind::automatic && time);
  if (drawing.labels.size() * (line ? 1 : drawing.series.size()) > (line ? most_points : most_bars)) return {};
  ChartWriter writer(drawing, request);
  return line ? writer.lines() : writer.bars();
}

}  // namespace congbo::render
