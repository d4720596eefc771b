// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/formats/geojson.h"

#include <charconv>
#include <utility>

#include "generator/formats/json.h"

namespace congbo::formats {

namespace {

// With the sea, Hoàng Sa and Trường Sa.
constexpr double west = 102, east = 118, south = 6, north = 23.5;

bool read_number(const JsonNode& node, double& value) {
  if (node.kind != JsonNode::Kind::number) return false;
  const auto [end, fault] = std::from_chars(node.text.data(), node.text.data() + node.text.size(), value);
  return fault == std::errc() && end == node.text.data() + node.text.size();
}

class ShapeReader {
 public:
  ShapeReader(const std::string& path, Diagnostics& found) : path_(path), found_(found) {}

  GeoShape read(const JsonNode& root) {
    read_object(root);
    if (shape_.empty() && good_) problem("geojson-empty");
    if (outside_ && good_) found_.add(warning("geojson-outside", {path_, 1, 1}, {std::move(first_outside_)}));
    return good_ ? std::move(shape_) : GeoShape();
  }

 private:
  void problem(std::string_view code, std::vector<std::string> arguments = {}) {
    if (good_) found_.add(error(code, {path_, 1, 1}, std::move(arguments)));
    good_ = false;
  }

  // JSON of at most 64 levels bounds the recursion.
  void read_object(const JsonNode& object) {
    const std::string_view type = object.text_of("type");
    if (type == "FeatureCollection") return read_each(object.find("features"));
    if (type == "GeometryCollection") return read_each(object.find("geometries"));
    if (type == "Feature") {
      const JsonNode* geometry = object.find("geometry");
      if (geometry && geometry->kind == JsonNode::Kind::object) read_object(*geometry);
      return;
    }
    if (type == "Point" || type == "MultiPoint") return;
    const JsonNode* coordinates = object.find("coordinates");
    if (!coordinates || coordinates->kind != JsonNode::Kind::array)
      return problem("geojson-invalid", {std::string(type)});
    if (type == "LineString") return read_ring(*coordinates, Ends::open);
    if (type == "MultiLineString") return read_rings(*coordinates, Ends::open);
    if (type == "Polygon") return read_rings(*coordinates, Ends::closed);
    if (type != "MultiPolygon") return problem("geojson-invalid", {std::string(type)});
    for (const JsonNode& polygon : coordinates->items) read_rings(polygon, Ends::closed);
  }

  void read_each(const JsonNode* list) {
    if (!list || list->kind != JsonNode::Kind::array) return problem("geojson-invalid", {"features"});
    for (const JsonNode& one : list->items) read_object(one);
  }

  enum class Ends { open, closed };

  void read_rings(const JsonNode& rings, Ends ends) {
    for (const JsonNode& ring : rings.items) read_ring(ring, ends);
  }

  void read_ring(const JsonNode& list, Ends ends) {
    std::vector<GeoPoint> ring;
    for (const JsonNode& position : list.items) {
      GeoPoint point;
      if (position.items.size() < 2 || !read_number(position.items[0], point.longitude) ||
          !read_number(position.items[1], point.latitude) || point.longitude < -180 || point.longitude > 180 ||
          point.latitude < -90 || point.latitude > 90)
        return problem("geojson-position");
      note_outside(point, position);
      ring.push_back(point);
      if (++points_ > most_geojson_points) return problem("geojson-too-large", {std::to_string(most_geojson_points)});
    }
    const bool closed = ring.size() >= 4 && ring.front().longitude == ring.back().longitude &&
                        ring.front().latitude == ring.back().latitude;
    if (ends == Ends::closed && !closed) return problem("geojson-ring-open", {std::to_string(shape_.rings.size() + 1)});
    if (ring.size() > 1) shape_.rings.push_back(std::move(ring));
  }

  void note_outside(const GeoPoint& point, const JsonNode& position) {
    if (point.longitude >= west && point.longitude <= east && point.latitude >= south && point.latitude <= north)
      return;
    if (!outside_) first_outside_ = "[" + position.items[0].text + ", " + position.items[1].text + "]";
    outside_ = true;
  }

  const std::string& path_;
  Diagnostics& found_;
  GeoShape shape_;
  std::size_t points_ = 0;
  std::string first_outside_;
  bool good_ = true, outside_ = false;
};

}  // namespace

GeoShape read_geojson(std::string_view text, const std::string& path, Diagnostics& found) {
  if (text.size() > largest_geojson) {
    found.add(error("geojson-too-large", {path, 1, 1}, {std::to_string(most_geojson_points)}));
    return {};
  }
  Result<JsonNode> root = parse_json(text, path);
  if (!root) {
    found.add(error("geojson-not-json", root.error().where));
    return {};
  }
  return ShapeReader(path, found).read(*root);
}

}  // namespace congbo::formats
