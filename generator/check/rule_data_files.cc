// SPDX-License-Identifier: GPL-3.0-or-later
// Files that pages are drawn from or played with can be read: tables of charts, outlines of maps, captions (STA-02,
// MAP-01, A11Y-01). And every commune has its map, once a portal has begun to publish maps.
#include <set>

#include "generator/check/rules.h"
#include "generator/check/visit.h"
#include "generator/formats/csv.h"
#include "generator/formats/geojson.h"
#include "generator/pages/link_target.h"

namespace congbo::check {

namespace {

constexpr std::string_view captions_mark = "WEBVTT";
constexpr formats::CsvLimits chart_limits{300'000, 2'000, 50};  // as render draws them

bool is_table_field(std::string_view key) {
  return key == "data" || key == "tables";
}

class DataFiles {
 public:
  DataFiles(const SiteFacts& facts, PageIndex index, std::set<std::string>& files)
      : facts_(facts), index_(index), page_(facts.library[index]), files_(files) {}

  void collect() {
    for (const pages::Field& field : page_.fields) {
      if (!field.schema) continue;
      each_value(*field.schema, field.value, [&](const site::FieldSchema& schema, const pages::Value& value) {
        if (schema.kind == site::Kind::file) add(value.text(), is_table_field(field.schema->key));
      });
    }
    if (const markdown::Fragment* body = facts_.bodies[index_])
      for (const markdown::Hole& hole : body->holes)
        if (hole.kind == markdown::HoleKind::component) add_component(hole);
  }

 private:
  void add(const std::string& path, bool is_table) {
    if (path.ends_with(".geojson") || path.ends_with(".vtt") || (is_table && path.ends_with(".csv")))
      files_.insert(path);
  }

  void add_component(const markdown::Hole& hole) {
    for (const auto& [key, value] : hole.parameters) {
      if (!(key == "src" && hole.target == "chart") && key != "captions") continue;
      const pages::LinkTarget target = pages::resolve_link(facts_.library, page_, value);
      if (target.kind == pages::LinkTarget::Kind::file) add(target.path, hole.target == "chart");
    }
  }

  const SiteFacts& facts_;
  PageIndex index_;
  const pages::Page& page_;
  std::set<std::string>& files_;
};

// A file of captions begins with its mark and says at least once from when to when.
void check_captions(const std::string& text, const std::string& path, Diagnostics& found) {
  std::string_view rest = text;
  if (rest.starts_with(formats::byte_order_mark)) rest.remove_prefix(formats::byte_order_mark.size());
  if (!rest.starts_with(captions_mark) || rest.find(" --> ") == std::string_view::npos)
    found.add(error("captions-invalid", {path, 1, 1}));
}

void check_file(const SiteFacts& facts, const std::string& path, Diagnostics& found) {
  const SnapshotEntry* entry = facts.snapshot.find(path);
  if (!entry) return;  // said by the rule of files
  const Result<std::string> bytes = facts.snapshot.read(*entry);
  if (!bytes) return;
  if (path.ends_with(".csv"))
    formats::read_csv(*bytes, path, chart_limits, found);
  else if (path.ends_with(".geojson"))
    formats::read_geojson(*bytes, path, found);
  else
    check_captions(*bytes, path, found);
}

}  // namespace

void check_data_files(const SiteFacts& facts, Diagnostics& found) {
  std::set<std::string> files;
  for (const std::set<std::string>&block : visit_in_blocks<std::set<std::string>>(
           facts, [&](PageIndex index, std::set<std::string>&into) { DataFiles(facts, index, into).collect(); }))
    files.insert(block.begin(), block.end());
  for (const std::string& file : files) check_file(facts, file, found);
}

void check_maps(const SiteFacts& facts, Diagnostics& found) {
  std::set<std::pair<const site::Portal*, std::string>> mapped;
  std::set<const site::Portal*> portals;
  for (const PageIndex index : facts.edition.visible) {
    const pages::Page& page = facts.library[index];
    if (!page.type || page.type->schema_org != "Map" || page.section_index) continue;
    portals.insert(page.portal);
    if (const pages::Value* area = page.field("area")) mapped.emplace(page.portal, area->text());
  }
  const Date today = date_of(facts.edition.now);
  for (const site::Portal& portal : facts.site.portals) {
    if (!portals.contains(&portal)) continue;
    for (const site::Unit& unit : portal.units) {
      const bool exists =
          (!unit.valid_from || *unit.valid_from <= today) && (!unit.valid_until || today <= *unit.valid_until);
      if (unit.kind == "commune" && exists && !mapped.contains({&portal, unit.id}))
        found.add(warning("map-missing", {portal.root + "_site/units.yaml", 1, 1}, {unit.name.in("vi"), unit.id}));
    }
  }
}

}  // namespace congbo::check
