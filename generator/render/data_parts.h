// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a page that are drawn from data files: charts of CSV, outlines of GeoJSON.
#pragma once
#include <string>
#include <string_view>

#include "generator/render/body.h"
#include "generator/render/chart.h"

namespace congbo::render {

// Bounds of what is drawn; a larger file is still there to download.
inline constexpr formats::CsvLimits chart_limits{300'000, 2'000, 50};

struct ChartSource {
  std::string_view file;     // in the repository
  std::string_view address;  // of the file to download
  std::string_view title, unit, caption;
  ChartKind kind = ChartKind::automatic;
};
// components/chart.html with drawing, table and file. A file that cannot be read gives the link alone: the check has
// named the mistake.
std::string chart_block(const BodySources& sources, const record::PublicRecord& record, const ChartSource& chart);

// An outline as SVG, named for those who do not see it; empty for a file that cannot be drawn.
std::string outline_svg(const BodySources& sources, std::string_view file, std::string_view title);

}  // namespace congbo::render
