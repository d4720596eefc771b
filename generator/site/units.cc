// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "generator/base/nearest_name.h"
#include "generator/base/slug.h"
#include "generator/site/mapping_reader.h"
#include "generator/site/read_parts.h"

namespace congbo::site {
namespace {

using formats::YamlNode;
using formats::YamlPair;

class UnitReader {
 public:
  UnitReader(const std::string& path, Diagnostics& found) : path_(path), found_(found) {}

  void read(const YamlNode& id, const YamlNode& node) {
    if (!is_slug(id.text)) {
      found_.add(error("unit-id-invalid", place_of(path_, id), {id.text}, slug(id.text)));
      return;
    }
    Unit unit;
    unit.id = id.text;
    if (std::find(seen_.begin(), seen_.end(), unit.id) != seen_.end())
      found_.add(error("unit-duplicate", place_of(path_, id), {unit.id}));
    seen_.push_back(unit.id);
    read_keys(node, unit);
    units.push_back(std::move(unit));
  }

  // `- {id: so-noi-vu, name: Sở Nội vụ, …}`
  void read_listed(const YamlNode& node) {
    const YamlNode* id = node.find("id");
    if (id == nullptr || id->kind != YamlNode::Kind::scalar) {
      MappingReader(node, path_, found_).require("id");
      return;
    }
    read(*id, node);
  }

  std::vector<Unit> units;
  std::vector<std::pair<const YamlNode*, std::string>> successors;  // of units that were merged: where, id

 private:
  void read_keys(const YamlNode& node, Unit& unit) {
    MappingReader reader(node, path_, found_);
    reader.take("id");
    reader.require("name");
    reader.local_text("name", unit.name);
    reader.local_text("short_name", unit.short_name);
    reader.text("kind", unit.kind);
    reader.text("head", unit.head);
    reader.text("head_position", unit.head_position);
    reader.text("email", unit.email);
    reader.text("phone", unit.phone);
    reader.text("address", unit.address);
    reader.date("valid_from", unit.valid_from);
    reader.date("valid_until", unit.valid_until);
    reader.text("merged_into", unit.merged_into);
    if (!unit.merged_into.empty()) successors.emplace_back(node.find("merged_into"), unit.merged_into);
    reader.finish();
    if (unit.name.empty()) unit.name.texts = {{"vi", unit.id}};
    if (unit.valid_from && unit.valid_until && *unit.valid_until < *unit.valid_from)
      found_.add(error("validity-order", place_of(path_, *node.find("valid_until")),
                       {to_text(*unit.valid_from), to_text(*unit.valid_until)}));
  }

  const std::string& path_;
  Diagnostics& found_;
  std::vector<std::string> seen_;
};

}  // namespace

void read_units(const YamlNode& root, const std::string& path, std::vector<Unit>& into, Diagnostics& found) {
  if (root.kind == YamlNode::Kind::scalar) found.add(error("value-not-mapping", place_of(path, root)));
  UnitReader reader(path, found);
  for (const YamlPair& pair : root.pairs) reader.read(pair.first, pair.second);
  for (const YamlNode& item : root.items) reader.read_listed(item);
  // A unit of the same id replaces the inherited one.
  for (Unit& unit : reader.units) {
    const auto same = std::find_if(into.begin(), into.end(), [&](const Unit& known) { return known.id == unit.id; });
    if (same != into.end())
      *same = std::move(unit);
    else
      into.push_back(std::move(unit));
  }
  std::vector<std::string> ids;
  ids.reserve(into.size());
  for (const Unit& unit : into) ids.push_back(unit.id);
  std::sort(ids.begin(), ids.end());
  for (const auto& [node, id] : reader.successors)
    if (!std::binary_search(ids.begin(), ids.end(), id))
      found.add(error("unit-successor-unknown", place_of(path, *node), {id}, nearest_name(id, ids)));
}

}  // namespace congbo::site
