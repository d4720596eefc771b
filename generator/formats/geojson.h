// SPDX-License-Identifier: GPL-3.0-or-later
// Outlines from GeoJSON (RFC 7946), as far as maps of units need them.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostic.h"

namespace congbo::formats {

inline constexpr std::size_t largest_geojson = 5'000'000;  // bytes
inline constexpr std::size_t most_geojson_points = 200'000;

struct GeoPoint {
  double longitude = 0, latitude = 0;
};

// Rings of polygons and lines, in the order of the file.
struct GeoShape {
  std::vector<std::vector<GeoPoint>> rings;
  bool empty() const { return rings.empty(); }
};

// Reads what can be drawn of any GeoJSON object; points alone are left out. What is wrong goes to `found`: not JSON or
// not GeoJSON, a ring of a polygon that is not closed, numbers that are no longitude and latitude, bounds (errors: the
// shape is empty); places outside Viet Nam and its islands (a warning).
GeoShape read_geojson(std::string_view text, const std::string& path, Diagnostics& found);

}  // namespace congbo::formats
