// SPDX-License-Identifier: GPL-3.0-or-later
// The table beside a chart, and what a chart decides before anything is drawn.
#include <algorithm>
#include <cmath>
#include <vector>

#include "generator/base/html_escape.h"
#include "generator/record/wording.h"
#include "generator/render/chart.h"

namespace congbo::render {

namespace {

using formats::CsvTable;

std::string table_cell(std::string_view cell, formats::NumberStyle style, std::string_view language) {
  double value = 0;
  if (!formats::read_quantity(cell, style, value)) return html_escape(cell);
  std::string plain;
  for (const char c : cell) {
    if (style == formats::NumberStyle::vietnamese ? c == '.' : c == ',') continue;
    if (c != '%' && c != ' ') plain += c == ',' ? '.' : c;
  }
  return html_escape(record::number_text(plain, language)) + (cell.ends_with('%') ? "%" : "");
}

// Columns that hold nothing but quantities stand at the right: digits below digits.
bool is_of_numbers(const CsvTable& table, std::size_t column) {
  bool any = false;
  for (const auto& row : table.rows) {
    double value = 0;
    if (row[column].empty()) continue;
    if (!formats::read_quantity(row[column], table.numbers, value)) return false;
    any = true;
  }
  return any;
}

}  // namespace

ChartScale chart_scale(double low, double high) {
  if (!(low < high)) high = low + 1;
  const double rough = (high - low) / 5;
  const double power = std::pow(10, std::floor(std::log10(rough)));
  double step = power * 10;
  for (const double times : {1.0, 2.0, 5.0})
    if (power * times >= rough * 0.999) {
      step = power * times;
      break;
    }
  return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, step};
}

bool is_time(std::string_view text) {
  for (const std::string_view word : {"Quý ", "Tháng ", "Năm ", "Q", "Quarter "})
    if (text.starts_with(word)) text.remove_prefix(word.size());
  if (const std::size_t roman = text.find_first_not_of("IV"); roman != 0 && roman != std::string_view::npos)
    text.remove_prefix(roman + (text[roman] == '/' ? 1 : 0));
  const bool begins = !text.empty() && text.front() >= '0' && text.front() <= '9';
  return begins && text.size() <= 10 && text.find_first_not_of("0123456789-/Q") == std::string_view::npos;
}

std::string written_time(std::string_view text) {
  const auto is_form = [&](std::string_view form) {
    return text.size() == form.size() && std::equal(text.begin(), text.end(), form.begin(), [](char c, char wanted) {
             return wanted == '-' ? c == '-' : c >= '0' && c <= '9';
           });
  };
  const std::string year(text.substr(0, std::min<std::size_t>(4, text.size())));
  if (is_form("0000-00")) return std::string(text.substr(5)) + "/" + year;
  if (is_form("0000-00-00")) return std::string(text.substr(8)) + "/" + std::string(text.substr(5, 2)) + "/" + year;
  return std::string(text);
}

std::string chart_table(const CsvTable& table, const ChartRequest& request) {
  std::string html = "<table>\n<caption>" + html_escape(request.title);
  if (!request.unit.empty()) html += " (" + html_escape(request.unit) + ")";
  html += "</caption>\n<thead>\n<tr>";
  std::vector<std::string_view> classes;
  for (std::size_t i = 0; i < table.header.size(); ++i) {
    classes.push_back(i > 0 && is_of_numbers(table, i) ? " class=\"number\"" : "");
    html.append("<th scope=\"col\"").append(classes[i]).append(">").append(html_escape(table.header[i])) += "</th>";
  }
  html += "</tr>\n</thead>\n<tbody>\n";
  for (const auto& row : table.rows) {
    html.append("<tr><th scope=\"row\"").append(is_time(row.front()) ? " class=\"time\">" : ">");
    html.append(html_escape(written_time(row.front()))).append("</th>");
    for (std::size_t i = 1; i < row.size(); ++i)
      html.append("<td").append(classes[i]).append(">") +=
          table_cell(row[i], table.numbers, request.language) + "</td>";
    html += "</tr>\n";
  }
  return html += "</tbody>\n</table>\n";
}

}  // namespace congbo::render
