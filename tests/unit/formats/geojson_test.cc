// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/geojson.h"

#include "tests/support/catch.h"

using namespace congbo;

namespace {

std::string read(std::string_view text, std::size_t* rings = nullptr) {
  Diagnostics found;
  const formats::GeoShape shape = formats::read_geojson(text, "a.geojson", found);
  if (rings) *rings = shape.rings.size();
  std::string codes;
  for (const Diagnostic& one : found.all()) codes += one.code + " ";
  return codes;
}

}  // namespace

TEST_CASE("outlines are read from any GeoJSON object", "[MAP-01]") {
  std::size_t rings = 0;
  CHECK(read(R"({"type":"Polygon","coordinates":[[[105,21],[106,21],[106,22],[105,21]]]})", &rings).empty());
  CHECK(rings == 1);
  CHECK(read(R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"x"},"geometry":
    {"type":"MultiPolygon","coordinates":[[[[105,21],[106,21],[106,22],[105,21]]],[[[107,21],[108,21],[108,22],[107,21]]]]}},
    {"type":"Feature","geometry":{"type":"Point","coordinates":[105,21]}}]})",
             &rings)
            .empty());
  CHECK(rings == 2);
}

TEST_CASE("mistakes in outlines are named and nothing is drawn", "[MAP-01]") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", "geojson-not-json "},
      {"[1]", "geojson-invalid "},
      {R"({"type":"Circle"})", "geojson-invalid "},
      {R"({"type":"Point","coordinates":[105,21]})", "geojson-empty "},
      {R"({"type":"Polygon","coordinates":[[[105,21],[106,21],[106,22],[105,22]]]})", "geojson-ring-open "},
      {R"({"type":"Polygon","coordinates":[[[105,21],[106,21],[105,21]]]})", "geojson-ring-open "},
      {R"({"type":"Polygon","coordinates":[[[105,"a"],[106,21],[106,22],[105,21]]]})", "geojson-position "},
      {R"({"type":"Polygon","coordinates":[[[500000,2300000],[1,1],[2,2],[500000,2300000]]]})", "geojson-position "},
      {R"({"type":"FeatureCollection"})", "geojson-invalid "},
  };
  for (const auto& [text, codes] : cases) {
    std::size_t rings = 9;
    INFO(text);
    CHECK(read(text, &rings) == codes);
    CHECK(rings == 0);
  }
  std::size_t rings = 0;
  CHECK(read(R"({"type":"Polygon","coordinates":[[[21,105],[21,16],[22,16],[21,105]]]})", &rings) ==
        "geojson-position ");
  CHECK(read(R"({"type":"Polygon","coordinates":[[[2,48],[3,48],[3,49],[2,48]]]})", &rings) == "geojson-outside ");
  CHECK(rings == 1);
}
