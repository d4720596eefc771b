// SPDX-License-Identifier: GPL-3.0-or-later
#include "generator/record/json_ld_relations.h"

#include <algorithm>

#include "generator/record/relations.h"

namespace congbo::record {

namespace {

using formats::JsonWriter;

// schema.org has one property for replacing, repealing and amending; what a document is based on is a citation.
std::string_view legislation_property(documents::RelationKind kind) {
  if (kind == documents::RelationKind::guides) return "legislationEnsuresImplementationOf";
  return kind == documents::RelationKind::based_on ? "citation" : "legislationChanges";
}

void write_relations_of(JsonWriter& json, const PublicRecord& record, documents::Side side) {
  for (const std::string_view property : {"legislationChanges", "legislationEnsuresImplementationOf", "citation"}) {
    bool open = false;
    for (const RelatedDocument& other : record.relations) {
      if (other.side != side || is_guidance(other) || legislation_property(other.kind) != property) continue;
      if (!open) json.key(property).begin_array();
      open = true;
      json.begin_object().key("@type").value("Legislation").text_unless_empty("@id", other.url);
      json.text_unless_empty("legislationIdentifier", other.number).text_unless_empty("name", other.title);
      json.end_object();
    }
    if (open) json.end_array();
  }
}

}  // namespace

void write_relations(JsonWriter& json, const PublicRecord& record) {
  write_relations_of(json, record, documents::Side::does);
  const bool any = std::any_of(record.relations.begin(), record.relations.end(), [](const RelatedDocument& other) {
    return other.side == documents::Side::undergoes && !is_guidance(other);
  });
  if (!any) return;
  json.key("@reverse").begin_object();
  write_relations_of(json, record, documents::Side::undergoes);
  json.end_object();
}

}  // namespace congbo::record
