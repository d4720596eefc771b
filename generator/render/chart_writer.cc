// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/chart_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "generator/base/html_escape.h"
#include "generator/record/wording.h"

namespace congbo::render {

namespace {

// In letters' heights (em) downwards, in hundredths of the room across.
constexpr double legend_line = 1.7, label_line = 1.6, bar_line = 1.35, group_gap = .7;
constexpr double plot_height = 18, time_line = 2;
// A narrow phone has room for about 20 em; a digit is about .64 em wide.
constexpr double narrow_room = 20, digit_width = .64;
constexpr double page_height = 65;  // a taller drawing is not for paper: its table is
constexpr std::size_t label_letters = 40, most_time_labels = 4, most_dots = 40;
// Of no style sheet; each at least 4.5 : 1 on white.
constexpr std::array<std::string_view, most_chart_series> colours = {"#0b5394", "#a64d00", "#2f6b1e",
                                                                     "#741b47", "#134f5c", "#7f1d1d"};
constexpr std::array<std::string_view, most_chart_series> dashes = {"none", "8 4", "2 4", "12 4 2 4", "16 6", "4 8"};
constexpr std::array<std::string_view, most_chart_series> marks = {"",       "M0 8L8 0",         "M0 4H8",
                                                                   "M4 0V8", "M0 0L8 8M0 8L8 0", "M2 2h3v3h-3z"};

// Hundredths: finer than anybody sees.
std::string at(double value) {
  const long long hundredths = std::llround(value * 100);
  std::string text = std::to_string(std::llabs(hundredths));
  if (text.size() < 3) text.insert(0, 3 - text.size(), '0');
  text.insert(text.size() - 2, ".");
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return hundredths < 0 ? "-" + text : text;
}

std::string across(double part) {
  return at(part) + "%";
}
std::string down(double letters) {
  return at(letters) + "em";
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
  ChartWriter(const ChartDrawing& drawing, const ChartRequest& request)
      : drawing_(drawing), request_(request), scale_(chart_scale(drawing.low, drawing.high)) {}

  // Each row is a line with its label and below it a bar for each series, as phones have no room beside.
  std::string bars() {
    const double group = label_line + bar_line * static_cast<double>(drawing_.series.size()) + group_gap;
    open(legend_height() + group * static_cast<double>(drawing_.labels.size()), request_.bar_word);
    write_patterns();
    write_legend();
    left_ = 0;
    right_ = 100 - 100 * value_room();
    for (std::size_t row = 0; row < drawing_.labels.size(); ++row)
      write_bar_group(row, legend_height() + group * static_cast<double>(row));
    svg_ += "</svg>";
    return std::move(svg_);
  }

  std::string lines() {
    top_ = legend_height() + .6;
    open(top_ + plot_height + time_line, request_.line_word);
    write_legend();
    left_ = 100 * axis_room();
    right_ = 91;  // half of the last label stands out
    write_value_axis();
    write_time_axis();
    write_plot();
    svg_ += "</svg>";
    return std::move(svg_);
  }

 private:
  bool names_unit() const { return !request_.unit.empty() && request_.unit != "%"; }
  double legend_height() const {
    const std::size_t names = drawing_.series.size() > 1 ? drawing_.series.size() : 0;
    const std::size_t lines = names + (names_unit() ? 1 : 0);
    return lines == 0 ? 0 : legend_line * static_cast<double>(lines) + group_gap;
  }

  void open(double height, std::string_view kind) {
    svg_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\" height=\"" + down(height) +
           (height > page_height ? "\" class=\"tall" : "") +
           "\" fill=\"currentColor\" role=\"img\" aria-labelledby=\"" + part("title") + " " + part("desc") + "\">";
    svg_ += "<title id=\"" + part("title") + "\">" + html_escape(request_.title) + "</title>";
    svg_ += "<desc id=\"" + part("desc") + "\">" + html_escape(description(kind)) + "</desc>";
  }

  std::string part(std::string_view name) const { return std::string(request_.id).append("-").append(name); }

  // «Biểu đồ cột. Tiếp nhận: cao nhất 21.073 (2026-09), thấp nhất 17.655 (2026-08).»
  std::string description(std::string_view kind) const {
    std::string text(kind);
    text += ".";
    for (const ChartSeries& series : drawing_.series) {
      const auto less = [](const auto& a, const auto& b) { return b && (!a || *a < *b); };
      const auto more = [](const auto& a, const auto& b) { return a && (!b || *a < *b); };
      const auto highest = std::max_element(series.values.begin(), series.values.end(), less);
      const auto lowest = std::min_element(series.values.begin(), series.values.end(), more);
      text += " " + series.name + ": " + said(request_.highest_word, series, highest - series.values.begin()) + ", " +
              said(request_.lowest_word, series, lowest - series.values.begin()) + ".";
    }
    return text;
  }

  std::string said(std::string_view word, const ChartSeries& series, std::ptrdiff_t row) const {
    const auto place = static_cast<std::size_t>(row);
    std::string text = std::string(word) + " " + value_text(*series.values[place]);
    if (names_unit()) text += " " + std::string(request_.unit);
    return text + " (" + drawing_.labels[place] + ")";
  }

  std::string value_text(double value) const {
    return shown(value, request_.language) + (request_.unit == "%" ? "%" : "");
  }

  // Marks on the colour: told apart without seeing colours.
  void write_patterns() {
    svg_ += "<defs>";
    for (std::size_t i = 0; i < drawing_.series.size(); ++i) {
      svg_ += "<pattern id=\"" + part("p") + std::to_string(i) +
              "\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect width=\"8\" height=\"8\" class=\"";
      svg_ += series_class(i) + "\" fill=\"" + std::string(colours[i]) + "\"/>";
      if (!marks[i].empty())
        svg_.append("<path d=\"").append(marks[i]).append("\" class=\"mark\" stroke=\"#ffffff\" fill=\"none\"/>");
      svg_ += "</pattern>";
    }
    svg_ += "</defs>";
    patterns_ = true;
  }

  static std::string series_class(std::size_t series) { return "series" + std::to_string(series + 1); }
  std::string pattern(std::size_t series) const { return "url(#" + part("p") + std::to_string(series) + ")"; }

  void write_legend() {
    double y = 0;
    for (std::size_t i = 0; drawing_.series.size() > 1 && i < drawing_.series.size(); ++i, y += legend_line) {
      if (patterns_) {
        svg_ += "<rect y=\"" + down(y + .3) + "\" width=\"2em\" height=\"1em\" fill=\"" + pattern(i) + "\"/>";
      } else {
        svg_ += "<line x2=\"2em\" y1=\"" + down(y + .8) + "\" y2=\"" + down(y + .8) + "\"" + stroke(i) + "/>";
      }
      words("2.6em", y + 1.2, "", drawing_.series[i].name);
    }
    if (names_unit()) words("0", y + 1.1, " class=\"unit\"", request_.unit);
  }

  // How much of a phone's width the longest of the numbers takes.
  double value_room() const {
    std::size_t letters = 1;
    for (const ChartSeries& series : drawing_.series)
      for (const auto& value : series.values)
        if (value) letters = std::max(letters, value_text(*value).size());
    return std::min((static_cast<double>(letters) * digit_width + .8) / narrow_room, .5);
  }

  double axis_room() const {
    const std::size_t letters = std::max(value_text(scale_.low).size(), value_text(scale_.high).size());
    return std::min((static_cast<double>(letters) * digit_width + .8) / narrow_room, .5);
  }

  double share(double value) const { return (value - scale_.low) / (scale_.high - scale_.low); }
  double bar_place(double value) const {
    // To the largest value, not to the round number behind it: every bit of a phone's width counts.
    const double high = drawing_.high > 0 ? drawing_.high : 1e-9;
    const double low = drawing_.low;
    return left_ + (right_ - left_) * (value - low) / (high - low);
  }

  void write_bar_group(std::size_t row, double y) {
    words("0", y + 1.15, "", record::shorten(drawing_.labels[row], label_letters));
    const double zero = bar_place(0);
    double top = y + label_line;
    for (std::size_t i = 0; i < drawing_.series.size(); ++i, top += bar_line) {
      const auto& value = drawing_.series[i].values[row];
      if (!value) continue;
      const double end = bar_place(*value);
      svg_ += "<rect x=\"" + across(std::min(zero, end)) + "\" y=\"" + down(top + .1) + "\" width=\"" +
              across(std::abs(end - zero)) + "\" height=\"" + down(bar_line - .25) + "\" fill=\"" + pattern(i) + "\"/>";
      words(across(std::max(zero, end)), top + 1, " dx=\".5em\"", value_text(*value));
    }
    if (drawing_.low < 0) upright(zero, y + label_line, top);
  }

  double height_of(double value) const { return top_ + plot_height * (1 - share(value)); }
  double place_of(std::size_t row) const {
    const std::size_t last = drawing_.labels.size() - 1;
    return last == 0 ? .5 : static_cast<double>(row) / static_cast<double>(last);
  }

  void write_value_axis() {
    const auto ticks = static_cast<int>(std::llround((scale_.high - scale_.low) / scale_.step));
    for (int i = 0; i <= ticks; ++i) {
      const double value = scale_.low + scale_.step * i, y = height_of(value);
      svg_ += "<line x1=\"" + across(left_) + "\" x2=\"" + across(right_) + "\" y1=\"" + down(y) + "\" y2=\"" +
              down(y) + "\" class=\"" + (std::abs(value) < scale_.step / 2 ? "axis" : "grid") +
              "\" stroke=\"#888888\"/>";
      words(across(left_), y + .35, " dx=\"-.5em\" text-anchor=\"end\"", value_text(value));
    }
  }

  void upright(double x, double from, double to) {
    svg_ += "<line x1=\"" + across(x) + "\" x2=\"" + across(x) + "\" y1=\"" + down(from) + "\" y2=\"" + down(to) +
            "\" class=\"axis\" stroke=\"#888888\"/>";
  }

  void write_time_axis() {
    const std::size_t count = drawing_.labels.size();
    const std::size_t every =
        count <= most_time_labels ? 1 : (count - 1 + most_time_labels - 2) / (most_time_labels - 1);
    for (std::size_t row = 0; row < count; row += every)
      words(across(left_ + (right_ - left_) * place_of(row)), top_ + plot_height + 1.5, " text-anchor=\"middle\"",
            record::shorten(drawing_.labels[row], 12));
  }

  // Lines cannot say parts of the room; a drawing inside, stretched to it, can.
  void write_plot() {
    svg_ += "<svg x=\"" + across(left_) + "\" y=\"" + down(top_) + "\" width=\"" + across(right_ - left_) +
            "\" height=\"" + down(plot_height) + "\" overflow=\"visible\">";
    svg_ += "<svg viewBox=\"0 0 1000 1000\" preserveAspectRatio=\"none\" width=\"100%\" height=\"100%\">";
    for (std::size_t i = 0; i < drawing_.series.size(); ++i) write_line(i);
    svg_ += "</svg>";
    if (drawing_.labels.size() <= most_dots)
      for (std::size_t i = 0; i < drawing_.series.size(); ++i) write_dots(i);
    svg_ += "</svg>";
  }

  void write_line(std::size_t number) {
    std::string path;
    bool pen_down = false;
    for (std::size_t row = 0; row < drawing_.labels.size(); ++row) {
      const auto& value = drawing_.series[number].values[row];
      if (value)
        path.append(pen_down ? "L" : "M").append(at(1000 * place_of(row))).append(" ") +=
            at(1000 * (1 - share(*value)));
      pen_down = value.has_value();
    }
    svg_ += "<path d=\"" + path + "\" fill=\"none\" vector-effect=\"non-scaling-stroke\"" + stroke(number) + "/>";
  }

  void write_dots(std::size_t number) {
    for (std::size_t row = 0; row < drawing_.labels.size(); ++row)
      if (const auto& value = drawing_.series[number].values[row])
        svg_ += "<circle cx=\"" + across(100 * place_of(row)) + "\" cy=\"" + across(100 * (1 - share(*value))) +
                "\" r=\"3\" class=\"" + series_class(number) + "\" fill=\"" + std::string(colours[number]) + "\"/>";
  }

  static std::string stroke(std::size_t number) {
    return " class=\"" + series_class(number) + "\" stroke-width=\"2.5\" stroke=\"" + std::string(colours[number]) +
           "\" stroke-dasharray=\"" + std::string(dashes[number]) + "\"";
  }

  void words(const std::string& x, double y, std::string_view more, std::string_view text) {
    svg_.append("<text x=\"").append(x).append("\" y=\"").append(down(y)).append("\"").append(more).append(">");
    append_html_escaped(svg_, text);
    svg_ += "</text>";
  }

  const ChartDrawing& drawing_;
  const ChartRequest& request_;
  ChartScale scale_;
  std::string svg_;
  double top_ = 0, left_ = 0, right_ = 100;  // of the plot: em, hundredths
  bool patterns_ = false;
};

}  // namespace

std::string bars_svg(const ChartDrawing& drawing, const ChartRequest& request) {
  return ChartWriter(drawing, request).bars();
}

std::string lines_svg(const ChartDrawing& drawing, const ChartRequest& request) {
  return ChartWriter(drawing, request).lines();
}

}  // namespace congbo::render
