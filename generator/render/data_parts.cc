// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/render/data_parts.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "generator/base/html_escape.h"
#include "generator/formats/geojson.h"
#include "generator/render/names.h"

namespace congbo::render {

namespace {

using formats::GeoPoint;
using formats::GeoShape;

constexpr double drawing_width = 640, drawing_most_height = 800, least_step = 0.6;

std::string read_file(const BodySources& sources, std::string_view file) {
  const SnapshotEntry* entry = sources.publication.snapshot->find(std::string(file));
  if (!entry) return {};
  Result<std::string> bytes = sources.publication.snapshot->read(*entry);
  return bytes ? *std::move(bytes) : std::string();
}

// Stable, and unique in a page as far as what it is made of is.
std::string id_of(std::string_view text) {
  return "c" + std::to_string(hash_name(text));
}

// Degrees of longitude are shorter than those of latitude, by the cosine of where we are.
class Projection {
 public:
  explicit Projection(const GeoShape& shape) {
    low_ = high_ = shape.rings.front().front();
    for (const auto& ring : shape.rings)
      for (const GeoPoint& point : ring) {
        low_ = {std::min(low_.longitude, point.longitude), std::min(low_.latitude, point.latitude)};
        high_ = {std::max(high_.longitude, point.longitude), std::max(high_.latitude, point.latitude)};
      }
    shrink_ = std::cos((low_.latitude + high_.latitude) / 2 * std::numbers::pi / 180);
    const double wide = std::max((high_.longitude - low_.longitude) * shrink_, 1e-9);
    const double high = std::max(high_.latitude - low_.latitude, 1e-9);
    scale_ = std::min(drawing_width / wide, drawing_most_height / high);
    width = std::max(1L, std::lround(wide * scale_));
    height = std::max(1L, std::lround(high * scale_));
  }
  double x(const GeoPoint& point) const { return (point.longitude - low_.longitude) * shrink_ * scale_; }
  double y(const GeoPoint& point) const { return (high_.latitude - point.latitude) * scale_; }

  long width = 0, height = 0;

 private:
  GeoPoint low_, high_;
  double shrink_ = 1, scale_ = 1;
};

std::string tenth(double value) {
  const long tenths = std::lround(value * 10);
  return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(std::labs(tenths % 10)));
}

// Points nearer than anybody sees are left out.
void append_ring(std::string& path, const Projection& place, const std::vector<GeoPoint>& ring) {
  double last_x = 0, last_y = 0;
  bool first = true;
  for (const GeoPoint& point : ring) {
    const double x = place.x(point), y = place.y(point);
    if (!first && std::abs(x - last_x) < least_step && std::abs(y - last_y) < least_step) continue;
    path.append(first ? "M" : "L").append(tenth(x)).append(" ").append(tenth(y));
    last_x = x;
    last_y = y;
    first = false;
  }
}

}  // namespace

std::string chart_block(const BodySources& sources, const record::PublicRecord& record, const ChartSource& chart) {
  Diagnostics found;  // said by the check
  const formats::CsvTable table =
      formats::read_csv(read_file(sources, chart.file), std::string(chart.file), chart_limits, found);
  const std::string id = id_of(std::string(chart.file).append(1, '\n').append(chart.title));
  ChartRequest request{chart.kind, chart.title, chart.unit, sources.frame.language, id, {}, {}, {}, {}};
  request.bar_word = sources.frame.string("chart.bar");
  request.line_word = sources.frame.string("chart.line");
  request.highest_word = sources.frame.string("chart.highest");
  request.lowest_word = sources.frame.string("chart.lowest");
  const std::string svg = chart_svg(table, request);
  const std::string rows = table.empty() ? std::string() : chart_table(table, request);
  std::string details;
  for (const record::FileLink& file : record.files)
    if (file.source == chart.file) details = file_details(file, sources.frame.language);
  View view(&sources.frame.shared);
  view.set(name::title, chart.title);
  view.set(name::caption, chart.caption);
  view.set(name::path, chart.address);
  view.set(name::file_details, details);
  view.set(name::chart, svg);
  view.set(name::table, rows);
  view.show(name::external, chart.file.empty() && !chart.address.empty());
  std::string html;
  sources.templates.expand("components/chart.html", view, html);
  return html;
}

std::string outline_svg(const BodySources& sources, std::string_view file, std::string_view title) {
  Diagnostics found;  // said by the check
  const GeoShape shape = formats::read_geojson(read_file(sources, file), std::string(file), found);
  if (shape.empty()) return {};
  const Projection place(shape);
  std::string path;
  for (const auto& ring : shape.rings) append_ring(path, place, ring);
  const std::string id = id_of(file);
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-4 -4 " + std::to_string(place.width + 8) + " " +
         std::to_string(place.height + 8) + "\" role=\"img\" aria-labelledby=\"" + id + "\"><title id=\"" + id + "\">" +
         html_escape(title) + "</title><path d=\"" + path +
         "\" class=\"land\" fill=\"#e8eef5\" fill-rule=\"evenodd\" stroke=\"#0b5394\" stroke-width=\"1.5\"/></svg>";
}

}  // namespace congbo::render
